using CityDay.City;
using CityDay.Input;
using CityDay.Simulation;
using GridGov;

namespace CityDay.Tests.Simulation;

/// <summary>A small generated city, and what the log of a run says of each case.</summary>
internal static class Plays
{
    /// <param name="perDay">Reports on the one day.</param>
    /// <param name="rework">Results of 10,000 that are sent back; null: the city's own share.</param>
    public static CityScript City(int perDay = 200, int? rework = null)
    {
        CityScript script = Scripts.Make(new ScriptRequest(null, GridGovFormat.FormatName, Seed: 1, Days: 1, perDay), CancellationToken.None);
        return script with { Head = script.Head with { ReworkPer10000 = rework ?? script.Head.ReworkPer10000 } };
    }

    public static async Task<(RunResult Result, Dictionary<string, List<CaseEntry>> Cases)> PlayAsync(CityScript script, Action<RunProgress>? progress = null)
    {
        // Progress is told every 256 events; a run that never ends is stopped and fails by what it left.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        int told = 0;
        var store = new InMemoryCaseStore();
        RunResult result = await CityRun.PlayAsync(script, store, Follow, stop.Token);
        Assert.False(result.Cancelled);
        var cases = new Dictionary<string, List<CaseEntry>>();
        await foreach (CaseEntry entry in store.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            cases.TryAdd(entry.Case.Value, []);
            cases[entry.Case.Value].Add(entry);
        }

        return (result, cases);

        void Follow(RunProgress step)
        {
            progress?.Invoke(step);
            if (++told == 100)
                stop.Cancel();
        }
    }
}
