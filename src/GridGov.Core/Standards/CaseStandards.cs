using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace GridGov;

/// <summary>How one city handles one class of components or matters (立案标准). Immutable and thread-safe.</summary>
public sealed record CaseStandard
{
    /// <summary>The class of the matter.</summary>
    public required ClassCode Class { get; init; }

    /// <summary>The class's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The item of the duty list under which such cases are taken.</summary>
    public required DutyCode Duty { get; init; }

    /// <summary>How long the handling may take (处置时限).</summary>
    public required TimeLimit Limit { get; init; }

    /// <summary>The skills that a handler must have; empty for none.</summary>
    public ValueList<string> Skills { get; init; }

    /// <summary>How much of a handler's capacity one case takes, 1 to 1,000.</summary>
    public int Weight { get; init; } = 1;
}

/// <summary>A city's table of case standards. Frozen, versioned, thread-safe. Limits are data, never constants.</summary>
public sealed class CaseStandards
{
    private readonly FrozenDictionary<string, CaseStandard> _byClass;

    private CaseStandards(string id, int version, CaseStandard[] items)
    {
        Id = id;
        Version = version;
        Items = ValueList.Create<CaseStandard>(items);
        _byClass = items.ToFrozenDictionary(i => i.Class.Value, StringComparer.Ordinal);
    }

    /// <summary>The table's stable name.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The rows, in ordinal order of their classes.</summary>
    public ValueList<CaseStandard> Items { get; }

    /// <summary>Freezes a table after checking it as a whole.</summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="items">One row per class, in any order.</param>
    /// <exception cref="DefinitionException">No row, a row that is null, a class twice or missing, a duty missing, a limit or weight out of range: every fault is listed.</exception>
    public static CaseStandards Freeze(string id, int version, IEnumerable<CaseStandard> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var rows = items.ToArray();
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", Invariant($"it is {version}; versions begin at 1")));
        if (rows.Length == 0)
            faults.Add(new("rows", "there is none; no case could be opened"));
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null)
                faults.Add(new(Invariant($"row {i + 1}"), "it is null"));
        }

        var all = rows.Select((item, i) => (Item: item, Number: i + 1)).Where(r => r.Item is not null).OrderBy(r => r.Item.Class).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            var (item, number) = all[i];
            var where = item.Class == default ? Invariant($"row {number}") : item.Class.Value;
            if (item.Class == default)
                faults.Add(new(where, "the class is missing"));
            else if (i > 0 && item.Class == all[i - 1].Item.Class)
                faults.Add(new(where, "the class occurs twice"));
            if (item.Duty == default)
                faults.Add(new(where, "the duty is missing"));
            if (item.Limit.Amount == 0)
                faults.Add(new(where, "the limit is missing; an open case always has a clock"));
            if (item.Weight is < 1 or > 1000)
                faults.Add(new(where, Invariant($"the weight {item.Weight} is not within 1 to 1,000")));
        }

        return faults.Count == 0
            ? new(id, version, Array.ConvertAll(all, r => r.Item))
            : throw new DefinitionException($"Case standards \"{id}\" version {version}", faults);
    }

    /// <summary>Reads a table from JSON, format 1 of docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">
    /// The document is not of the format (one fault, with line, byte and path), or the table has faults (all of them).
    /// </exception>
    public static CaseStandards FromJson(ReadOnlySpan<byte> utf8) => CaseStandardsJson.Format.Read(utf8);

    /// <summary>The table as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same table.</summary>
    public byte[] ToJson() => CaseStandardsJson.Format.Write(this);

    /// <summary>Finds the standard of a class, without allocating.</summary>
    /// <param name="code">The class.</param>
    /// <param name="standard">Its standard, if the table has it.</param>
    public bool TryFind(ClassCode code, [NotNullWhen(true)] out CaseStandard? standard) =>
        _byClass.TryGetValue(code.Value, out standard);

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Id} v{Version}";
}
