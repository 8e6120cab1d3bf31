using static GridGov.FieldFaultCodes;

namespace GridGov.Core.Tests;

public class OrganizationTests
{
    private static readonly OrganizationDraft Sample = new()
    {
        Id = new("O1"),
        Kind = OrganizationKind.PropertyManager,
        Name = "某物业公司",
        CreditCode = "9144030071526726XG",
        Body = new BodyId("property-1"),
        LooksAfter = [new("C1"), new("C2")],
        ContactName = new("张三"),
        ContactPhone = new("13800000000"),
        From = new(2026, 1, 1),
        Until = new(2028, 12, 31),
    };

    private static readonly Breakage<OrganizationDraft>[] Breaks =
    [
        new("Id", Missing, d => d with { Id = default }),
        new("Kind", Missing, d => d with { Kind = null }),
        new("Kind", Unknown, d => d with { Kind = default(OrganizationKind) }),
        new("Name", Missing, d => d with { Name = "" }),
        new("CreditCode", Form, d => d with { CreditCode = "91440300715267I6XG" }),
        new("Body", Missing, d => d with { Body = default(BodyId) }),
        new("LooksAfter[2]", Repeated, d => d with { LooksAfter = [new("C1"), new("C1")] }),
        new("ContactPhone", TooLong, d => d with { ContactPhone = Breakages.Long(50) }),
        new("Until", DateOrder, d => d with { Until = new(2025, 12, 31) }),
    ];

    [Fact]
    public void A_sound_organisation_keeps_every_field()
    {
        Assert.Equal(Sample, Organization.Create(Sample).Value.ToDraft());
        Assert.Null(Organization.Create(new() { Id = new("O2"), Kind = OrganizationKind.OwnersCommittee, Name = "业委会" }).Value.CreditCode);
    }

    [Fact]
    public void Whatever_is_broken_together_all_of_it_is_listed() => Breakages.AreAllListed(Sample, Breaks, Organization.Create);

    [Theory]
    [InlineData("9144030071526726xg")]
    [InlineData("９１４４０３００７１５２６７２６ＸＧ")]
    [InlineData("91440300-71526726-XG")]
    public void A_credit_code_is_read_as_people_type_it(string typed) =>
        Assert.Equal(UnifiedSocialCreditCode.Parse("9144030071526726XG"), Organization.Create(Sample with { CreditCode = typed }).Value.CreditCode);

    [Theory]
    [InlineData("9144030071526726XH", "check character does not fit")]
    [InlineData("91440300715267I6XG", "cannot stand here")]
    [InlineData("9144030071526726X", "length")]
    [InlineData(" ", "left out")]
    public void A_credit_code_that_does_not_check_is_told_with_its_reason(string code, string reason)
    {
        var fault = Assert.Single(Organization.Create(Sample with { CreditCode = code }).Refusal!.Fields);

        Assert.Equal(nameof(Organization.CreditCode), fault.Field);
        Assert.Contains(reason, fault.Rule.En, StringComparison.Ordinal);
        if (code.Length > 1)
            Assert.DoesNotContain(code, fault.ToString(), StringComparison.Ordinal);
    }
}
