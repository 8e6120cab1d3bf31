using CityDay.City;
using CityDay.Output;
using CityDay.Page;
using CityDay.Results;
using CityDay.Tests.Results;
using CityDay.Tests.Simulation;
using CsCheck;
using GridGov;
using GridGov.Workflows;

namespace CityDay.Tests.Output;

public sealed class FlowBinningTests
{
    private const int Minutes = 60 * 24 * 365;

    private static readonly CityScript Script = Plays.City(perDay: 1);

    // When cases were opened, in minutes, and how many minutes later they were archived, if they were.
    private static readonly Gen<(int Opened, int? Archived)[]> Cases =
        from spread in Gen.OneOf(60, 60 * 24, Minutes, 60 * Minutes)
        from cases in Gen.Select(Gen.Int[0, spread], Gen.OneOf(Gen.Int[0, 60].Nullable(), Gen.Int[0, spread].Nullable(), Gen.Const((int?)null))).Array[1, 10]
        select cases;

    [Fact]
    public Task Arrivals_and_archived_add_up_to_what_the_log_says() => Cases.SampleAsync(async cases =>
    {
        var (flow, archivedLater) = FlowBinning.Of(await ResultsAsync(cases));

        Assert.Equal(cases.Length, flow.Bins.Sum(bin => bin.Arrivals));
        Assert.Equal(cases.Count(of => of.Archived is not null), flow.Bins.Sum(bin => bin.Archived) + archivedLater);
        Assert.Equal(cases.Length - flow.Bins.Sum(bin => bin.Archived), flow.Bins[^1].Backlog);
    });

    [Fact]
    public Task There_are_at_most_a_hundred_and_twenty_bins_of_one_width() => Cases.SampleAsync(async cases =>
    {
        FlowSeries flow = FlowBinning.Of(await ResultsAsync(cases)).Series;

        Assert.InRange(flow.Bins.Count, 1, 120);
        Assert.True(flow.Bins.Zip(flow.Bins.Skip(1), (bin, next) => next.Start - bin.Start).Distinct().Count() <= 1);
        Assert.Equal(TimeSpan.Zero, flow.Bins[0].Start.TimeOfDay);
    });

    [Fact]
    public Task The_backlog_is_what_came_in_and_has_not_gone_out() => Cases.SampleAsync(async cases =>
    {
        long backlog = 0;
        Assert.All(FlowBinning.Of(await ResultsAsync(cases)).Series.Bins, bin => Assert.Equal(backlog += bin.Arrivals - bin.Archived, bin.Backlog));
    });

    [Fact]
    public async Task Bins_begin_at_midnight_of_the_citys_own_day()
    {
        FlowSeries flow = FlowBinning.Of(await ResultsAsync([(90, 30), (150, null)])).Series;

        Assert.Equal("10 minutes", flow.BinWidth);
        Assert.Equal(new DateTime(2026, 3, 2), flow.Bins[0].Start);
        Assert.Equal([9, 15], flow.Bins.Index().Where(bin => bin.Item.Arrivals > 0).Select(bin => bin.Index));
        Assert.Equal(new FlowBin(new(2026, 3, 2, 2, 0, 0), 0, 1, 0), flow.Bins[12]);
    }

    [Fact]
    public async Task What_is_archived_long_after_the_last_arrival_is_counted_apart() =>
        Assert.Equal(1, FlowBinning.Of(await ResultsAsync([(0, 60), (60, Minutes)])).ArchivedLater);

    [Fact]
    public async Task Without_a_case_there_is_no_bin() => Assert.Empty(FlowBinning.Of(await ResultsAsync([])).Series.Bins);

    private static async Task<CityResults> ResultsAsync((int Opened, int? Archived)[] cases)
    {
        LogTally tally = await Entries.TallyAsync(cases.Index().SelectMany(of => EntriesOf($"C{of.Index}", of.Item.Opened, of.Item.Archived)));
        return new(Script, new([], 1, 0, false, Entries.Monday), tally, CityComparison.Of(Script, tally, Entries.Monday));
    }

    private static IEnumerable<CaseEntry> EntriesOf(string id, int opened, int? archived)
    {
        DateTimeOffset at = Entries.Monday.AddMinutes(opened);
        yield return Entries.Opened(id, at);
        if (archived is { } minutes)
            yield return Entries.Entry(id, 2, at.AddMinutes(minutes), EightStep.Triggers.Archive, EightStep.Publish, EightStep.Archive);
    }
}
