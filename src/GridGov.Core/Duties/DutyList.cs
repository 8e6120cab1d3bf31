using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// A published list of duties (履职事项清单): what is not on it may not be assigned. Frozen, versioned, thread-safe.
/// Source of the rule: the admission articles of municipal grid regulations and 二七区's community list, see the glossary.
/// </summary>
public sealed class DutyList
{
    private readonly FrozenDictionary<string, DutyItem> _first;
    private readonly FrozenDictionary<string, DutyItem[]>? _all;

    private DutyList(string id, int version, BodyId admissionBody, LegalBasis basis, DutyListTerms terms, DutyItem[] items)
    {
        Id = id;
        Version = version;
        AdmissionBody = admissionBody;
        Basis = basis;
        Terms = terms;
        Items = ValueList.Create<DutyItem>(items);
        var byCode = items.GroupBy(i => i.Code.Value, StringComparer.Ordinal).ToArray();
        _first = byCode.ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        if (byCode.Length < items.Length)
            _all = byCode.Where(g => g.Count() > 1).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The list's stable name.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The body to which an item is proposed and to which objections (抗辩) go.</summary>
    public BodyId AdmissionBody { get; }

    /// <summary>The instrument by which the list binds.</summary>
    public LegalBasis Basis { get; }

    /// <summary>What the list says beside its items: title, holders, dates, who may assess.</summary>
    public DutyListTerms Terms { get; }

    /// <summary>The items, in ordinal order of their codes, those of one code in the order of their first days.</summary>
    public ValueList<DutyItem> Items { get; }

    /// <summary>Freezes a list after checking it as a whole.</summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="admissionBody">The body that admits items and hears objections.</param>
    /// <param name="basis">The instrument by which the list binds.</param>
    /// <param name="items">The items, in any order.</param>
    /// <param name="terms">What it says beside its items, or null for nothing.</param>
    /// <exception cref="DefinitionException">
    /// No item, an item that is null, a code, name or basis missing, a kind, level, evidence or period that is none, dates the wrong way
    /// round or outside the list's, a code twice on the same day or not at all on a day between two, the same duty (by its
    /// Chinese name) twice, or both allowed and forbidden, on one day, a temporary item without an end, a reclaimed one without the
    /// body that takes it, a cooperative one without the body that leads, a cap below 1: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="basis"/> or <paramref name="items"/> is null.</exception>
    public static DutyList Freeze(
        string id, int version, BodyId admissionBody, LegalBasis basis, IEnumerable<DutyItem> items, DutyListTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(items);
        return Freeze(id, version, admissionBody, basis, [.. items], terms ?? DutyListTerms.None, null);
    }

    /// <summary>Reads a list from JSON (UTF-8); the format is in <c>docs/formats.md</c>.</summary>
    /// <param name="utf8">The document.</param>
    /// <exception cref="DefinitionException">The document is not JSON of the format (each item's first fault), or the list has faults (all of them).</exception>
    public static DutyList FromJson(ReadOnlySpan<byte> utf8) => DutyListJson.Read(utf8);

    /// <summary>The list as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same list.</summary>
    public byte[] ToJson() => DutyListJson.Format.Write(this);

    /// <summary>The same list in its next version, with other items or terms.</summary>
    /// <param name="items">The items, in any order.</param>
    /// <param name="terms">What it says beside its items, or null for what this version says.</param>
    /// <exception cref="DefinitionException">The new list has faults; all are listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public DutyList Next(IEnumerable<DutyItem> items, DutyListTerms? terms = null) =>
        Freeze(Id, checked(Version + 1), AdmissionBody, Basis, items, terms ?? Terms);

    /// <summary>What this list says otherwise than an older one.</summary>
    /// <param name="older">The older version, or another list.</param>
    /// <exception cref="ArgumentNullException"><paramref name="older"/> is null.</exception>
    public DutyListDiff Diff(DutyList older)
    {
        ArgumentNullException.ThrowIfNull(older);
        return DutyListDiff.Between(older, this);
    }

    /// <summary>Finds an item, without allocating; the earliest where a code has several periods.</summary>
    /// <param name="code">The item's code.</param>
    /// <param name="item">The item, if it is on the list.</param>
    public bool TryFind(DutyCode code, [NotNullWhen(true)] out DutyItem? item) =>
        _first.TryGetValue(code.Value, out item);

    /// <summary>
    /// Finds the item that is in force on a day, without allocating. If none is, but the code is on the list, it gives the
    /// nearest period: the next to come, else the last that was.
    /// </summary>
    /// <param name="code">The item's code.</param>
    /// <param name="on">The day.</param>
    /// <param name="item">The item, if the code is on the list; its dates say whether it is in force.</param>
    public bool TryFind(DutyCode code, DateOnly on, [NotNullWhen(true)] out DutyItem? item)
    {
        if (!_first.TryGetValue(code.Value, out item))
            return false;
        if (_all is null || !_all.TryGetValue(code.Value, out var rows))
            return true;
        foreach (var row in rows)
        {
            item = row;
            if (!(on > row.Until))
                break;
        }

        return true;
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Id} v{Version}";

    /// <summary>Freezes a list of a file, whose places of items go into the faults.</summary>
    internal static DutyList Freeze(
        string id, int version, BodyId admissionBody, LegalBasis basis, DutyItem[] rows, DutyListTerms terms, Func<int, string>? place)
    {
        var checks = new DutyListChecks(terms);
        if (!TextId.IsValid(id, out var reason))
            checks.Add("id", reason!);
        if (version < 1)
            checks.Add("version", Invariant($"it is {version}; versions begin at 1"));
        if (admissionBody == default)
            checks.Add("admission body", "it is missing; somebody must hear applications and objections");
        if (string.IsNullOrWhiteSpace(basis.Instrument))
            checks.Add("basis", "its instrument is missing");
        checks.CheckTerms();
        if (rows.Length == 0)
            checks.Add("items", "there is none; an empty list would refuse everything");
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null)
                checks.Add(Invariant($"item {i + 1}"), "it is null");
        }

        (DutyItem Item, string Where)[] all =
        [
            .. rows.Select((item, i) => (Item: item, Where: place?.Invoke(i) ?? NameOf(item, i)))
                .Where(r => r.Item is not null).OrderBy(r => r.Item.Code).ThenBy(r => r.Item.From ?? DateOnly.MinValue),
        ];
        foreach (var (item, where) in all)
            checks.Check(item, where);
        checks.CheckTogether(all);
        return checks.Faults.Count == 0
            ? new(id, version, admissionBody, basis, terms, Array.ConvertAll(all, r => r.Item))
            : throw new DefinitionException($"Duty list \"{id}\" version {version}", checks.Faults);
    }

    private static string NameOf(DutyItem? item, int index) =>
        item is null || item.Code == default ? Invariant($"item {index + 1}") : item.Code.Value;
}
