using static GridGov.Workflows.Tests.PausingLoop;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class StandingTransitionsTests
{
    [Fact]
    public void Every_open_step_gets_what_it_does_not_declare()
    {
        foreach (var state in Standing.States.Where(s => !s.IsEnd))
        {
            foreach (var kind in (EntryKind[])[EntryKind.Warned, EntryKind.Escalated, EntryKind.Called, EntryKind.ReportedIn, EntryKind.PartDone])
                Assert.Single(Standing.From(state.Id), w => w.Records == kind);

            // One whose clock does something is not urged besides.
            Assert.Equal(state.OnDue is null, Standing.From(state.Id).Any(w => w.Records == EntryKind.Urged));
        }

        Assert.Equal(Plain.Version, Standing.Version);
        Assert.Same(Standing, StandingTransitions.AddTo(Standing));
    }

    [Fact]
    public void A_way_of_the_lifecycle_s_own_is_kept()
    {
        var own = Define(Way("alarm", "work", null, Role.System) with { Records = EntryKind.Warned });
        var standing = StandingTransitions.AddTo(own);

        Assert.Equal("alarm", Assert.Single(standing.From("work"), w => w.Records == EntryKind.Warned).Trigger);
        Assert.Equal("warn", Assert.Single(standing.From("check"), w => w.Records == EntryKind.Warned).Trigger);
    }

    [Fact]
    public void The_report_of_the_lead_waits_for_those_who_were_called()
    {
        var finish = Standing.Find("work", "finish")!;

        Assert.Equal([Guard.IsTheHandler, Whistle.SupportersAreDone], finish.Guards);
        Assert.Equal([Guard.IsTheHandler], Plain.Find("work", "finish")!.Guards);
    }

    [Fact]
    public async Task A_city_switches_them_on_for_its_eight_steps_with_one_line()
    {
        var town = new DeskFixture(change: o => o.Escalation = new());
        await town.OpenAsync("c1");
        town.Time.SetUtcNow(At("02 11:12"));

        var warned = Assert.Single(await town.Desk.TickAsync());
        Assert.Equal((80, EightStep.Accept), (warned.StepWarned, warned.Step));
        town.Time.SetUtcNow(At("02 12:00"));
        var urged = (await town.Desk.TickAsync())[^1];
        var entry = (await town.LogAsync())[^1];

        Assert.Equal((1, EightStep.Accept), (urged.Urgings, urged.Step));
        Assert.Equal((EntryKind.Urged, ResponsibilityLevel.Grid), (entry.Kind, entry.Facts!.Level));
    }

    [Fact]
    public async Task Urgings_and_escalations_name_who_answers_and_go_on_up_where_nobody_does()
    {
        var grids = Grids;
        Post Head(string id, ResponsibilityLevel level, string grid) => new()
        {
            Id = new(id),
            Kind = PostKind.Head,
            Level = level,
            Grid = new(grid),
            Holder = new($"head-{id}"),
            Body = new($"body-{id}"),
            From = new(2026, 1, 1),
        };
        var scheme = ResponsibilityScheme.Freeze("two", 1, [ResponsibilityLevel.Grid, ResponsibilityLevel.Street]);
        var town = new DeskFixture(change: o =>
        {
            o.Lifecycle = Plain;
            o.Escalation = new() { Warnings = [], Urgings = [ResponsibilityLevel.Grid, ResponsibilityLevel.Community] };
            o.Responsibilities = ResponsibilityMap.Freeze(
                scheme, grids, [], [Head("p1", ResponsibilityLevel.Grid, "g11"), Head("p2", ResponsibilityLevel.Street, "s1")]);
        });
        await town.OpenAsync("c1");
        for (var i = 0; i < 3; i++)
        {
            town.Time.Advance(TimeSpan.FromDays(7));
            await town.Desk.TickAsync();
        }

        var told = (await town.LogAsync()).Where(e => e.Facts?.Level is not null).Select(e => (e.Trigger, e.Facts!.Level, e.Facts.Person?.Value, e.Facts.Body?.Value));
        Assert.Equal(
            [
                ("urge", ResponsibilityLevel.Grid, "head-p1", "body-p1"),
                ("escalate", ResponsibilityLevel.Grid, "head-p1", "body-p1"),
                ("escalate", ResponsibilityLevel.Street, "head-p2", "body-p2"),
                ("urge", ResponsibilityLevel.Street, "head-p2", "body-p2"),
                ("escalate", ResponsibilityLevel.District, null, null),
                ("escalate", ResponsibilityLevel.City, null, null),
            ],
            told);
    }
}
