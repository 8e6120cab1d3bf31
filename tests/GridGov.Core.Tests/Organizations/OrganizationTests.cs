namespace GridGov.Core.Tests;

public class OrganizationTests
{
    private static readonly Organization Sample = new()
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

    [Fact]
    public void A_sound_organisation_has_no_fault()
    {
        Assert.Empty(Sample.Check());
        Assert.Empty(new Organization { Id = new("O2"), Kind = OrganizationKind.OwnersCommittee, Name = "业委会" }.Check());
    }

    [Theory]
    [InlineData("9144030071526726XH", "check character does not fit")]
    [InlineData("91440300715267I6XG", "cannot stand here")]
    [InlineData("9144030071526726xg", "capital letters")]
    [InlineData("9144030071526726X", "length")]
    public void A_credit_code_that_does_not_check_is_told_with_its_reason(string code, string reason)
    {
        var fault = Assert.Single((Sample with { CreditCode = code }).Check());

        Assert.Equal(nameof(Organization.CreditCode), fault.Field);
        Assert.Contains(reason, fault.Rule.En, StringComparison.Ordinal);
        Assert.DoesNotContain(code, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_listed()
    {
        var faults = (Sample with
        {
            Id = default,
            Kind = default,
            Name = "",
            CreditCode = "91440300715267I6XG",
            Body = default(BodyId),
            LooksAfter = [new("C1"), new("C1")],
            ContactPhone = Breakages.Long(50),
            Until = new(2025, 12, 31),
        }).Check();

        Assert.Equal(
            ["Id", "Kind", "Name", "CreditCode", "Body", "LooksAfter[2]", "ContactPhone", "Until"],
            faults.Select(f => f.Field));
        Assert.DoesNotContain(Breakages.Secret, faults.ToString(), StringComparison.Ordinal);
    }
}
