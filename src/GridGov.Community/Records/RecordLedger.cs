using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// One household or one house as a ledger has it (一户一档、一房一户): its key and its fields. The values are personal:
/// they are compared and never shown. Immutable and thread-safe.
/// </summary>
/// <param name="Key">The pseudonym of the household or the code of the dwelling, the same in every ledger.</param>
/// <param name="Fields">The fields by name.</param>
public sealed record RecordRow(string Key, IReadOnlyDictionary<string, Sensitive<string>> Fields)
{
    /// <summary>The key and the number of fields.</summary>
    public override string ToString() => Invariant($"{Key}, {Fields.Count} field(s)");
}

/// <summary>A ledger as it stood on a day (台账): who keeps it and its rows. Frozen and thread-safe.</summary>
public sealed class RecordLedger
{
    private readonly Dictionary<string, Dictionary<string, string>> _rows;
    private readonly HashSet<string> _columns;

    private RecordLedger(string id, BodyId keeper, DateOnly on, Dictionary<string, Dictionary<string, string>> rows)
    {
        Id = id;
        Keeper = keeper;
        On = on;
        _rows = rows;
        _columns = rows.Values.SelectMany(r => r.Keys).ToHashSet(StringComparer.Ordinal);
        Keys = ValueList.From(rows.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A stable name, for instance <c>police</c>.</summary>
    public string Id { get; }

    /// <summary>The body that keeps it.</summary>
    public BodyId Keeper { get; }

    /// <summary>The day on which it stood so.</summary>
    public DateOnly On { get; }

    /// <summary>The keys of its rows, in ordinal order.</summary>
    public ValueList<string> Keys { get; }

    /// <summary>Freezes a ledger. Values are compared without the white space around them; an empty one is none.</summary>
    /// <param name="id">A stable name, 1 to 64 characters.</param>
    /// <param name="keeper">The body that keeps it.</param>
    /// <param name="on">The day on which it stood so.</param>
    /// <param name="rows">Its rows.</param>
    /// <exception cref="DefinitionException">A key stands twice or is empty; every fault, by row and without values.</exception>
    public static RecordLedger Freeze(string id, BodyId keeper, DateOnly on, IEnumerable<RecordRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (keeper == default)
            faults.Add(new("keeper", "nobody keeps it: nobody could settle what is wrong in it"));
        var byKey = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (i, row) in rows.Index())
        {
            var where = Invariant($"row {i + 1}");
            if (string.IsNullOrWhiteSpace(row?.Key) || row.Fields is null)
                faults.Add(new(where, "it has no key or no fields"));
            else if (!byKey.TryAdd(row.Key, Values(row)))
                faults.Add(new(where, "its key stands twice"));
        }

        return faults.Count == 0 ? new(id, keeper, on, byKey) : throw new DefinitionException($"ledger \"{id}\"", faults);
    }

    internal bool Has(string key) => _rows.ContainsKey(key);

    internal bool HasColumn(string field) => _columns.Contains(field);

    internal string? ValueOf(string key, string field) =>
        _rows.TryGetValue(key, out var row) && row.TryGetValue(field, out var value) ? value : null;

    internal IEnumerable<string> FieldsOf(string key) => _rows.TryGetValue(key, out var row) ? row.Keys : [];

    private static Dictionary<string, string> Values(RecordRow row)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in row.Fields)
        {
            if (value?.Reveal().Trim() is { Length: > 0 } text)
                values[field] = text;
        }

        return values;
    }
}
