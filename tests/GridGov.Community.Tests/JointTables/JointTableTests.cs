namespace GridGov.Community.Tests.JointTables;

public sealed class JointTableTests
{
    private static readonly BodyId Committee = new("committee");
    private static readonly BodyId Owners = new("owners");
    private static readonly BodyId Manager = new("manager");
    private static readonly BodyId Police = new("police");
    private static readonly DateOnly March = new(2026, 3, 10);

    private static ValueList<TableSeat> Four =>
    [
        new(Committee, SeatKind.ResidentsCommittee, new("Committee", "居委会")),
        new(Owners, SeatKind.OwnersCommittee, new("Owners' committee", "业委会")),
        new(Manager, SeatKind.PropertyManager, new("Manager", "物业")),
        new(Police, SeatKind.Police, new("Police", "派出所")),
    ];

    [Fact]
    public void What_was_undertaken_is_asked_after_until_another_seat_has_seen_it_done()
    {
        var table = Table();
        Assert.True(table.Bring(Matter("parking"), Owners).IsAccepted);
        var undertaking = table.Undertake("parking", Manager, [Committee, Manager], new("paints bays", "划线"), March, March.AddDays(14)).Value;

        Assert.Equal([undertaking], table.Late(March.AddDays(15)));
        Assert.Equal("joint-table.own", Codes(table.Report(undertaking.Number, Owners).Refusal!).Single());
        Assert.True(table.Report(undertaking.Number, Manager).IsAccepted);
        Assert.Equal("joint-table.another", Codes(table.Confirm(undertaking.Number, Manager, true, March.AddDays(20)).Refusal!).Single());
        Assert.Equal(UndertakingState.Open, table.Confirm(undertaking.Number, Police, false, March.AddDays(20)).Value.State);
        Assert.Equal("joint-table.done", Codes(table.Settle("parking", March.AddDays(20)).Refusal!).Single());
        table.Report(undertaking.Number, Manager);
        Assert.Equal(March.AddDays(22), table.Confirm(undertaking.Number, Police, true, March.AddDays(22)).Value.DoneOn);
        Assert.True(table.Settle("parking", March.AddDays(22)).IsAccepted);
        Assert.Empty(table.OpenMatters());
        Assert.Empty(table.Late(March.AddYears(1)));
    }

    [Fact]
    public void Nobody_is_bound_in_absence_and_nobody_else_than_a_seat()
    {
        var table = Table();
        table.Bring(Matter("waste"), Committee);

        var refusal = table.Undertake("waste", new("stranger"), [Committee], new("cleans", "清理"), March, March.AddDays(-1)).Refusal!;

        Assert.Equal(["joint-table.seat", "joint-table.present", "joint-table.due"], Codes(refusal));
    }

    [Theory]
    [InlineData(OwnersMatter.UseOfFund, "owners.ordinary")]
    [InlineData(OwnersMatter.RaisingOfFund, "owners.special")]
    [InlineData(OwnersMatter.CommonParts, "owners.special")]
    public void The_table_does_not_decide_for_owners(OwnersMatter matter, string rule)
    {
        var table = Table();
        table.Bring(Matter("lift") with { ForOwners = matter }, Owners);

        var none = table.Settle("lift", March).Refusal!;
        var another = table.Settle("lift", March, QuorumRules.Statutory["residents.assembly"].Judge(new() { People = new(100, 100, 100, 100, 0) }));
        var tooFew = table.Settle("lift", March, Count(rule, 40)).Refusal!;

        Assert.Equal("joint-table.owners", Codes(none).Single());
        Assert.Equal("278", none.Basis!.Article);
        Assert.Equal("joint-table.owners", Codes(another.Refusal!).Single());
        Assert.Contains("quorum", tooFew.Unmet[0].Code, StringComparison.Ordinal);
        Assert.True(table.Settle("lift", March, Count(rule, 90)).IsAccepted);
    }

    [Fact]
    public void A_table_without_its_parties_is_not_set_and_every_fault_is_named()
    {
        var e = Assert.Throws<DefinitionException>(() => JointTable.Set(
            "t", new("street"), [.. Four.Where(s => s.Kind != SeatKind.OwnersCommittee), Four[0]], JointTable.FourParties));

        Assert.Equal(["seats", "convenor", "seats"], e.Faults.Select(f => f.Where));
        Assert.Contains(nameof(SeatKind.OwnersCommittee), e.Faults[2].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Matters_and_undertakings_that_there_are_not_are_refused()
    {
        var table = Table();
        table.Bring(Matter("a"), Committee);

        Assert.Equal(["joint-table.seat", "joint-table.new"], Codes(table.Bring(Matter("a"), new("x")).Refusal!));
        Assert.Equal(["joint-table.matter"], Codes(table.Settle("b", March).Refusal!));
        Assert.Equal(["joint-table.undertaking"], Codes(table.Report(1, Committee).Refusal!));
        Assert.True(table.Settle("a", March).IsAccepted);
        Assert.Equal(["joint-table.unsettled"], Codes(table.Settle("a", March).Refusal!));
    }

    private static JointTable Table() => JointTable.Set("four", Committee, Four, JointTable.FourParties);

    private static JointMatter Matter(string code) => new() { Code = code, Name = new("A matter", "议题"), On = March };

    private static QuorumResult Count(string rule, int yes) => QuorumRules.Statutory[rule].Judge(new()
    {
        People = new(100, 100, 100, yes, 100 - yes),
        Area = new(10_000, 10_000, 10_000, yes * 100, (100 - yes) * 100),
    });

    private static IEnumerable<string> Codes(Refusal refusal) => refusal.Unmet.Select(u => u.Code);
}
