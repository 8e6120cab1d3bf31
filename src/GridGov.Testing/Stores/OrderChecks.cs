using static GridGov.Testing.StoreLogs;

namespace GridGov.Testing;

/// <summary>Reading the entries of all cases.</summary>
internal static class OrderChecks
{
    public static async Task OrderAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        Must((await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false)).Count == 0, "an empty store has entries");
        var mixed = Mixed();
        await AppendAsync(store, mixed, ct).ConfigureAwait(false);
        var all = await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false);
        Same(mixed, all.Select(s => s.Entry), "all entries");
        InPositions(all);
    }

    public static async Task FromAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var mixed = Mixed();
        await AppendAsync(store, mixed, ct).ConfigureAwait(false);
        foreach (var after in new[] { 1, 7, mixed.Length - 1, mixed.Length, mixed.Length + 5 })
        {
            var rest = await ReadAsync(store.ReadFromAsync(after, ct), ct).ConfigureAwait(false);
            Same(mixed.Skip(after), rest.Select(s => s.Entry), $"entries after position {after}");
            InPositions(rest, after + 1);
        }
    }

    public static async Task UpToNowAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 5);
        await AppendAsync(store, entries[..3], ct).ConfigureAwait(false);
        var before = store.ReadFromAsync(0, ct);
        await AppendAsync(store, entries[3..], ct).ConfigureAwait(false);
        Same(entries[..3], (await ReadAsync(before, ct).ConfigureAwait(false)).Select(s => s.Entry), "entries at the time of the call");
    }

    public static async Task CancelledAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 3);
        await AppendAsync(store, entries[..1], ct).ConfigureAwait(false);
        var cancelled = new CancellationToken(canceled: true);
        await IsCancelledAsync(async () => await store.ReadAsync(new("C-1"), cancelled).ConfigureAwait(false), "a case is read").ConfigureAwait(false);
        await IsCancelledAsync(() => ReadAsync(store.ReadFromAsync(0, cancelled), CancellationToken.None), "all entries are read").ConfigureAwait(false);
        await IsCancelledAsync(() => ReadAsync(store.ReadFromAsync(0, CancellationToken.None), cancelled), "all entries are read").ConfigureAwait(false);
        await IsCancelledAsync(() => ReadAsync(store.FollowAsync(0, cancelled), CancellationToken.None), "entries are followed").ConfigureAwait(false);
        await IsCancelledAsync(async () => await store.AppendAsync(entries[1], cancelled).ConfigureAwait(false), "an entry is appended").ConfigureAwait(false);

        // It may be stored all the same, but then wholly: the case and the order of all tell the same.
        var stored = (await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).Count;
        Must(stored is 1 or 2, $"the case has {stored} entries after a cancelled append of its second");
        await AppendAsync(store, entries[stored..], ct).ConfigureAwait(false);
        var all = await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false);
        Same(entries, all.Select(s => s.Entry), "all entries after a cancelled append");
        InPositions(all);
    }

    private static CaseEntry[] Mixed()
    {
        var (a, b, c) = (Case("C-2", 10), Case("C-10", 10), Case("A-1", 10));
        return [.. Enumerable.Range(0, 10).SelectMany(i => i % 2 == 0 ? new[] { a[i], b[i], c[i] } : [c[i], b[i], a[i]])];
    }

    private static async Task IsCancelledAsync(Func<Task> act, string what)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new ExpectationException($"{what} although it was cancelled");
    }
}
