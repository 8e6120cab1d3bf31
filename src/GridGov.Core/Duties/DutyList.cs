using System.Collections.Frozen;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// A published list of duties (履职事项清单): what is not on it may not be assigned. Frozen, versioned, thread-safe.
/// Source of the rule: the admission articles of municipal grid regulations and 二七区's community list, see the glossary.
/// </summary>
public sealed class DutyList
{
    private readonly FrozenDictionary<string, DutyItem> _byCode;

    private DutyList(string id, int version, BodyId admissionBody, LegalBasis basis, DutyItem[] items)
    {
        Id = id;
        Version = version;
        AdmissionBody = admissionBody;
        Basis = basis;
        Items = ValueList.Create<DutyItem>(items);
        _byCode = items.ToFrozenDictionary(i => i.Code.Value, StringComparer.Ordinal);
    }

    /// <summary>The list's stable name.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The body to which an item is proposed and to which objections (抗辩) go.</summary>
    public BodyId AdmissionBody { get; }

    /// <summary>The instrument by which the list binds.</summary>
    public LegalBasis Basis { get; }

    /// <summary>The items, in ordinal order of their codes.</summary>
    public ValueList<DutyItem> Items { get; }

    /// <summary>Freezes a list after checking it as a whole.</summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="admissionBody">The body that admits items and hears objections.</param>
    /// <param name="basis">The instrument by which the list binds.</param>
    /// <param name="items">The items, in any order.</param>
    /// <exception cref="DefinitionException">
    /// No item, an item that is null, a code twice or missing, a name or basis missing, a kind or level that is none, dates the wrong way round, a temporary item without an end, a reclaimed
    /// item without the body that takes it, a cap below 1: every fault is listed.
    /// </exception>
    public static DutyList Freeze(string id, int version, BodyId admissionBody, LegalBasis basis, IEnumerable<DutyItem> items)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(items);
        var rows = items.ToArray();
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", Invariant($"it is {version}; versions begin at 1")));
        if (admissionBody == default)
            faults.Add(new("admission body", "it is missing; somebody must hear applications and objections"));
        if (string.IsNullOrWhiteSpace(basis.Instrument))
            faults.Add(new("basis", "its instrument is missing"));
        if (rows.Length == 0)
            faults.Add(new("items", "there is none; an empty list would refuse everything"));
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null)
                faults.Add(new(Invariant($"item {i + 1}"), "it is null"));
        }

        var all = rows.Select((item, i) => (Item: item, Number: i + 1)).Where(r => r.Item is not null).OrderBy(r => r.Item.Code).ToArray();
        foreach (var twice in all.Where(r => r.Item.Code != default).GroupBy(r => r.Item.Code).Where(g => g.Count() > 1))
            faults.Add(new(twice.Key.Value, "the code occurs more than once; an item may not be listed twice"));
        foreach (var (item, number) in all)
            Check(item, number, faults);
        return faults.Count == 0
            ? new(id, version, admissionBody, basis, Array.ConvertAll(all, r => r.Item))
            : throw new DefinitionException($"Duty list \"{id}\" version {version}", faults);
    }

    /// <summary>Reads a list from JSON (UTF-8); the format is in <c>docs/formats.md</c>.</summary>
    /// <param name="utf8">The document.</param>
    /// <exception cref="DefinitionException">The document is not JSON of the format, or the list has faults.</exception>
    public static DutyList FromJson(ReadOnlySpan<byte> utf8) => DutyListJson.Format.Read(utf8);

    /// <summary>The list as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same list.</summary>
    public byte[] ToJson() => DutyListJson.Format.Write(this);

    /// <summary>Finds an item, without allocating.</summary>
    /// <param name="code">The item's code.</param>
    /// <param name="item">The item, if it is on the list.</param>
    public bool TryFind(DutyCode code, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DutyItem? item) =>
        _byCode.TryGetValue(code.Value, out item);

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Id} v{Version}";

    private static void Check(DutyItem item, int number, List<Fault> faults)
    {
        var where = item.Code == default ? Invariant($"item {number}") : item.Code.Value;
        if (item.Code == default)
            faults.Add(new(where, "its code is missing"));
        if (string.IsNullOrWhiteSpace(item.Name.En) || string.IsNullOrWhiteSpace(item.Name.Zh))
            faults.Add(new(where, "its name is missing in English or Chinese"));
        if (!Enum.IsDefined(item.Kind))
            faults.Add(new(where, Invariant($"its kind {(int)item.Kind} is not one of the six")));
        if (item.Basis is null || string.IsNullOrWhiteSpace(item.Basis.Instrument))
            faults.Add(new(where, "its legal basis is missing"));
        if (item.From > item.Until)
            faults.Add(new(where, Invariant($"it ends on {item.Until:O}, before it begins on {item.From:O}")));
        if (item is { Kind: DutyKind.Temporary, Until: null })
            faults.Add(new(where, "it is temporary but has no last day"));
        if (item.Kind == DutyKind.Reclaimed && (item.TakenOverBy ?? default) == default)
            faults.Add(new(where, "it is reclaimed but names no body that takes it over"));
        if (item.YearlyCap < 1)
            faults.Add(new(where, Invariant($"its cap of {item.YearlyCap} a year is below 1; forbid the item instead")));
        foreach (var level in item.AssignableBy.Where(l => !Enum.IsDefined(l)))
            faults.Add(new(where, Invariant($"the level {(int)level} that may assign it is not one of the seven")));
    }
}
