using System.Buffers;
using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>The late case from its opening to the archive, each entry into the store in memory; a new store now and then.</summary>
internal sealed class WalkStore
{
    private const int CasesOfAStore = 1_000;

    private readonly LateCase _walk = new();
    private readonly CaseId[] _ids = [.. Enumerable.Range(0, CasesOfAStore).Select(i => new CaseId($"case-{i}"))];

    /// <summary>The canonical bytes of what a walk seals.</summary>
    public byte[][] Bytes()
    {
        var all = new List<byte[]>();
        foreach (var (before, step) in _walk.Before.Zip(_walk.Steps))
        {
            var entry = LateCase.Lifecycle.Decide(before, step.Command, step.Context).ToEntry();
            var bytes = new ArrayBufferWriter<byte>();
            CaseChain.WriteCanonical(entry, entry.Previous, bytes);
            all.Add(bytes.WrittenSpan.ToArray());
        }

        return [.. all];
    }

    /// <summary>Walks n cases; the answers are the steps they go through.</summary>
    public long Walk(int n, bool chained)
    {
        long sum = 0;
        var store = new InMemoryCaseStore();
        for (var i = 0; i < n; i++)
        {
            if (i % CasesOfAStore == 0)
                store = new();
            var opening = _walk.Opening with { Case = _ids[i % CasesOfAStore] };
            Append(store, opening);
            var current = Case.Apply(null, opening);
            foreach (ref readonly var step in _walk.Steps.AsSpan())
            {
                var decision = LateCase.Lifecycle.Decide(current, step.Command, step.Context);
                var entry = chained ? decision.ToEntry() : decision.ToUnsealedEntry();
                Append(store, entry);
                current = Case.Apply(current, entry);
                sum = Checksum.Add(sum, LifecycleComparison.NumberOf(current.Step));
            }
        }

        return sum;
    }

    // The store in memory never lets anybody wait.
    private static void Append(InMemoryCaseStore store, CaseEntry entry)
    {
        var appended = store.AppendAsync(entry);
        if (!appended.IsCompletedSuccessfully || appended.Result != AppendResult.Appended)
            throw new InvalidOperationException($"Entry {entry.Number} was not stored.");
    }
}
