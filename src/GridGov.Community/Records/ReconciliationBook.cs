namespace GridGov.Community;

/// <summary>How often ledgers are compared.</summary>
public enum ReconciliationRhythm
{
    /// <summary>Every week, on the same day of the week (周比对).</summary>
    Weekly = 1,

    /// <summary>Every month, on the same day or the month's last (月比对).</summary>
    Monthly = 2,
}

/// <summary>A discrepancy and since when it is known. Immutable and thread-safe.</summary>
/// <param name="Discrepancy">What the ledgers do not say alike.</param>
/// <param name="Since">The day of the comparison that found it first.</param>
public sealed record StandingDiscrepancy(Discrepancy Discrepancy, DateOnly Since);

/// <summary>What one comparison found. Immutable and thread-safe.</summary>
public sealed record ReconciliationReport
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What was not known before.</summary>
    public required ValueList<StandingDiscrepancy> New { get; init; }

    /// <summary>What was known and still stands, the oldest first.</summary>
    public required ValueList<StandingDiscrepancy> Standing { get; init; }

    /// <summary>What stood at the last comparison and is settled.</summary>
    public required ValueList<StandingDiscrepancy> Settled { get; init; }

    /// <summary>How many each body has to settle, by body.</summary>
    public ValueList<KeyValuePair<BodyId, int>> ToSettle => ValueList.From(New.Concat(Standing)
        .GroupBy(d => d.Discrepancy.SettledBy).OrderBy(g => g.Key.Value, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.Count())));
}

/// <summary>
/// Comparisons one after the other: what is new, what still stands and since when, and when the next is due. Thread-safe.
/// </summary>
/// <param name="rhythm">How often ledgers are compared.</param>
/// <param name="authorities">Which ledger is right about which field.</param>
/// <param name="otherwise">Who settles what no authority is named for.</param>
public sealed class ReconciliationBook(ReconciliationRhythm rhythm, ValueList<FieldAuthority> authorities, BodyId otherwise)
{
    private readonly Lock _gate = new();
    private Dictionary<(string Key, string? Field), StandingDiscrepancy> _standing = [];
    private DateOnly? _last;
    private int _day;

    /// <summary>When the next comparison is due, or null before the first.</summary>
    public DateOnly? NextDue
    {
        get
        {
            lock (_gate)
            {
                if (_last is not { } last)
                    return null;
                if (rhythm == ReconciliationRhythm.Weekly)
                    return last.AddDays(7);

                // The 31st stays the month's last after a shorter month.
                var next = last.AddMonths(1);
                return new(next.Year, next.Month, Math.Min(_day, DateTime.DaysInMonth(next.Year, next.Month)));
            }
        }
    }

    /// <summary>Compares ledgers and remembers what stands.</summary>
    /// <param name="on">The day, after the last comparison.</param>
    /// <param name="ledgers">The ledgers.</param>
    /// <exception cref="ArgumentException">The day is not after the last comparison, or the ledgers cannot be compared.</exception>
    public ReconciliationReport Take(DateOnly on, IReadOnlyList<RecordLedger> ledgers)
    {
        var found = Reconciliation.Compare(ledgers, authorities, otherwise);
        lock (_gate)
        {
            if (on <= _last)
                throw new ArgumentException($"Ledgers were compared on {_last:O}; {on:O} is not after it.", nameof(on));
            var now = found.ToDictionary(
                d => (d.Key, d.Field),
                d => new StandingDiscrepancy(d, _standing.TryGetValue((d.Key, d.Field), out var before) ? before.Since : on));
            var report = new ReconciliationReport
            {
                On = on,
                New = Sorted(now.Values.Where(d => d.Since == on)),
                Standing = Sorted(now.Values.Where(d => d.Since != on)),
                Settled = Sorted(_standing.Where(d => !now.ContainsKey(d.Key)).Select(d => d.Value)),
            };
            if (_last is null || on.Day > _day || on.Day < _day && on.Day != DateTime.DaysInMonth(on.Year, on.Month))
                _day = on.Day;
            _standing = now;
            _last = on;
            return report;
        }
    }

    private static ValueList<StandingDiscrepancy> Sorted(IEnumerable<StandingDiscrepancy> all) => ValueList.From(all
        .OrderBy(d => d.Since).ThenBy(d => d.Discrepancy.Key, StringComparer.Ordinal).ThenBy(d => d.Discrepancy.Field, StringComparer.Ordinal));
}
