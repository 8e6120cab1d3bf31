namespace GridGov.Community;

/// <summary>What became of a record since the last time.</summary>
public enum RecordChangeKind
{
    /// <summary>It was not there before (新增).</summary>
    Added = 1,

    /// <summary>It is not there any more (注销).</summary>
    Removed = 2,

    /// <summary>Some of its fields have other values (变更).</summary>
    Changed = 3,
}

/// <summary>A record that changed between two days; the values are not shown. Immutable and thread-safe.</summary>
/// <param name="Key">The household or house.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">For a change: the fields, in ordinal order.</param>
public sealed record RecordChange(string Key, RecordChangeKind Kind, ValueList<string> Fields);

/// <summary>Something that ledgers do not say alike; the values are not shown. Immutable and thread-safe.</summary>
/// <param name="Key">The household or house.</param>
/// <param name="Field">The field, or null where a ledger does not know the household at all.</param>
/// <param name="Ledgers">The ledgers whose value differs from the one that settles it, or which lack it; in ordinal order.</param>
/// <param name="SettledBy">The body that must settle it.</param>
public sealed record Discrepancy(string Key, string? Field, ValueList<string> Ledgers, BodyId SettledBy);

/// <summary>Which ledger is right about a field (数源): the others follow it. Immutable and thread-safe.</summary>
/// <param name="Field">The field.</param>
/// <param name="Ledger">The ledger's id.</param>
public sealed record FieldAuthority(string Field, string Ledger);

/// <summary>
/// Comparing the ledgers of households and houses (定期比对): what changed since the last time, what they do not say
/// alike, and who must settle it. No rule says whose the field is: where none is named, a majority is not taken for the
/// truth, and the body that asked for the comparison goes and looks. Stateless and thread-safe.
/// </summary>
public static class Reconciliation
{
    /// <summary>What changed in one ledger between two days, by key.</summary>
    /// <param name="older">The ledger before.</param>
    /// <param name="newer">The ledger now.</param>
    /// <exception cref="ArgumentException">They are not the same ledger, or the newer is not newer.</exception>
    public static ValueList<RecordChange> Changes(RecordLedger older, RecordLedger newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        if (!string.Equals(older.Id, newer.Id, StringComparison.Ordinal) || newer.On <= older.On)
            throw new ArgumentException($"{newer.Id} of {newer.On:O} does not follow {older.Id} of {older.On:O}.", nameof(newer));
        var changes = new List<RecordChange>();
        foreach (var key in older.Keys.Union(newer.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!older.Has(key) || !newer.Has(key))
            {
                changes.Add(new(key, older.Has(key) ? RecordChangeKind.Removed : RecordChangeKind.Added, []));
                continue;
            }

            var fields = older.FieldsOf(key).Union(newer.FieldsOf(key), StringComparer.Ordinal)
                .Where(f => !string.Equals(older.ValueOf(key, f), newer.ValueOf(key, f), StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).ToArray();
            if (fields.Length > 0)
                changes.Add(new(key, RecordChangeKind.Changed, ValueList.Create<string>(fields)));
        }

        return ValueList.From(changes);
    }

    /// <summary>What ledgers do not say alike, by key and field.</summary>
    /// <param name="ledgers">At least two ledgers, each once.</param>
    /// <param name="authorities">Which ledger is right about which field; each field once.</param>
    /// <param name="otherwise">Who settles what no authority is named for, and who is missing in a ledger.</param>
    /// <exception cref="ArgumentException">There are fewer than two ledgers, one stands twice, or an authority names a ledger that is not there.</exception>
    public static ValueList<Discrepancy> Compare(IReadOnlyList<RecordLedger> ledgers, ValueList<FieldAuthority> authorities, BodyId otherwise)
    {
        ArgumentNullException.ThrowIfNull(ledgers);
        var byId = ledgers.ToLookup(l => l.Id, StringComparer.Ordinal);
        if (ledgers.Count < 2 || byId.Any(g => g.Skip(1).Any()))
            throw new ArgumentException("At least two ledgers are compared, each once.", nameof(ledgers));
        foreach (var authority in authorities)
        {
            if (!byId.Contains(authority.Ledger) || authorities.Count(a => string.Equals(a.Field, authority.Field, StringComparison.Ordinal)) > 1)
                throw new ArgumentException($"The authority for {authority.Field} is named once, among the ledgers that are compared.", nameof(authorities));
        }

        var ruling = authorities.ToDictionary(a => a.Field, a => byId[a.Ledger].First(), StringComparer.Ordinal);
        var found = new List<Discrepancy>();
        foreach (var key in ledgers.SelectMany(l => l.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            found.AddRange(OfRecord(key, ledgers, ruling, otherwise));
        return ValueList.From(found);
    }

    private static IEnumerable<Discrepancy> OfRecord(string key, IReadOnlyList<RecordLedger> ledgers, Dictionary<string, RecordLedger> ruling, BodyId otherwise)
    {
        RecordLedger[] knowing = [.. ledgers.Where(l => l.Has(key))];
        if (knowing.Length < ledgers.Count)
            yield return new(key, null, Ids(ledgers.Except(knowing)), otherwise);
        foreach (var field in knowing.SelectMany(l => l.FieldsOf(key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // A ledger that never has a field is not asked about it; one that leaves it empty for this record is.
            RecordLedger[] asked = [.. knowing.Where(l => l.ValueOf(key, field) is not null || l.HasColumn(field))];
            if (ruling.TryGetValue(field, out var right) && right.Has(key) && right.ValueOf(key, field) is { } truth)
            {
                var wrong = asked.Where(l => !string.Equals(l.ValueOf(key, field), truth, StringComparison.Ordinal)).ToArray();
                if (wrong.Length > 0)
                    yield return new(key, field, Ids(wrong), right.Keeper);
            }
            else if (asked.Select(l => l.ValueOf(key, field)).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                yield return new(key, field, Ids(asked), ruling.TryGetValue(field, out var lacks) ? lacks.Keeper : otherwise);
            }
        }
    }

    private static ValueList<string> Ids(IEnumerable<RecordLedger> ledgers) => ValueList.From(ledgers.Select(l => l.Id).Order(StringComparer.Ordinal));
}
