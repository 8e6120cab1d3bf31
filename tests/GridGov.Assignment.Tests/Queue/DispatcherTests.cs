using Microsoft.Extensions.Time.Testing;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class DispatcherTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_line_is_drained_best_first_at_the_moment_somebody_becomes_free()
    {
        var desk = Desk(null, Worker("a", 2, "g11"));
        desk.Submit(Case("first"));
        desk.Submit(Case("second"));
        desk.Submit(Case("low"));
        desk.Submit(Case("high") with { Priority = 2 });
        Assert.Equal(["high", "low"], desk.Waiting().Select(s => s.Case.Id.Value));

        var events = desk.Complete(new("first")).Value;

        Assert.Equal(["Completed first a", "Assigned high a"], Texts(events));
        Assert.Equal(DispatchStanding.Held, desk.Find(new("high"))!.Standing);
        Assert.Equal(2, desk.Engine.LoadOf("a"));
    }

    [Fact]
    public void A_case_that_has_waited_long_enough_stands_before_one_of_higher_priority()
    {
        var desk = Desk(new() { AgeingPerPriority = TimeSpan.FromMinutes(30) }, Worker("a", 1, "g11"));
        desk.Submit(Case("held"));
        desk.Submit(Case("old"));
        _time.Advance(TimeSpan.FromMinutes(59));
        desk.Submit(Case("new") with { Priority = 2 });
        Assert.Equal(["new", "old"], Waiting(desk));
        _time.Advance(TimeSpan.FromMinutes(2));
        desk.Submit(Case("newer") with { Priority = 2 });

        Assert.Equal(["new", "old", "newer"], Waiting(desk));
    }

    [Fact]
    public void A_case_waits_at_one_place_only_and_is_known_once()
    {
        var desk = Desk(null, Worker("a", 1, "g11"));
        desk.Submit(Case("c1"));

        Assert.Equal(RefusalCodes.CaseExists, desk.Submit(Case("c1")).Refusal?.Code);
        Assert.Equal(RefusalCodes.GridUnknown, desk.Submit(Case("c2") with { At = new("g99") }).Refusal?.Code);
        Assert.Equal(1, desk.Engine.LoadOf("a"));
        Assert.Equal(RefusalCodes.CaseUnknown, desk.Complete(new("c2")).Refusal?.Code);
        Assert.True(desk.Complete(new("c1")).IsAccepted);
        Assert.Equal(RefusalCodes.CaseUnknown, desk.Complete(new("c1")).Refusal?.Code);
        Assert.Equal(0, desk.Engine.LoadOf("a"));
    }

    [Fact]
    public void What_nobody_could_ever_take_is_told_and_kept()
    {
        var desk = Desk(null, Worker("a", 1, "g11"));

        var events = desk.Submit(Case("c") with { Needs = new() { Skills = ["gas"] } }).Value;
        Assert.Equal(["Queued c ", "Stuck c "], Texts(events));
        Assert.Equal(RefusalCodes.NobodyEligible, desk.Explain(new("c")).Refusal?.Code);

        events = desk.Swap(desk.Engine.Roster.With([Worker("a", 1, "g11") with { Skills = ["gas"] }]));
        Assert.Equal(["Assigned c a"], Texts(events));
    }

    [Fact]
    public void A_requirement_that_nobody_meets_is_passed_over_at_its_time_and_not_before()
    {
        var desk = Desk(null, Worker("a", 1, "g11"));
        desk.Submit(Case("c") with
        {
            Needs = new() { Skills = ["gas"] },
            Relaxing = [new(TimeSpan.FromMinutes(1), new() { Skills = ["water"] }), new(TimeSpan.FromMinutes(2), SkillNeeds.None)],
        });
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(desk.Tick());
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(1), desk.NextDue);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(["Assigned c a"], Texts(desk.Tick()));
    }

    [Fact]
    public void Escalation_by_time_and_by_length_raises_opens_reserves_and_widens()
    {
        var desk = new Dispatcher(
            new(Roster.Freeze(Grids, [Worker("near", 2, "g11"), Worker("beside", 1, "g12")]), _time, new() { UrgentReserve = 50 }), _time,
            new()
            {
                Escalations =
                [
                    new() { Name = "urgent", After = TimeSpan.FromMinutes(10), MakeUrgent = true },
                    new() { Name = "overflow", WhenLongerThan = 1, After = TimeSpan.FromMinutes(20), WidenLevels = 1, RaisePriority = 5 },
                ],
            });
        desk.Submit(Case("c1"));
        desk.Submit(Case("c2"));
        desk.Submit(Case("c3"));
        desk.Submit(Case("c4"));
        Assert.Equal(["c2", "c3", "c4"], Waiting(desk));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(10), desk.NextDue);

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(
            ["Escalated c2  urgent", "Escalated c3  urgent", "Escalated c4  urgent", "Assigned c2 near"], Texts(desk.Tick()));
        Assert.Empty(desk.Tick());

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(["Escalated c3  overflow", "Escalated c4  overflow", "Assigned c3 beside"], Texts(desk.Tick()));
    }

    [Fact]
    public void A_hand_over_gives_each_case_to_somebody_else_or_back_to_its_old_place()
    {
        var desk = Desk(null, Worker("a", 3, "g11"), Worker("b", 1, "s1"));
        foreach (var id in (string[])["c1", "c2", "c3"])
            desk.Submit(Case(id));
        desk.Submit(Case("waits"));
        Assert.Equal("b", desk.Find(new("waits"))!.Workers[0].Value);
        desk.Submit(Case("later"));
        desk.Complete(new("waits"));
        desk.Withdraw(new("later"));

        var now = _time.GetUtcNow();
        desk.Swap(desk.Engine.Roster.With([Worker("a", 3, "g11") with { Leaves = [new(now, now.AddDays(3))] }, Worker("b", 1, "s1")]));
        var events = desk.HandOver(new("a"));

        Assert.Equal(["Assigned c1 b a", "Returned c2 a", "Returned c3 a"], Texts(events));
        Assert.Equal(["c2", "c3"], Waiting(desk));
        Assert.Equal(0, desk.Engine.LoadOf("a"));
        _time.Advance(TimeSpan.FromDays(3));
        Assert.Equal(["Assigned c2 a", "Assigned c3 a"], Texts(desk.Tick()));
    }

    [Fact]
    public void During_leave_the_substitute_takes_what_arises()
    {
        var now = _time.GetUtcNow();
        var desk = Desk(null,
            Worker("a", 3, "g11") with { Leaves = [new(now.AddHours(1), now.AddHours(2), new("stand-in"))] }, Worker("stand-in", 9, "g22"));

        Assert.Equal(["Assigned c1 a"], Texts(desk.Submit(Case("c1")).Value));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Assigned c2 stand-in"], Texts(desk.Submit(Case("c2")).Value));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["Assigned c3 a"], Texts(desk.Submit(Case("c3")).Value));
    }

    [Fact]
    public void A_shift_that_begins_takes_what_waits()
    {
        var desk = Desk(null, Worker("a", 3, "g11") with { Hours = WorkCalendar.Weekdays("08:00-12:00") });
        Assert.Equal(["Queued c "], Texts(desk.Submit(Case("c")).Value));
        Assert.Equal(CandidateVerdict.OffDuty, desk.Explain(new("c")).Value.Candidates[0].Verdict);

        while (desk.NextDue is { } due && due < _time.GetUtcNow().AddDays(1) && desk.WaitingCount > 0)
        {
            _time.SetUtcNow(due);
            desk.Tick();
        }

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), _time.GetUtcNow());
        Assert.Equal("a", desk.Find(new("c"))!.Workers[0].Value);
    }

    [Fact]
    public void Reassigning_takes_the_new_before_it_leaves_the_old()
    {
        var desk = Desk(null, Worker("a", 1, "g11"), Worker("b", 1, "g11"));
        desk.Submit(Case("c1"));
        desk.Submit(Case("c2"));
        Assert.Equal(DispatchCodes.NobodyElse, desk.Reassign(new("c1")).Refusal?.Code);
        Assert.Equal((1, 1), (desk.Engine.LoadOf("a"), desk.Engine.LoadOf("b")));
        desk.Complete(new("c2"));

        Assert.Equal(["Assigned c1 b a"], Texts(desk.Reassign(new("c1")).Value));
        Assert.Equal((0, 1), (desk.Engine.LoadOf("a"), desk.Engine.LoadOf("b")));
        Assert.Equal(["Assigned c1 a b"], Texts(desk.Reassign(new("c1"), new("a")).Value));
        Assert.Equal([new CaseId("c1")], desk.HeldBy(new("a")));
    }

    [Fact]
    public void Whoever_completed_a_case_of_the_same_place_comes_first_among_equals()
    {
        var desk = Desk(null, Worker("a", 9, "g11"), Worker("b", 9, "g11"));
        desk.Submit(Case("c1") with { Ties = ["place:7"] });
        desk.Complete(new("c1"));

        Assert.Equal(["Assigned c2 b"], Texts(desk.Submit(Case("c2")).Value));
        Assert.Equal(["Assigned c3 a"], Texts(desk.Submit(Case("c3") with { Ties = ["chain:1", "place:7"] }).Value));
        Assert.Equal(["Assigned c4 a"], Texts(desk.Submit(Case("c4") with { Ties = ["place:7"] }).Value));
        Assert.Equal(["Assigned c5 b"], Texts(desk.Submit(Case("c5") with { Ties = ["place:7"], Separated = [new("a")] }).Value));
    }

    [Fact]
    public void A_grid_change_moves_cases_and_whoever_lost_the_place_hands_over()
    {
        var desk = Desk(null, Worker("a", 5, "g11"), Worker("b", 5, "g12"));
        desk.Submit(Case("c1"));
        desk.Submit(Case("c2"));
        var edit = Grids.Split(
            new("g11"), [new(new("g13"), "g13"), new(new("g14"), "g14")], new(new(2026, 3, 2), "too large"));
        var next = desk.Engine.Roster.With(edit.Tree, [Worker("a", 5, "g13"), Worker("b", 5, "g12", "g14")]);

        var refusal = desk.Change(edit.Change, next).Refusal;
        Assert.Equal(DispatchCodes.PlaceUndecided, refusal?.Code);
        Assert.Equal(2, refusal!.Unmet.Count);
        Assert.Equal(2, desk.Engine.LoadOf("a"));

        var events = desk.Change(edit.Change, next, (c, _) => new(c.Id.Value == "c1" ? "g13" : "g14")).Value;
        Assert.Equal(["Moved c1  g13", "Moved c2  g14", "Returned c2 a", "Assigned c2 b"], Texts(events));
        Assert.Equal((1, 1), (desk.Engine.LoadOf("a"), desk.Engine.LoadOf("b")));
        Assert.Throws<ArgumentException>(() => desk.Swap(Roster.Freeze(Grids, [])));
    }

    [Fact]
    public void An_emergency_reorders_the_line_brings_people_in_and_ends_without_losing_a_case()
    {
        var desk = Desk(null, Worker("a", 1, "g11"));
        desk.Submit(Case("held"));
        desk.Submit(Case("photo") with { Duty = new("photo"), Priority = 1 });
        desk.Submit(Case("flood1") with { Duty = new("flood") });
        desk.Submit(Case("flood2") with { Duty = new("flood") });
        Assert.Equal(["photo", "flood1", "flood2"], Waiting(desk));

        var events = desk.SwitchTo(new()
        {
            Name = "flood",
            Duties = [new() { Duty = new("flood"), Priority = 9 }, new() { Duty = new("photo"), IsSuspended = true }],
            Reinforcements = [Worker("cadre", 1, "d")],
        });
        Assert.Equal(["Assigned flood1 cadre"], Texts(events));
        Assert.Equal(["flood2", "photo"], Waiting(desk));
        desk.Complete(new("held"));
        Assert.Equal(["photo"], Waiting(desk));

        events = desk.SwitchTo(DispatchProfile.Peacetime);
        Assert.Equal(["Returned flood1 cadre"], Texts(events));
        Assert.Equal(["photo", "flood1"], Waiting(desk));
        Assert.Equal(["Completed flood2 a", "Assigned photo a"], Texts(desk.Complete(new("flood2")).Value));
    }

    private static DispatchCase Case(string id) => new() { Id = new(id), At = new("g11") };

    private static IEnumerable<string> Waiting(Dispatcher desk) => desk.Waiting().Select(s => s.Case.Id.Value);

    private static IEnumerable<string> Texts(IEnumerable<DispatchEvent> events) =>
        events.Select(e => $"{e.Kind} {e.Case} {e.Worker}{(e.Note is { } note && !note.EndsWith("points", StringComparison.Ordinal) ? " " + note : "")}");

    private Dispatcher Desk(DispatcherOptions? options, params Worker[] workers) =>
        new(new(Roster.Freeze(Grids, workers), _time), _time, options);
}
