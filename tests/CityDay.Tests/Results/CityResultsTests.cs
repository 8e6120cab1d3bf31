using CityDay.City;
using CityDay.Input;
using CityDay.Results;
using CityDay.Simulation;
using CityDay.Tests.Simulation;
using GridGov.Workflows;
using static CityDay.Tests.Results.Entries;

namespace CityDay.Tests.Results;

public sealed class CityResultsTests
{
    private static readonly Rejection Malformed = new(3, 1, "grid", "x", "unknown", "correct it");

    // Two arrivals and a malformed line; of the arrivals one was played and became a case.
    [Theory]
    [InlineData(3, 1, true)]
    [InlineData(4, 1, false)]
    [InlineData(2, 1, false)]
    [InlineData(3, 2, false)]
    [InlineData(3, 0, false)]
    public async Task Rows_are_conserved_when_none_is_lost_or_counted_twice(int rows, int played, bool conserved)
    {
        CityScript city = Plays.City(perDay: 2);
        CityScript script = city with { Head = city.Head with { Rows = rows, Rejections = [Malformed] } };
        LogTally tally = await TallyAsync(Opened("A", Monday));

        Assert.Equal(conserved, Results(script, played, tally).IsConserved);
    }

    [Fact]
    public async Task A_case_that_ends_twice_is_not_conserved()
    {
        CityScript script = Plays.City(perDay: 1);
        var end = Entry("A", 2, Monday, EightStep.Triggers.Archive, EightStep.Publish, EightStep.Archive);

        Assert.True(Results(script, 1, await TallyAsync(Opened("A", Monday), end)).IsConserved);
        Assert.False(Results(script, 1, await TallyAsync(Opened("A", Monday), end, end)).IsConserved);
    }

    private static CityResults Results(CityScript script, int played, LogTally tally) =>
        new(script, new([], played, 0, false, Monday), tally, CityComparison.Of(script, tally, Monday));
}
