using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class IndicatorFoldTests
{
    private static readonly DateTimeOffset Later = Monday.AddDays(60);

    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void Entries_and_folded_cases_give_the_same_indicators(string id) =>
        Gen.Select(Gen.Int[0, 1000].Array[1, 25].Array[1, 12], Gen.Int[0, int.MaxValue], Gen.Int[0, 100]).Sample((choices, seed, days) =>
        {
            var definition = Fit.Named(id);
            var logs = choices.Select((walk, i) => Walk(definition, $"c{i}", walk)).ToArray();
            var fold = new IndicatorFold();
            foreach (var entry in Mixed(logs, seed))
                fold.Add(entry);

            var cases = logs.Select(Case.From).ToArray();
            var asOf = Monday.AddDays(days);
            Assert.Equal(CaseIndicators.Of(cases, asOf), fold.At(asOf));
            Assert.Equal(fold.At(asOf), fold.At(asOf));
            Assert.Equal(cases.Count(c => !c.IsClosed), fold.OpenCases);
        }, iter: 300);

    [Fact]
    public void A_case_that_has_ended_is_forgotten_and_an_entry_that_does_not_follow_is_named()
    {
        var entry = Fit.Opening(EightStep.Default);
        var fold = new IndicatorFold();

        fold.Add(entry);

        Assert.Equal(1, fold.At(Later).Cases);
        Assert.Contains("c1", Assert.Throws<ArgumentException>(() => fold.Add(entry)).Message, StringComparison.Ordinal);
        Assert.Contains("c2", Assert.Throws<ArgumentException>(() => fold.Add(entry with { Case = new("c2"), Number = 2, Kind = EntryKind.Moved })).Message, StringComparison.Ordinal);
    }

    private static List<CaseEntry> Walk(LifecycleDefinition definition, string id, int[] choices)
    {
        var entries = new List<CaseEntry> { Fit.Opening(definition, id) };
        var @case = Case.From(entries);
        foreach (var choice in choices)
        {
            if (@case.IsClosed)
                break;
            TransitionDefinition[] ways = [.. definition.From(@case.Step)];
            var way = ways[choice % ways.Length];
            var decision = definition.Decide(@case, Fit.Command(@case, way), Fit.When(@case, way));
            if (!decision.IsAllowed)
                continue;
            entries.Add(decision.ToEntry());
            @case = Case.Apply(@case, entries[^1]);
        }

        return entries;
    }

    private static IEnumerable<CaseEntry> Mixed(List<CaseEntry>[] logs, int seed)
    {
        var random = new Random(seed);
        var queues = logs.Select(l => new Queue<CaseEntry>(l)).ToList();
        while (queues.Count > 0)
        {
            var i = random.Next(queues.Count);
            yield return queues[i].Dequeue();
            if (queues[i].Count == 0)
                queues.RemoveAt(i);
        }
    }
}
