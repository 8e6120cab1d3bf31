namespace GridGov.Core.Tests;

public class HouseholdTests
{
    private static readonly DateOnly Entered = new(2026, 1, 10);

    private static readonly CareNeed Need = new()
    {
        Person = new("P1"),
        Kind = new(CareKind.LivesAlone),
        Service = new(new DutyCode("visit")),
        EnteredBy = new("W1"),
        EnteredOn = Entered,
        Until = new(2026, 12, 31),
        Ground = CareGround.Consent,
        ConsentedOn = Entered,
    };

    private static readonly Household Sample = new()
    {
        Id = new("HH1"),
        Grid = new("G1"),
        Head = new PersonId("P1"),
        Members = [new(new("P1"), new("02")), new(new("P2"))],
        LivingAddress = new("1-2-302"),
        CareNeeds = [Need, Need with { Person = null, EnteredOn = new(2026, 3, 1), Until = new(2026, 3, 31) }],
    };

    [Theory]
    [InlineData("2026-01-09", 0)]
    [InlineData("2026-01-10", 1)]
    [InlineData("2026-03-01", 2)]
    [InlineData("2026-03-31", 2)]
    [InlineData("2026-04-01", 1)]
    [InlineData("2026-12-31", 1)]
    [InlineData("2027-01-01", 0)]
    public void A_need_is_kept_from_the_day_it_was_entered_through_its_last(string date, int needs) =>
        Assert.Equal(needs, Sample.CareNeedsAt(DateOnly.ParseExact(date, "O")).Count);

    [Fact]
    public void An_expired_need_cannot_be_read() =>
        Assert.Null(typeof(Household).GetProperty(nameof(Household.CareNeeds))!.GetGetMethod());

    [Fact]
    public void What_is_forgotten_is_gone_for_every_day()
    {
        var later = Sample.WithoutExpired(new(2026, 4, 1));

        Assert.Single(later.CareNeedsAt(new(2026, 3, 15)));
        Assert.Equal(2, Sample.WithoutExpired(new(2026, 3, 31)).CareNeedsAt(new(2026, 3, 15)).Count);
        Assert.Empty(Sample.WithoutExpired(new(2027, 1, 1)).CareNeedsAt(new(2026, 3, 15)));
    }

    [Fact]
    public void A_sound_household_has_no_fault() => Assert.Empty(Sample.Check());

    [Fact]
    public void Every_fault_is_listed_with_its_place()
    {
        var faults = (Sample with
        {
            Id = default,
            Head = new PersonId("P9"),
            Members = [new(default), new(new("P2"), new("2a")), new(new("P2")), null!],
            RegisteredAddress = Breakages.Long(200),
            Registration = (RegistrationMatch)7,
            CareNeeds =
            [
                Need with { Person = new PersonId("P8"), Until = new(2025, 1, 1) },
                Need with { Person = null, Kind = null!, Service = new(default), EnteredBy = default, Ground = CareGround.Law },
                Need with { Person = null, Kind = new((CareKind)99), ConsentedOn = null, Ground = CareGround.Consent },
                null!,
            ],
        }).Check();

        Assert.Equal(
        [
            "Id field.missing",
            "Members[1].Person field.missing",
            "Members[2].Relation field.form",
            "Members[3].Person field.repeated",
            "Members[4] field.missing",
            "Head field.contradiction",
            "RegisteredAddress field.too-long",
            "Registration field.unknown",
            "CareNeeds[1].Until field.date-order",
            "CareNeeds[1].Person field.contradiction",
            "CareNeeds[2].Kind field.missing",
            "CareNeeds[2].Service field.missing",
            "CareNeeds[2].EnteredBy field.missing",
            "CareNeeds[2].Law field.missing",
            "CareNeeds[3].Kind field.unknown",
            "CareNeeds[3].ConsentedOn field.missing",
            "CareNeeds[4] field.missing",
        ], faults.Select(f => $"{f.Field} {f.Code}"));
        Assert.DoesNotContain(Breakages.Secret, faults.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_household_without_members_is_none() =>
        Assert.Equal(["Members"], (Sample with { Members = [], Head = null, CareNeeds = [] }).Check().Select(f => f.Field));

    [Fact]
    public void A_need_checks_itself()
    {
        Assert.Empty(Need.Check());
        Assert.Empty((Need with { Ground = CareGround.Law, ConsentedOn = null, Law = new(new("老年人权益保障法")) }).Check());
        Assert.Equal(["EnteredOn"], (Need with { ConsentedOn = Entered.AddDays(1) }).Check().Select(f => f.Field));
    }
}
