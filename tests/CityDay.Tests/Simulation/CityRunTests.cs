using CityDay.City;
using CityDay.Simulation;
using GridGov;
using GridGov.Assignment;
using GridGov.Workflows;

namespace CityDay.Tests.Simulation;

public sealed class CityRunTests
{
    private static readonly string[] Loop =
    [
        EightStep.Accept, EightStep.Refer, EightStep.Track, EightStep.Feedback, EightStep.Evaluate, EightStep.Publish, EightStep.Archive,
    ];

    [Fact]
    public async Task Every_case_goes_round_the_whole_loop()
    {
        var (_, cases) = await Plays.PlayAsync(Plays.City(rework: 0));

        Assert.All(cases.Values, entries => Assert.Equal(Loop, entries.Where(entry => entry.From != entry.To && entry.To != EightStep.Urge).Select(entry => entry.To)));
    }

    [Fact]
    public async Task Results_are_reported_when_the_script_says()
    {
        CityScript script = Plays.City(rework: 0);
        var (result, cases) = await Plays.PlayAsync(script);

        Assert.Equal(0, result.Queued);
        Assert.All(script.Arrivals.Where(arrival => cases.ContainsKey(arrival.Row.Id)), arrival =>
            Assert.Equal(arrival.HandledAt, Assert.Single(cases[arrival.Row.Id], IsReport).At));
    }

    [Fact]
    public async Task What_is_late_is_urged_and_what_is_on_time_is_not_urged_while_it_is_handled()
    {
        var (_, cases) = await Plays.PlayAsync(Plays.City(rework: 0));

        Assert.All(cases.Values, entries =>
            Assert.Equal(entries.Single(IsReport).At > entries[0].CaseDue, entries.Any(entry => entry is { From: EightStep.Track, To: EightStep.Urge })));
        Assert.Contains(cases.Values, entries => entries.Any(entry => entry.To == EightStep.Urge));
    }

    [Fact]
    public async Task A_result_that_is_sent_back_is_sent_back_once()
    {
        var (_, cases) = await Plays.PlayAsync(Plays.City(rework: 10_000));

        Assert.All(cases.Values, entries =>
        {
            Assert.Single(entries, entry => entry.Trigger == EightStep.Triggers.Rework);
            Assert.Equal(2, entries.Count(IsReport));
            Assert.True(entries[^1].Ends);
        });
    }

    [Fact]
    public async Task Nobody_checks_or_evaluates_what_they_handled()
    {
        var (_, cases) = await Plays.PlayAsync(Plays.City());

        Assert.All(cases.Values, entries => Assert.DoesNotContain(
            entries.Where(entry => entry.Trigger is EightStep.Triggers.Verify or EightStep.Triggers.Evaluate).Select(entry => entry.By.Id),
            by => entries.Any(entry => entry.Handler == by)));
    }

    [Fact]
    public async Task What_is_never_handled_stays_open()
    {
        CityScript script = Plays.City(perDay: 40);
        var (_, cases) = await Plays.PlayAsync(script with { Arrivals = [.. script.Arrivals.Select(arrival => arrival with { HandledAt = null })] });

        Assert.NotEmpty(cases);
        Assert.All(cases.Values, entries => Assert.Equal((false, EightStep.Urge), (entries[^1].Ends, entries[^1].To)));
    }

    [Fact]
    public async Task A_small_roster_makes_cases_wait_and_nobody_hold_more_than_their_capacity()
    {
        CityScript script = WithWorkers(Plays.City(), workers => [.. workers.Where(worker => worker.Covers.Contains(GeneratedCity.Root))]);
        var (result, cases) = await Plays.PlayAsync(script);

        Assert.True(result.Queued > 0);
        Assert.Equal(result.Queued, cases.Values.Count(entries => entries.First(entry => entry.Handler is not null).At > entries[0].At));
        Assert.All(cases.Values, entries => Assert.True(entries[^1].Ends));
        Assert.Equal(GeneratedCity.Size.Capacity, MostHeld(cases.Values));
    }

    [Fact]
    public async Task A_roster_that_does_not_cover_the_city_is_a_fault_of_the_script()
    {
        CityScript script = WithWorkers(Plays.City(), workers => [.. workers.Select(worker => worker with { Covers = [new("LJ0604")] })]);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Plays.PlayAsync(script));

        Assert.StartsWith("The roster does not cover the city.\n", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_never_goes_back_and_ends_at_its_total()
    {
        var seen = new List<RunProgress>();
        CityScript script = Plays.City();
        var (result, cases) = await Plays.PlayAsync(script, seen.Add);

        Assert.True(seen.Count > 3);
        Assert.Equal(seen.OrderBy(p => p.Done).ThenBy(p => p.Played).ThenBy(p => p.Archived), seen);
        Assert.Equal(new(script.Arrivals.Count, cases.Count, seen[^1].Total, seen[^1].Total), seen[^1]);
        Assert.Equal(script.Arrivals.Count, result.Refused.Count + cases.Count);
    }

    private static bool IsReport(CaseEntry entry) => entry.Trigger == EightStep.Triggers.Report;

    private static CityScript WithWorkers(CityScript script, Func<IReadOnlyList<Worker>, IReadOnlyCollection<Worker>> choose) => script with
    {
        Configure = city =>
        {
            script.Configure(city);
            city.Workers = choose([.. city.Workers!]);
        },
    };

    // A case is held from its assignment to its result, and again from its rework; what ends makes room for what begins.
    private static int MostHeld(IEnumerable<List<CaseEntry>> cases)
    {
        var changes = new List<(DateTimeOffset At, int Change, ActorId Handler)>();
        foreach (CaseEntry entry in cases.SelectMany(entries => entries))
        {
            if (entry.Trigger is EightStep.Triggers.Assign)
                changes.Add((entry.At, 1, entry.Handler!.Value));
            else if (IsReport(entry))
                changes.Add((entry.At, -1, entry.Handler!.Value));
        }

        return changes.GroupBy(change => change.Handler).Max(of =>
        {
            int held = 0;
            return of.OrderBy(change => change.At).ThenBy(change => change.Change).Max(change => held += change.Change);
        });
    }
}
