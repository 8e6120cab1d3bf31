using static GridGov.Testing.StoreLogs;

namespace GridGov.Testing;

/// <summary>Following the store.</summary>
internal static class FollowChecks
{
    public static async Task FollowAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 60);
        await AppendAsync(store, entries[..20], ct).ConfigureAwait(false);
        TaskCompletionSource first = Signal(), second = Signal();
        var following = TakeAsync(store, after: 0, count: 60, seen: n => Reached(n, 20, first, 40, second), ct);

        // Once while whoever follows waits, and once while it may be reading.
        await (await Task.WhenAny(following, first.Task).ConfigureAwait(false)).ConfigureAwait(false);
        await AppendAsync(store, entries[20..40], ct).ConfigureAwait(false);
        await (await Task.WhenAny(following, second.Task).ConfigureAwait(false)).ConfigureAwait(false);
        await AppendAsync(store, entries[40..], ct).ConfigureAwait(false);
        var seen = await following.ConfigureAwait(false);
        InPositions(seen);
        Same(entries, seen.Select(s => s.Entry), "what was followed");
    }

    public static async Task FromAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 12);
        await AppendAsync(store, entries[..8], ct).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var waiting = Signal();
        var following = TakeAsync(store, after: 5, count: int.MaxValue, seen: n => Reached(n, 7, waiting, 7, waiting), end.Token);
        await AppendAsync(store, entries[8..], ct).ConfigureAwait(false);
        await (await Task.WhenAny(following, waiting.Task).ConfigureAwait(false)).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        var seen = await following.ConfigureAwait(false);
        InPositions(seen, 6);
        Same(entries[5..], seen.Select(s => s.Entry), "what was followed from position 6");
    }

    public static async Task SeveralAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 40);
        var followers = Enumerable.Range(0, 4).Select(i => TakeAsync(store, after: i, count: 40 - i, seen: null, ct)).ToArray();
        await AppendAsync(store, entries, ct).ConfigureAwait(false);
        for (var i = 0; i < followers.Length; i++)
        {
            var seen = await followers[i].ConfigureAwait(false);
            InPositions(seen, i + 1);
            Same(entries[i..], seen.Select(s => s.Entry), $"what follower {i + 1} saw");
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Reached(int count, int first, TaskCompletionSource atFirst, int second, TaskCompletionSource atSecond)
    {
        if (count == first)
            atFirst.TrySetResult();
        if (count == second)
            atSecond.TrySetResult();
    }

    // Ends with what it has when it is cancelled; the checks see to it that this is not too early.
    private static Task<List<StoredEntry>> TakeAsync(ICaseStore store, long after, int count, Action<int>? seen, CancellationToken ct) => Task.Run(
        async () =>
        {
            var all = new List<StoredEntry>();
            try
            {
                await foreach (var stored in store.FollowAsync(after, ct).ConfigureAwait(false))
                {
                    all.Add(stored);
                    seen?.Invoke(all.Count);
                    if (all.Count == count)
                        return all;
                }
            }
            catch (OperationCanceledException)
            {
                return all;
            }

            throw new ExpectationException($"following ends by itself after {all.Count} entries");
        },
        CancellationToken.None);
}
