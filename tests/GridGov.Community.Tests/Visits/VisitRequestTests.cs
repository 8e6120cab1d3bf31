using GridGov.Assignment;
using GridGov.Rules;
using GridGov.Testing;

namespace GridGov.Community.Tests.Visits;

public sealed class VisitRequestTests
{
    private static readonly Town TheTown = Town.Default();
    private static readonly WorkCalendar Calendar = TheTown.Profile.Calendar;
    private static readonly GridTree Grids = TheTown.Profile.Grids;

    // A Friday.
    private static readonly DateOnly Friday = new(2026, 3, 6);

    [Fact]
    public void A_household_that_works_by_day_is_visited_in_the_evening_and_on_days_off()
    {
        var requests = new VisitRequests(Grids, Calendar);

        var ordinary = requests.For(Visit(Friday, Friday.AddDays(3)), isStaggered: false, Friday).Value;
        var staggered = requests.For(Visit(Friday, Friday.AddDays(3)), isStaggered: true, Friday).Value;

        Assert.Equal(["Fri 09:00", "Mon 09:00"], Texts(ordinary));
        Assert.Equal(["Fri 18:30", "Sat 09:00", "Sun 09:00", "Mon 18:30"], Texts(staggered));
        Assert.All(staggered.Windows, w => Assert.Equal(TimeSpan.FromHours(8), w.From.Offset));
    }

    [Fact]
    public void What_is_over_is_left_out_and_the_last_day_is_urgent()
    {
        var requests = new VisitRequests(Grids, Calendar, weight: 2);

        Assert.False(requests.For(Visit(Friday, Friday.AddDays(3)), false, Friday).Value.Request.IsUrgent);
        var last = requests.For(Visit(Friday, Friday.AddDays(3)), false, Friday.AddDays(3)).Value;

        Assert.True(last.Request.IsUrgent);
        Assert.Equal(2, last.Request.Weight);
        Assert.Equal(["Mon 09:00"], Texts(last));
    }

    [Fact]
    public void The_engine_gives_each_visit_of_a_plan_to_somebody_of_its_grid()
    {
        var engine = new AssignmentEngine(TheTown.Profile.Roster);
        var requests = new VisitRequests(Grids, Calendar);
        var reader = new SensitiveReader(new("w-1"), new("visits"), new Silent(), TimeProvider.System);
        var plan = VisitPlan.Make(VisitRules.Sample, [VisitSubject.Of(Household(), Friday, reader)], Friday, Friday.AddDays(30));

        var first = plan.Visits().First();
        var decision = engine.Assign(requests.For(first, false, first.Due).Value.Request);

        Assert.True(decision.IsAssigned);
    }

    [Fact]
    public void A_grid_that_there_is_not_is_refused() =>
        Assert.Equal(RefusalCodes.GridUnknown, new VisitRequests(Grids, Calendar).For(Visit(Friday, Friday, "999999"), false, Friday).Refusal!.Code);

    [Fact]
    public void Hours_that_end_before_they_begin_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new VisitRequests(Grids, Calendar, new() { From = TimeSpan.FromHours(18) }));

    [Fact]
    public void Time_at_doors_counts_towards_the_goal()
    {
        var visit = VisitWork.Of(
            new() { Household = new("h1"), On = Friday, Way = VisitWay.Door, Result = VisitResult.Met, By = new("w1"), Minutes = 30 }, new("community"));
        var form = visit with { Activity = WorkActivity.Form, Minutes = 31 };

        Assert.True(BurdenReport.Of([visit], [], Friday, Friday).Total.ReachesGoal);
        Assert.False(BurdenReport.Of([visit, form], [], Friday, Friday).Total.ReachesGoal);
    }

    private static IEnumerable<string> Texts(VisitRequest request) =>
        request.Windows.Select(w => w.From.ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

    private static DueVisit Visit(DateOnly from, DateOnly due, string? grid = null)
    {
        var reader = new SensitiveReader(new("w-1"), new("visits"), new Silent(), TimeProvider.System);
        return new(VisitSubject.Of(Household(grid), from, reader), VisitRules.Sample.Terms.Rules[^1], from, due);
    }

    private static Household Household(string? grid = null) => new()
    {
        Id = new("h1"),
        Grid = new(grid ?? "g11"),
        Members = [new(new("p1"))],
    };

    private sealed class Silent : IPersonalDataAudit
    {
        public void Record(PersonalDataAccess access)
        {
        }
    }
}
