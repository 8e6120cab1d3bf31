using System.Globalization;
using CsCheck;
using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class BurdenReportTests
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateOnly Last = new(2026, 3, 31);

    private static readonly WorkEntry[] Work =
    [
        Entry("w2", "c1", WorkActivity.Visit, 60, TaskOrigin.Resident),
        Entry("w1", "c1", WorkActivity.Form, 61, TaskOrigin.Department) with { Forms = 3 },
        Entry("w3", "c2", WorkActivity.Visit, 30, TaskOrigin.Community),
        Entry("w3", "c2", WorkActivity.Meeting, 30, TaskOrigin.Street),
        Entry("w3", "c2", WorkActivity.Visit, 600, TaskOrigin.Street) with { On = Last.AddDays(1) },
    ];

    [Fact]
    public void Hours_forms_tasks_and_the_share_of_visits_are_counted_by_worker_and_by_community()
    {
        var report = Report();

        Assert.Equal(["w1", "w2", "w3"], report.Workers.Select(l => l.Id));
        Assert.Equal(["c1", "c2"], report.Communities.Select(l => l.Id));
        Assert.Equal((181L, 3L, 4), (report.Total.Minutes, report.Total.Forms, report.Total.Tasks));
        Assert.Equal([new(WorkActivity.Visit, 1, 60), new(WorkActivity.Form, 1, 61)], report.Communities[0].Activities);
        Assert.Equal([new(TaskOrigin.Resident, 1, 60), new(TaskOrigin.Department, 1, 61)], report.Communities[0].Origins);
        Assert.Equal(60m / 121, report.Communities[0].VisitShare);
    }

    [Fact]
    public void Exactly_half_of_the_time_reaches_the_goal_and_a_minute_less_does_not() =>
        Assert.Equal([false, true], Report().Communities.Select(l => l.ReachesGoal));

    [Fact]
    public void A_time_without_work_has_no_share_and_misses_no_goal()
    {
        var report = BurdenReport.Of([], [], First, Last);

        Assert.Null(report.Total.VisitShare);
        Assert.True(report.Total.ReachesGoal);
        Assert.Empty(report.Workers);
    }

    [Fact]
    public void Readers_get_it_in_their_language() => Assert.Equal(
        """
        Burden from 2026-03-01 to 2026-03-31, goal 50 % of the time in visits
          all: 3.0 h, visits 49.7 %, below the goal; 3 forms; 4 tasks (residents 1, community 1, street 1, departments 1)
          c1: 2.0 h, visits 49.6 %, below the goal; 3 forms; 2 tasks (residents 1, departments 1)
          c2: 1.0 h, visits 50.0 %; 0 forms; 2 tasks (community 1, street 1)
        refused by the list: 2
          duty.cap: 1
          duty.funded: 1
          duty.not-forbidden: 1
        """,
        Report().ToString());

    [Fact]
    public void Chinese_readers_get_it_in_Chinese() =>
        Assert.Contains("c2：1.0小时，走访50.0 %；填表0份；任务2件（社区自主 1, 街道 1）", Report().Explain(CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);

    [Fact]
    public void Parts_add_up_whatever_the_order_of_the_work()
    {
        var entry = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 2], Gen.Enum<WorkActivity>(), Gen.Int[0, 500], Gen.Enum<TaskOrigin>(), Gen.Int[0, 4])
            .Select((w, c, activity, minutes, origin, forms) => Entry($"w{w}", $"c{c}", activity, minutes, origin) with { Forms = forms });
        entry.Array[0, 12].Sample(work =>
        {
            var report = BurdenReport.Of(work, [], First, Last);

            Assert.Equal(report, BurdenReport.Of(work.Reverse(), [], First, Last));
            Assert.Equal(work.Sum(e => e.Minutes), report.Total.Minutes);
            foreach (var lines in new[] { report.Workers, report.Communities })
            {
                Assert.Equal(report.Total.Minutes, lines.Sum(l => l.Minutes));
                Assert.Equal(report.Total.Forms, lines.Sum(l => l.Forms));
                Assert.All(lines, l => Assert.Equal(l.Minutes, l.Activities.Sum(a => a.Minutes)));
                Assert.All(lines, l => Assert.Equal(l.Tasks, l.Origins.Sum(o => o.Tasks)));
                Assert.All(lines, l => Assert.Equal(l.VisitShare is null or >= 0.5m, l.ReachesGoal));
            }
        });
    }

    [Fact]
    public void Every_faulty_entry_is_listed_at_once() => Assert.Equal(
        ["entry 1", "entry 2", "entry 3"],
        Assert.Throws<DefinitionException>(() => BurdenReport.Of([Work[0] with { Minutes = -1 }, null!, Work[0] with { Activity = 0 }], [], First, Last)).Faults.Select(f => f.Where));

    [Fact]
    public void Days_the_wrong_way_round_and_goals_out_of_range_are_mistakes()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BurdenReport.Of([], [], Last, First));
        Assert.Throws<ArgumentOutOfRangeException>(() => BurdenReport.Of([], [], First, Last, 101));
    }

    [Fact]
    public void A_task_that_was_allowed_leaves_no_record_of_refusal() =>
        Assert.Throws<ArgumentException>(() => RefusedTask.Of(Task(Patrol), Gate.Check(Task(Patrol))));

    private static BurdenReport Report()
    {
        TaskRequest[] tasks = [Task(Survey, on: First) with { TimesBefore = 2 }, Task(Fines, on: Last), Task(Fines, on: Last.AddDays(1))];
        return BurdenReport.Of(Work, tasks.Select(t => RefusedTask.Of(t, Gate.Check(t))), First, Last);
    }

    private static WorkEntry Entry(string worker, string community, WorkActivity activity, int minutes, TaskOrigin origin) => new()
    {
        Worker = new(worker),
        Community = new(community),
        On = First,
        Activity = activity,
        Minutes = minutes,
        Origin = origin,
    };
}
