using static GridGov.Testing.StoreLogs;

namespace GridGov.Testing;

/// <summary>Appending to one case and reading it.</summary>
internal static class AppendChecks
{
    public static async Task ReadAsAppendedAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 40);
        await AppendAsync(store, entries, ct).ConfigureAwait(false);
        var read = await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false);
        Same(entries, read.AsEnumerable(), "the case");
        Must(CaseChain.Verify(read.AsEnumerable()) is null, "the chain of the case no longer holds");
    }

    public static async Task UnknownAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        await AppendAsync(store, Case("C-1", 2), ct).ConfigureAwait(false);
        Must((await store.ReadAsync(new("C-2"), ct).ConfigureAwait(false)).IsEmpty, "a case that is not there has entries");
        Must((await store.ReadAsync(new("C"), ct).ConfigureAwait(false)).IsEmpty, "the beginning of a number finds a case");
    }

    public static async Task ConflictAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 6);
        await AppendAsync(store, entries[..3], ct).ConfigureAwait(false);
        foreach (var number in new[] { 0, -1, 1, 2, 3, 5, 6 })
            await IsConflictAsync(store, Numbered(entries[3], number), ct).ConfigureAwait(false);
        await IsConflictAsync(store, Numbered(entries[2], 3), ct).ConfigureAwait(false);
        Same(entries[..3], (await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).AsEnumerable(), "after conflicts");
        await AppendAsync(store, entries[3..], ct).ConfigureAwait(false);
        var all = await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false);
        Same(entries, all.Select(s => s.Entry), "all entries after conflicts");
        InPositions(all);
    }

    public static async Task FirstAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 3);
        await IsConflictAsync(store, entries[1], ct).ConfigureAwait(false);
        await IsConflictAsync(store, Numbered(entries[0], 0), ct).ConfigureAwait(false);
        Must((await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).IsEmpty, "an entry was stored before the first");
        await AppendAsync(store, entries, ct).ConfigureAwait(false);
        await IsConflictAsync(store, Numbered(Case("C-1", 1, seed: 1)[0], 1), ct).ConfigureAwait(false);
    }

    public static async Task NumbersAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        string[] ids = ["a", "A", "é", "e\u0301", "a1", "a%", "a_", "案", "ａ", "ss", "ß"];
        foreach (var id in ids)
            await AppendAsync(store, Case(id, 2), ct).ConfigureAwait(false);
        foreach (var id in ids)
            Same(Case(id, 2), (await store.ReadAsync(new(id), ct).ConfigureAwait(false)).AsEnumerable(), $"case {id}");
    }

    public static async Task MisuseAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        await ThrowsAsync<ArgumentNullException>(async () => await store.AppendAsync(null!, ct).ConfigureAwait(false), "null is appended").ConfigureAwait(false);
        await ThrowsAsync<ArgumentOutOfRangeException>(() => ReadAsync(store.ReadFromAsync(-1, ct), ct), "position -1 is read").ConfigureAwait(false);
        await ThrowsAsync<ArgumentOutOfRangeException>(() => ReadAsync(store.FollowAsync(-1, ct), ct), "position -1 is followed").ConfigureAwait(false);
    }

    public static async Task SnapshotAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 3);
        await AppendAsync(store, entries[..2], ct).ConfigureAwait(false);
        var read = await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false);
        await AppendAsync(store, entries[2..], ct).ConfigureAwait(false);
        Same(entries[..2], read.AsEnumerable(), "what was read before");
        Same(entries, (await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).AsEnumerable(), "what is read after");
    }

    public static async Task ReopenedAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 9);
        await AppendAsync(store, entries[..5], ct).ConfigureAwait(false);
        await AppendAsync(store, Case("C-2", 1), ct).ConfigureAwait(false);
        if (await fixture.ReopenAsync(store, ct).ConfigureAwait(false) is not { } again)
            return;
        Same(entries[..5], (await again.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).AsEnumerable(), "the case after opening again");
        await IsConflictAsync(again, entries[4], ct).ConfigureAwait(false);
        await AppendAsync(again, entries[5..], ct).ConfigureAwait(false);
        var all = await ReadAsync(again.ReadFromAsync(0, ct), ct).ConfigureAwait(false);
        InPositions(all);
        Same([.. entries[..5], .. Case("C-2", 1), .. entries[5..]], all.Select(s => s.Entry), "all entries after opening again");
    }

    // Without its key, by which it would be recognised.
    private static CaseEntry Numbered(CaseEntry entry, int number) => CaseChain.Seal(entry with { Number = number, Facts = null }, entry.Previous);

    private static async Task IsConflictAsync(ICaseStore store, CaseEntry entry, CancellationToken ct) => Must(
        await store.AppendAsync(entry, ct).ConfigureAwait(false) == AppendResult.VersionConflict,
        $"entry {entry.Number} is taken at another version");

    private static async Task ThrowsAsync<T>(Func<Task> act, string what)
        where T : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (T)
        {
            return;
        }

        throw new ExpectationException($"{what}, and no {typeof(T).Name} is thrown");
    }
}
