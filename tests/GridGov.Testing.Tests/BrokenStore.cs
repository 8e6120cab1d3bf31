using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GridGov.Testing.Tests;

/// <summary>A store in memory of which one thing can be broken at a time.</summary>
internal class BrokenStore : ICaseStore
{
    protected InMemoryCaseStore Sound { get; } = new();

    public virtual ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) => Sound.AppendAsync(entry, cancellationToken);

    public virtual ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) => Sound.ReadAsync(id, cancellationToken);

    public virtual IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default) => Sound.ReadFromAsync(after, cancellationToken);

    public virtual IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) => Sound.FollowAsync(after, cancellationToken);

    public virtual ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default) => Sound.AppendCheckpointAsync(checkpoint, cancellationToken);

    public virtual ValueTask<ValueList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancellationToken = default) => Sound.ReadCheckpointsAsync(cancellationToken);

    public virtual ValueTask SaveSnapshotAsync(StoreSnapshot snapshot, CancellationToken cancellationToken = default) => Sound.SaveSnapshotAsync(snapshot, cancellationToken);

    public virtual ValueTask<StoreSnapshot?> FindSnapshotAsync(string name, CancellationToken cancellationToken = default) => Sound.FindSnapshotAsync(name, cancellationToken);

    public virtual ValueTask DropSnapshotsAsync(CancellationToken cancellationToken = default) => Sound.DropSnapshotsAsync(cancellationToken);

    /// <summary>Keeps times to the microsecond only, as databases do.</summary>
    public sealed class CutsTicks : BrokenStore
    {
        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
            Sound.AppendAsync(entry with { At = new(entry.At.Ticks - (entry.At.Ticks % 10), entry.At.Offset) }, cancellationToken);
    }

    /// <summary>Keeps instants and forgets their offsets.</summary>
    public sealed class ForgetsOffsets : BrokenStore
    {
        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
            Sound.AppendAsync(entry with { At = entry.At.ToUniversalTime() }, cancellationToken);
    }

    /// <summary>Finds a case by the beginning of its number.</summary>
    public sealed class FindsByPrefix : BrokenStore
    {
        private readonly ConcurrentBag<CaseId> _known = [];

        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
        {
            _known.Add(entry.Case);
            return base.AppendAsync(entry, cancellationToken);
        }

        public override ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) =>
            base.ReadAsync(_known.Contains(id) ? id : _known.FirstOrDefault(k => k.Value.StartsWith(id.Value, StringComparison.Ordinal)), cancellationToken);
    }

    /// <summary>Takes any entry and numbers it itself.</summary>
    public sealed class TakesAnyVersion : BrokenStore
    {
        private readonly Lock _lock = new();

        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
        {
            lock (_lock)
            {
                var version = Sound.ReadAsync(entry.Case, cancellationToken).AsTask().GetAwaiter().GetResult().Count;
                return version == 0 ? Sound.AppendAsync(entry, cancellationToken) : Sound.AppendAsync(entry with { Number = version + 1 }, cancellationToken);
            }
        }
    }

    /// <summary>Lets a case begin with any entry.</summary>
    public sealed class BeginsAnywhere : BrokenStore
    {
        public override async ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
            (await Sound.ReadAsync(entry.Case, cancellationToken)).IsEmpty
                ? await Sound.AppendAsync(entry with { Number = 1 }, cancellationToken)
                : await Sound.AppendAsync(entry, cancellationToken);
    }

    /// <summary>Takes numbers that differ in a letter's case only for the same.</summary>
    public sealed class IgnoresLetterCase : BrokenStore
    {
        private readonly Dictionary<string, CaseId> _names = new(StringComparer.OrdinalIgnoreCase);

        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
        {
            lock (_names)
            {
                _names.TryAdd(entry?.Case.Value ?? string.Empty, entry?.Case ?? default);
                return base.AppendAsync(entry is null ? null! : entry with { Case = _names[entry.Case.Value] }, cancellationToken);
            }
        }
    }

    /// <summary>Takes no entry for an answer.</summary>
    public sealed class TakesNull : BrokenStore
    {
        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
            entry is null ? new(AppendResult.VersionConflict) : base.AppendAsync(entry, cancellationToken);
    }

    /// <summary>Hands out what it remembers, and forgets to renew it.</summary>
    public sealed class CachesReadings : BrokenStore
    {
        private readonly ConcurrentDictionary<CaseId, ValueList<CaseEntry>> _cache = [];

        public override async ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) =>
            _cache.TryGetValue(id, out var known) ? known : _cache[id] = await base.ReadAsync(id, cancellationToken);
    }

    /// <summary>Lists all entries case by case.</summary>
    public sealed class SortsByCase : BrokenStore
    {
        public override async IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var all = await Sound.ReadFromAsync(0, cancellationToken).OrderBy(s => s.Entry.Case).ThenBy(s => s.Entry.Number).ToListAsync(cancellationToken);
            for (var i = (int)after; i < all.Count; i++)
                yield return all[i] with { Position = i + 1 };
        }
    }

    /// <summary>Takes numbers for positions from a sequence that leaves some out.</summary>
    public sealed class LeavesPositionsOut : BrokenStore
    {
        public override IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default) =>
            Sound.ReadFromAsync(0, cancellationToken).Select(s => s with { Position = s.Position + (s.Position / 4) }).Where(s => s.Position > after);
    }

    /// <summary>Begins at the position instead of after it.</summary>
    public sealed class BeginsAtPosition : BrokenStore
    {
        public override IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default) =>
            Sound.ReadFromAsync(Math.Max(0, after - 1), cancellationToken);
    }

    /// <summary>Reads on into what is appended while it reads.</summary>
    public sealed class ReadsOn : BrokenStore
    {
        public override async IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var stored in Sound.ReadFromAsync(after, cancellationToken))
                yield return stored;
        }
    }

    /// <summary>Does not look at the token.</summary>
    public sealed class IgnoresCancellation : BrokenStore
    {
        public override ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) => base.ReadAsync(id, CancellationToken.None);
    }

    /// <summary>Stores the half of what was cancelled.</summary>
    public sealed class StoresHalfWhenCancelled : BrokenStore
    {
        private readonly HashSet<CaseId> _lost = [];

        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
        {
            if (!cancellationToken.IsCancellationRequested)
                return base.AppendAsync(entry, cancellationToken);
            _lost.Add(entry.Case);
            _ = Sound.AppendAsync(entry, CancellationToken.None).AsTask();
            return base.AppendAsync(entry, cancellationToken);
        }

        public override async ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(id, cancellationToken);
            return _lost.Contains(id) ? ValueList.From(read.Take(1)) : read;
        }
    }

    /// <summary>Follows only what is there already, and then ends.</summary>
    public sealed class StopsFollowing : BrokenStore
    {
        public override IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) => Sound.ReadFromAsync(after, cancellationToken);
    }

    /// <summary>Shows followers the first entries twice.</summary>
    public sealed class FollowsTwice : BrokenStore
    {
        public override async IAsyncEnumerable<StoredEntry> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var stored in Sound.ReadFromAsync(after, cancellationToken))
                yield return stored;
            await foreach (var stored in Sound.FollowAsync(after, cancellationToken))
                yield return stored;
        }
    }

    /// <summary>Follows from the beginning, wherever one asks to begin.</summary>
    public sealed class FollowsFromTheBeginning : BrokenStore
    {
        public override IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) => base.FollowAsync(after < 0 ? after : 0, cancellationToken);
    }

    /// <summary>Has one follower at most.</summary>
    public sealed class KnowsOneFollower : BrokenStore
    {
        private int _followers;

        public override IAsyncEnumerable<StoredEntry> FollowAsync(long after, CancellationToken cancellationToken = default) =>
            Interlocked.Increment(ref _followers) == 1 ? base.FollowAsync(after, cancellationToken) : AsyncEnumerable.Empty<StoredEntry>();
    }

    /// <summary>Looks at the version first and writes later.</summary>
    public sealed class ChecksThenWrites : BrokenStore
    {
        private readonly TakesAnyVersion _writes = new();

        public override async ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default)
        {
            if ((await _writes.ReadAsync(entry.Case, cancellationToken)).Count != entry.Number - 1)
                return AppendResult.VersionConflict;
            Thread.Yield();
            await Task.Delay(1, cancellationToken);
            return await _writes.AppendAsync(entry, cancellationToken);
        }

        public override ValueTask<ValueList<CaseEntry>> ReadAsync(CaseId id, CancellationToken cancellationToken = default) => _writes.ReadAsync(id, cancellationToken);

        public override IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, CancellationToken cancellationToken = default) => _writes.ReadFromAsync(after, cancellationToken);
    }

    /// <summary>Acknowledges an entry of one of many cases and loses it.</summary>
    public sealed class LosesOneOfMany : BrokenStore
    {
        public override ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
            entry.Number == 40 && entry.Case.Value.EndsWith('3') ? new(AppendResult.Appended) : base.AppendAsync(entry, cancellationToken);
    }

    /// <summary>Numbers entries before they can be seen: a reader passes by what is still being written.</summary>
    public sealed class ShowsLaterOnesFirst : BrokenStore
    {
        public override async IAsyncEnumerable<StoredEntry> ReadFromAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var all = await Sound.ReadFromAsync(after, cancellationToken).ToListAsync(cancellationToken);

            // As long as writers are at work, the last but one is not committed yet.
            if (all.Count > 1 && (all[^1].Entry.Number < 40 || all[^2].Entry.Number < 40))
                all.RemoveAt(all.Count - 2);
            foreach (var stored in all)
                yield return stored;
        }
    }

    /// <summary>Knows versions and no keys.</summary>
    public sealed class ForgetsKeys : BrokenStore
    {
        public override async ValueTask<AppendResult> AppendAsync(CaseEntry entry, CancellationToken cancellationToken = default) =>
            await base.AppendAsync(entry, cancellationToken) is AppendResult.Repeated ? AppendResult.VersionConflict : AppendResult.Appended;
    }

    /// <summary>Takes checkpoints in any order.</summary>
    public sealed class TakesAnyCheckpoint : BrokenStore
    {
        public override ValueTask<AppendResult> AppendCheckpointAsync(Checkpoint checkpoint, CancellationToken cancellationToken = default) => new(AppendResult.Appended);
    }

    /// <summary>Does not replace a snapshot.</summary>
    public sealed class KeepsTheFirstSnapshot : BrokenStore
    {
        public override async ValueTask SaveSnapshotAsync(StoreSnapshot snapshot, CancellationToken cancellationToken = default)
        {
            if (await Sound.FindSnapshotAsync(snapshot.Name, cancellationToken) is null)
                await Sound.SaveSnapshotAsync(snapshot, cancellationToken);
        }
    }
}
