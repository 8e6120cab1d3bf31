using System.Globalization;
using System.Runtime.InteropServices;

namespace GridGov;

/// <summary>One pass over a log: what is known of each case so far, and which checkpoint comes next. For one thread.</summary>
internal sealed class LogPass
{
    private const long Told = 1 << 14;

    private readonly Dictionary<CaseId, Link> _links = [];
    private readonly ValueList<Checkpoint> _checkpoints;
    private readonly IProgress<long>? _progress;
    private readonly CaseHeads _heads = new();
    private readonly List<CaseId> _changed = [];
    private int _held;
    private long _position;

    public LogPass(LogVerifier verifier)
    {
        _checkpoints = verifier.Checkpoints;
        _progress = verifier.Progress;
        if (_checkpoints.IsEmpty)
            return;
        Fault = CheckpointChain.Verify(
            _checkpoints,
            verifier.Signatures ?? throw new InvalidOperationException("Checkpoints say nothing without the keys that are trusted.\nSet Signatures."));
        if (Fault is null)
            CheckCheckpoints();
    }

    public LogFault? Fault { get; private set; }

    private Checkpoint? Next => _held < _checkpoints.Count ? _checkpoints[_held] : null;

    /// <summary>Checks entries that were hashed; false at the first that does not fit.</summary>
    public bool Check(ReadOnlySpan<StoredEntry> entries, ReadOnlySpan<bool> matches)
    {
        for (var i = 0; i < entries.Length && Fault is null; i++)
            Check(entries[i], matches[i]);
        return Fault is null;
    }

    /// <summary>Checks that no checkpoint is left: each covers entries that are there.</summary>
    public void CheckEnd()
    {
        if (Fault is null && Next is { } next)
        {
            Fault = new(_position, null, null, string.Create(
                CultureInfo.InvariantCulture,
                $"the log ends here, but was signed up to position {next.Position}: its end was cut off, or the store rolled back"))
            {
                Checkpoint = next.Number,
            };
        }
    }

    public LogVerification End()
    {
        _progress?.Report(_position);
        return new()
        {
            Entries = _position,
            Cases = _links.Count,
            Checkpoints = _held,
            VouchedUpTo = _held > 0 ? _checkpoints[_held - 1].Position : 0,
            Fault = Fault,
        };
    }

    private void Check(in StoredEntry stored, bool matches)
    {
        var entry = stored.Entry;
        ref var link = ref CollectionsMarshal.GetValueRefOrAddDefault(_links, entry.Case, out var known);
        if (ReasonAgainst(link, stored, matches) is { } reason)
        {
            if (!known)
                _links.Remove(entry.Case);
            Fault = new(stored.Position, entry.Case, entry.Number, reason);
            return;
        }

        link.Number = entry.Number;
        link.Hash = entry.Hash;
        link.At = entry.At.UtcTicks;
        _position = stored.Position;
        if (!_checkpoints.IsEmpty)
        {
            if (!link.IsChanged)
            {
                link.IsChanged = true;
                _changed.Add(entry.Case);
            }

            CheckCheckpoints();
        }

        if (_position % Told == 0)
            _progress?.Report(_position);
    }

    private string? ReasonAgainst(in Link link, in StoredEntry stored, bool matches)
    {
        var entry = stored.Entry;
        if (CaseChain.OrderFault(link.Number, link.Hash, entry) is { } order)
            return order;
        if (!matches)
            return CaseChain.ContentFault;
        if (entry.At.UtcTicks < link.At)
            return CaseChain.AgeFault;
        return stored.Position == _position + 1
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"position {_position + 1} is expected here; an entry before it is missing or moved");
    }

    private void CheckCheckpoints()
    {
        while (Fault is null && Next is { } next && next.Position == _position)
        {
            foreach (var id in _changed)
            {
                ref var link = ref CollectionsMarshal.GetValueRefOrNullRef(_links, id);
                link.IsChanged = false;
                _heads.Set(new(id, link.Number, link.Hash));
            }

            _changed.Clear();
            if (next.Cases == _heads.Count && next.Root == _heads.Root)
            {
                _held++;
                continue;
            }

            var since = _held > 0 ? _checkpoints[_held - 1].Position + 1 : 1;
            var reason = next.Cases == _heads.Count
                ? string.Create(CultureInfo.InvariantCulture, $"the heads of the cases are not those that were signed: an entry at position {since} to {_position} was replaced and sealed again, moved or taken away")
                : string.Create(CultureInfo.InvariantCulture, $"{next.Cases} cases were signed, the log tells of {_heads.Count}: cases at position {since} to {_position} were deleted or added");
            Fault = new(_position, null, null, reason) { Checkpoint = next.Number };
        }
    }

    private struct Link
    {
        public int Number;
        public bool IsChanged;
        public Hash256 Hash;
        public long At;
    }
}
