using static GridGov.Testing.StoreLogs;

namespace GridGov.Testing;

/// <summary>Keys, checkpoints and snapshots.</summary>
internal static class KeepingChecks
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 3, 0, 0, 0, TimeSpan.FromHours(8));

    public static async Task KeyAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        var entries = Case("C-1", 4);
        await AppendAsync(store, entries, ct).ConfigureAwait(false);

        // The same entry again, the same key at the next version, and at a version that would be a conflict.
        await IsRepeatedAsync(store, entries[1], ct).ConfigureAwait(false);
        foreach (var number in new[] { 1, 5, 9 })
            await IsRepeatedAsync(store, Keyed(entries[^1], number, entries[1].Facts!.Key), ct).ConfigureAwait(false);
        Must(await store.AppendAsync(Keyed(entries[^1], 9, "another"), ct).ConfigureAwait(false) == AppendResult.VersionConflict, "a key that is new is taken for one that is known");
        Same(entries, (await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).AsEnumerable(), "after repeated commands");

        // Keys belong to their case, and differ in every letter.
        var other = Case("C-2", 1)[0];
        await AppendAsync(store, [CaseChain.Seal(other with { Facts = entries[1].Facts }, default)], ct).ConfigureAwait(false);
        await AppendAsync(store, [Keyed(entries[^1], 5, entries[1].Facts!.Key!.ToUpperInvariant())], ct).ConfigureAwait(false);
        var all = await ReadAsync(store.ReadFromAsync(0, ct), ct).ConfigureAwait(false);
        InPositions(all);
        Must(all.Count == 6, $"there are {all.Count} entries after 6 were acknowledged");
        if (await fixture.ReopenAsync(store, ct).ConfigureAwait(false) is { } again)
            await IsRepeatedAsync(again, Keyed(entries[^1], 6, entries[1].Facts!.Key), ct).ConfigureAwait(false);
    }

    public static async Task CheckpointsAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        Must((await store.ReadCheckpointsAsync(ct).ConfigureAwait(false)).IsEmpty, "a store that holds nothing has checkpoints");
        var made = new List<Checkpoint>();
        for (var number = 1; number <= 5; number++)
        {
            var next = Checkpoint(number, made.LastOrDefault());
            foreach (var wrong in new[] { 0, number - 1, number + 1 })
                Must(await store.AppendCheckpointAsync(next with { Number = wrong }, ct).ConfigureAwait(false) == AppendResult.VersionConflict, $"checkpoint {wrong} is taken where {number} is next");
            Must(await store.AppendCheckpointAsync(next, ct).ConfigureAwait(false) == AppendResult.Appended, $"checkpoint {number} is refused");
            made.Add(next);
        }

        await AreKeptAsync(store, "as they were appended").ConfigureAwait(false);
        if (await fixture.ReopenAsync(store, ct).ConfigureAwait(false) is { } again)
            await AreKeptAsync(again, "after opening again").ConfigureAwait(false);

        async Task AreKeptAsync(ICaseStore from, string when)
        {
            var kept = await from.ReadCheckpointsAsync(ct).ConfigureAwait(false);
            Must(kept.SequenceEqual(made) && kept.Zip(made).All(p => p.First.At.Offset == p.Second.At.Offset), $"the checkpoints are not read {when}");
        }
    }

    public static async Task SnapshotsAsync(CaseStoreFixture fixture, CancellationToken ct)
    {
        var store = await fixture.CreateAsync(ct).ConfigureAwait(false);
        await AppendAsync(store, Case("C-1", 3), ct).ConfigureAwait(false);
        Must(await store.FindSnapshotAsync("a", ct).ConfigureAwait(false) is null, "a snapshot that was never saved is found");
        foreach (var (name, position, size) in new[] { ("a", 1L, 5), ("A", 2L, 0), ("a", 3L, 100_000) })
        {
            var content = Enumerable.Range(0, size).Select(i => (byte)(i + position)).ToArray();
            await store.SaveSnapshotAsync(new(name, position, content), ct).ConfigureAwait(false);

            // None is as good as the last one; an older one, or another's, is not.
            var found = await store.FindSnapshotAsync(name, ct).ConfigureAwait(false);
            Must(found is null || (found.Name == name && found.Position == position && found.Content.Span.SequenceEqual(content)), $"snapshot {name} is not the last that was saved");
        }

        await store.DropSnapshotsAsync(ct).ConfigureAwait(false);
        Must(await store.FindSnapshotAsync("a", ct).ConfigureAwait(false) is null, "a snapshot is found after all were dropped");
        Must((await store.ReadAsync(new("C-1"), ct).ConfigureAwait(false)).Count == 3, "dropping the snapshots took entries along");
    }

    private static Checkpoint Checkpoint(int number, Checkpoint? last)
    {
        var unsigned = new Checkpoint
        {
            Number = number,
            Position = 7L * number,
            At = Midnight.AddDays(number).AddTicks(number),
            Cases = number,
            Root = new Hash256([.. Enumerable.Range(0, 32).Select(i => (byte)(i * number))]),
            Previous = last?.Hash ?? default,
            Key = $"钥匙 {number}",
            Hash = default,
            Signature = [.. Enumerable.Range(0, 64).Select(i => (byte)(i + number))],
        };
        return unsigned with { Hash = CheckpointChain.HashOf(unsigned) };
    }

    private static CaseEntry Keyed(CaseEntry last, int number, string? key) =>
        CaseChain.Seal(last with { Number = number, Facts = new() { Key = key } }, last.Hash);

    private static async Task IsRepeatedAsync(ICaseStore store, CaseEntry entry, CancellationToken ct) => Must(
        await store.AppendAsync(entry, ct).ConfigureAwait(false) == AppendResult.Repeated,
        $"entry {entry.Number} carries a key that is in its case already, and is not told so");
}
