using static GridGov.FieldFaultCodes;

namespace GridGov.Core.Tests;

public class DisputeTests
{
    private static readonly DisputeDraft Draft = new()
    {
        Id = new("D1"),
        Title = new("张三与李四漏水纠纷"),
        OccurredOn = new(2026, 7, 1),
        Grid = new("G1"),
        Place = new("B1"),
        Location = new("1-2-302"),
        Scale = DisputeScale.Individual,
        Kind = DisputeKind.Neighbours,
        PeopleCount = 3,
        Summary = new("楼上漏水\n楼下受损"),
        Parties = [new() { Person = new("P1") }, new() { Organization = new("O1") }, new() { Name = new("李四"), CitizenNumber = new("11010519491231002X") }],
        MediationBody = new("community-1"),
        Mediator = new ActorId("W1"),
        SettleBy = new(2026, 7, 31),
        Way = SettlementWay.PeoplesMediation,
        Result = DisputeResult.Settled,
        EndedOn = new(2026, 7, 20),
    };

    private static readonly Breakage<DisputeDraft>[] Breaks =
    [
        new("Id", Missing, d => d with { Id = default }),
        new("Title", Missing, d => d with { Title = null }),
        new("Title", TooLong, d => d with { Title = Breakages.Long(100) }),
        new("Grid", Missing, d => d with { Grid = default }),
        new("Place", Missing, d => d with { Place = default(PlaceId) }),
        new("Location", TooLong, d => d with { Location = Breakages.Long(256) }),
        new("Scale", Missing, d => d with { Scale = null }),
        new("Scale", Unknown, d => d with { Scale = default(DisputeScale) }),
        new("Kind", Unknown, d => d with { Kind = (DisputeKind)99 }),
        new("Summary", Form, d => d with { Summary = Breakages.Unprintable }),
        new("PeopleCount", FieldFaultCodes.Range, d => d with { PeopleCount = 2 }),
        new("Parties[1]", Contradiction, d => d with { Parties = [new(), d.Parties[1], d.Parties[2]] }),
        new("Parties[3].Name", TooLong, d => d with { Parties = [d.Parties[0], d.Parties[1], d.Parties[2] with { Name = Breakages.Long(50) }] }),
        new("Parties[3].CitizenNumber", Form, d => d with { Parties = [d.Parties[0], d.Parties[1], d.Parties[2] with { CitizenNumber = new(Breakages.Secret) }] }),
        new("Parties[3].Contact", Form, d => d with { Parties = [d.Parties[0], d.Parties[1], d.Parties[2] with { Contact = Breakages.Unprintable }] }),
        new("MediationBody", Missing, d => d with { MediationBody = default }),
        new("Mediator", Missing, d => d with { Mediator = default(ActorId) }),
        new("SettleBy", Missing, d => d with { SettleBy = null }),
        new("SettleBy", DateOrder, d => d with { SettleBy = new(2026, 6, 30) }),
        new("Way", Missing, d => d with { Way = SettlementWay.Undecided }),
        new("EndedOn", Missing, d => d with { EndedOn = null }),
        new("EndedOn", DateOrder, d => d with { EndedOn = new(2026, 6, 1) }),
    ];

    [Fact]
    public void Whatever_is_broken_together_all_of_it_is_listed() => Breakages.AreAllListed(Draft, Breaks, Dispute.Create);

    [Fact]
    public void A_sound_dispute_keeps_every_field()
    {
        var dispute = Dispute.Create(Draft).Value;

        var again = dispute.ToDraft();
        Assert.Equal("11010519491231002X", again.Parties[2].CitizenNumber!.Reveal());
        Assert.Equal(Draft with { Parties = [] }, again with { Parties = [] });
        Assert.Equal(Draft.Parties.Select(p => p with { CitizenNumber = null }), again.Parties.Select(p => p with { CitizenNumber = null }));
        Assert.Equal(CitizenNumber.Parse("11010519491231002X"), dispute.Parties[2].CitizenNumber!.Reveal());
        Assert.Equal("01", dispute.ScaleCode);
    }

    [Fact]
    public void An_open_dispute_has_neither_way_nor_end()
    {
        var open = Draft with { Result = DisputeResult.Open, Way = SettlementWay.Undecided, EndedOn = null };

        Assert.True(Dispute.Create(open).IsAccepted);
        Assert.Equal(["EndedOn"], Dispute.Create(open with { EndedOn = new(2026, 7, 2) }).Refusal!.Fields.Select(f => f.Field));
    }

    [Fact]
    public void Nobody_disputes_alone_or_twice()
    {
        Assert.Equal(["Parties"], Dispute.Create(Draft with { Parties = [Draft.Parties[0]] }).Refusal!.Fields.Select(f => f.Field));
        Assert.Equal(["Parties[2]"], Dispute.Create(Draft with { Parties = [Draft.Parties[0], Draft.Parties[0]] }).Refusal!.Fields.Select(f => f.Field));
        Assert.Equal(["Parties[1]"], Dispute.Create(Draft with { Parties = [null!, Draft.Parties[0]] }).Refusal!.Fields.Select(f => f.Field));
    }

    [Fact]
    public void A_date_out_of_order_is_told_by_its_distance() =>
        Assert.Equal("a date 30 day(s) before OccurredOn", Assert.Single(Dispute.Create(Draft with { EndedOn = new(2026, 6, 1) }).Refusal!.Fields).Value.En);
}
