using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class OpeningTests
{
    private readonly DeskFixture _town = new();

    [Fact]
    public async Task A_new_case_has_a_lead_body_a_step_and_a_clock()
    {
        var @case = await _town.OpenAsync("c1");

        Assert.Equal(Center, @case.Lead);
        Assert.Equal(EightStep.Accept, @case.Step);
        Assert.Equal(@case.StepDue, _town.Desk.NextDue);
        Assert.Equal(@case, await _town.Desk.FindAsync(new("c1")));
    }

    [Theory]
    [InlineData("g11", "comet", RefusalCodes.ClassUnknown)]
    [InlineData("g99", "cover", RefusalCodes.GridUnknown)]
    [InlineData("g11", "fine", RefusalCodes.DutyForbidden)]
    public async Task A_refused_report_leaves_nothing_behind(string grid, string kind, string code)
    {
        var refused = await _town.Desk.OpenAsync(Report("c1", grid, kind), Clerk);

        Assert.Equal(code, refused.Refusal?.Code);
        Assert.Empty(await _town.LogAsync());
        Assert.Null(await _town.Desk.FindAsync(new("c1")));
        Assert.Null(_town.Desk.NextDue);
    }

    [Fact]
    public async Task The_same_report_opens_one_case_only()
    {
        await _town.OpenAsync("c1");

        var again = await _town.Desk.OpenAsync(Report("c1", "g12", "tree"), Clerk);

        Assert.Equal(RefusalCodes.CaseExists, again.Refusal?.Code);
        Assert.Single(await _town.LogAsync());
        Assert.Equal("cover", (await _town.Desk.FindAsync(new("c1")))!.Report.Class.Value);
    }

    [Fact]
    public async Task An_unknown_case_is_refused()
    {
        Assert.Null(await _town.Desk.FindAsync(new("c9")));
        Assert.Equal(RefusalCodes.CaseUnknown, (await _town.Desk.DoAsync(new("c9"), Do("start", Clerk))).Refusal?.Code);
        Assert.Equal(RefusalCodes.CaseUnknown, (await _town.Desk.AssignAsync(new("c9"), Actor.System)).Refusal?.Code);
        Assert.Equal(RefusalCodes.CaseUnknown, (await _town.Desk.ExplainAsync(new("c9"))).Refusal?.Code);
    }

    [Fact]
    public async Task The_duty_list_is_asked_for_the_day_of_the_report_in_the_citys_zone()
    {
        var lastDay = new DateOnly(2026, 3, 2);
        var town = new DeskFixture(change: o => o.Duties = DutyList.Freeze("town", 1, new("committee"), new("Regulation"),
            [new() { Code = new("patrol"), Name = new("p", "巡"), Kind = DutyKind.Temporary, Basis = new("R"), Until = lastDay }]));

        // 23:59 and 00:00 in Shanghai, both still 2 March in UTC.
        var midnight = new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero);
        Assert.True((await town.Desk.OpenAsync(Report("c1", at: midnight.AddMinutes(-1)), Clerk)).IsAccepted);
        Assert.Equal(RefusalCodes.DutyNotListed, (await town.Desk.OpenAsync(Report("c2", at: midnight), Clerk)).Refusal?.Code);
    }

    [Fact]
    public void A_desk_takes_no_engine_over_another_grid_tree()
    {
        var other = GridTree.Build([new(new("s1"), null, "Street", GridLevel.Street)]);
        var engine = new Assignment.AssignmentEngine(Assignment.Roster.Freeze(other, [Worker("w1", 2, "s1")]));

        Assert.Throws<ArgumentException>(() => new CaseDesk(_town.City, _town.Store, engine, _town.Time));
    }
}
