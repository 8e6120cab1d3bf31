using CityDay.City;
using CityDay.Results;
using CityDay.Tests.Simulation;
using GridGov;
using GridGov.Workflows;
using static CityDay.Tests.Results.Entries;

namespace CityDay.Tests.Results;

public sealed class CityComparisonTests
{
    private static readonly DateTimeOffset Due = Monday.AddDays(2);

    private static readonly DateTimeOffset Later = Monday.AddDays(30);

    [Theory]
    [InlineData("市容环卫", 180, true)]
    [InlineData("市容环卫", -180, true)]
    [InlineData("市容环卫", 181, false)]
    [InlineData("治安维稳", 3_780, true)]
    [InlineData("治安维稳", 3_781, false)]
    public async Task A_deadline_may_differ_by_three_minutes_and_in_natural_days_by_an_hour_more(string kind, int seconds, bool equal)
    {
        CityComparison comparison = await CompareAsync(new() { Kind = kind, Target = Due.AddSeconds(seconds) });

        Assert.Equal((1, equal ? 1 : 0), (comparison.DeadlinesCompared, comparison.DeadlinesEqual));
        Assert.Equal(equal ? 0 : 1, comparison.Differences.Count);
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task A_flag_that_nothing_explains_is_counted(bool flag, int equal, int unexplained)
    {
        CityComparison comparison = await CompareAsync(new() { Target = Due, Flag = flag, Handled = Due });

        Assert.Equal((1, equal, unexplained), (comparison.FlagsCompared, comparison.FlagsEqual, comparison.FlagsUnexplained));
    }

    [Fact]
    public async Task A_flag_that_follows_from_the_citys_other_deadline_is_explained()
    {
        CityComparison comparison = await CompareAsync(new() { Target = Due.AddDays(3), Flag = true, Handled = Due.AddDays(1) });

        Assert.Equal((1, 0, 0), (comparison.FlagsCompared, comparison.FlagsEqual, comparison.FlagsUnexplained));
        Assert.Equal(["deadline", "on time"], comparison.Differences.Select(difference => difference.What));
    }

    [Fact]
    public async Task What_has_no_target_in_a_city_that_sets_them_by_type_is_on_time()
    {
        CityComparison comparison = await CompareAsync(new() { Flag = true, Handled = Later, IsLimitedByType = true });

        Assert.Equal((1, 1), (comparison.FlagsCompared, comparison.FlagsEqual));
    }

    [Fact]
    public async Task An_open_case_that_is_not_yet_due_has_no_flag_to_compare()
    {
        Assert.Equal(0, (await CompareAsync(new() { Flag = true }, asOf: Due)).FlagsCompared);
        Assert.Equal(1, (await CompareAsync(new() { Flag = false }, asOf: Due.AddTicks(1))).FlagsEqual);
    }

    [Fact]
    public async Task What_the_city_left_without_a_flag_is_blank_only_where_others_have_one()
    {
        Assert.Equal(0, (await CompareAsync(new())).FlagsBlank);
        Assert.Equal(1, (await CompareAsync(new(), alsoFlagged: true)).FlagsBlank);
    }

    private static async Task<CityComparison> CompareAsync(Line line, DateTimeOffset? asOf = null, bool alsoFlagged = false)
    {
        CityScript script = Plays.City(perDay: 2);
        Arrival first = With(script.Arrivals[0], "A", line.Target, line.Flag);
        Arrival second = With(script.Arrivals[1], "not opened", null, alsoFlagged ? true : null);
        CaseEntry opened = Opened("A", Monday, Due, line.Kind);
        CaseEntry[] entries = line.Handled is { } handled
            ? [opened, Entry("A", 2, handled, EightStep.Triggers.Report, EightStep.Track, EightStep.Feedback)]
            : [opened];
        return CityComparison.Of(
            script with { Arrivals = [first, second], LimitedClasses = line.IsLimitedByType ? new HashSet<string>() : null },
            await TallyAsync(entries),
            asOf ?? Later);
    }

    private static Arrival With(Arrival arrival, string id, DateTimeOffset? target, bool? flag) =>
        arrival with { Row = arrival.Row with { Id = id, Target = target, OnTime = flag } };

    private sealed record Line
    {
        public string Kind { get; init; } = "市容环卫";

        public DateTimeOffset? Target { get; init; }

        public bool? Flag { get; init; }

        public DateTimeOffset? Handled { get; init; }

        public bool IsLimitedByType { get; init; }
    }
}
