using System.Globalization;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// A table from the classes of one code system to those of another (对照表), each line with how sure it is. Frozen and
/// thread-safe. It never guesses: a class without a line maps to nothing and says so, a code that is none is refused.
/// </summary>
public sealed class Crosswalk
{
    private readonly CodeMapping[] _mappings;

    private Crosswalk(string id, int version, CodeSystem source, CodeSystem target, CrosswalkEntry[] entries)
    {
        (Id, Version, Source, Target) = (id, version, source, target);
        Entries = ValueList.Create<CrosswalkEntry>(entries);
        var stated = entries.ToDictionary(e => (e.Kind, e.Source));
        _mappings = [.. source.Classes.Select(c => MappingOf(c, stated.GetValueOrDefault((c.Kind, c.Code))))];
    }

    /// <summary>The crosswalk's stable name.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The system that is mapped from.</summary>
    public CodeSystem Source { get; }

    /// <summary>The system that is mapped to.</summary>
    public CodeSystem Target { get; }

    /// <summary>The lines, by kind and ordinal order of their source codes; targets in ordinal order too.</summary>
    public ValueList<CrosswalkEntry> Entries { get; }

    /// <summary>Freezes a crosswalk after checking it as a whole.</summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="source">The system that is mapped from.</param>
    /// <param name="target">The system that is mapped to.</param>
    /// <param name="entries">The lines, at most one for a class, in any order.</param>
    /// <exception cref="DefinitionException">
    /// A line that is null, a code that is unknown on either side, a class twice, a target twice, a relation that is none of the four or does not
    /// fit the number of targets, an exact line whose names differ, no basis: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Crosswalk Freeze(string id, int version, CodeSystem source, CodeSystem target, IEnumerable<CrosswalkEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(entries);
        var rows = entries.ToArray();
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", Invariant($"it is {version}; versions begin at 1")));
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] is null)
                faults.Add(new(Invariant($"line {i + 1}"), "it is null"));
        }

        CrosswalkEntry[] sorted = [.. rows.Where(r => r is not null).OrderBy(r => r.Kind).ThenBy(r => r.Source).Select(r => r with { Targets = ValueList.From(r.Targets.Order()) })];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && (sorted[i].Kind, sorted[i].Source) == (sorted[i - 1].Kind, sorted[i - 1].Source))
                faults.Add(new(Where(sorted[i]), "the class occurs more than once; put its targets into one line"));
            Check(sorted[i], source, target, faults);
        }

        return faults.Count == 0
            ? new(id, version, source, target, sorted)
            : throw new DefinitionException(Invariant($"Crosswalk \"{id}\" version {version}, from {source} to {target}"), faults);
    }

    /// <summary>
    /// Reads a crosswalk from CSV with the columns <c>kind</c>, <c>old_code4</c>, <c>new_code5</c>, and optionally
    /// <c>old_name_in_yuncheng</c> and <c>new_name</c>; the format is in <c>docs/formats.md</c>. Such a table has no relation: a line is
    /// <see cref="CodeRelation.Exact"/> where both systems have the same name for it, <see cref="CodeRelation.None"/> without a new
    /// code, and else <see cref="CodeRelation.Inferred"/>; nothing is taken to be renamed.
    /// </summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="source">The system of the old codes.</param>
    /// <param name="target">The system of the new codes.</param>
    /// <param name="text">The CSV text.</param>
    /// <param name="basis">Where the table was taken from; becomes the basis of each line.</param>
    /// <exception cref="DefinitionException">
    /// Not CSV of the format, a name that is not the system's name of the code (the table is of another system), or a
    /// fault that <see cref="Freeze"/> would list: with its line, or its class.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Crosswalk FromCsv(string id, int version, CodeSystem source, CodeSystem target, string text, string basis)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(text);
        return Freeze(id, version, source, target, CrosswalkCsv.Read(text, source, target, basis));
    }

    /// <summary>Reads a crosswalk from JSON (UTF-8); the format is in <c>docs/formats.md</c>.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="source">The system that is mapped from; the document names it.</param>
    /// <param name="target">The system that is mapped to; the document names it.</param>
    /// <exception cref="DefinitionException">The document is not JSON of the format, names other systems than are given, or the crosswalk has faults.</exception>
    /// <exception cref="ArgumentNullException">A system is null.</exception>
    public static Crosswalk FromJson(ReadOnlySpan<byte> utf8, CodeSystem source, CodeSystem target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return CrosswalkJson.Read(utf8, source, target);
    }

    /// <summary>Writes the crosswalk as JSON (UTF-8), indented, with the names of both systems.</summary>
    public byte[] ToJson() => CrosswalkJson.Format.Write(this);

    /// <summary>What the crosswalk says of a class; allocates nothing when the answer is yes.</summary>
    /// <param name="kind">Component or matter.</param>
    /// <param name="code">A code of <see cref="Source"/>.</param>
    /// <returns>The mapping, or a refusal with <see cref="RefusalCodes.CodeUnknown"/>.</returns>
    public Outcome<CodeMapping> Map(ClassKind kind, ClassCode code) =>
        Source.IndexOf(kind, code.Value) is >= 0 and var at ? _mappings[at] : CodeRefusals.Unknown(Source, kind, code);

    /// <summary>What the crosswalk says of a class that names its system.</summary>
    /// <param name="code">A code of <see cref="Source"/>, or of a system that it extends.</param>
    /// <returns>The mapping, or a refusal with <see cref="RefusalCodes.CodeOfAnotherSystem"/> or <see cref="RefusalCodes.CodeUnknown"/>.</returns>
    public Outcome<CodeMapping> Map(QualifiedClass code)
    {
        var resolved = Source.Resolve(code);
        return resolved.Refusal is { } no ? no : Map(code.Kind, code.Code);
    }

    /// <summary>
    /// The crosswalk from <see cref="Target"/> back to <see cref="Source"/>. A class to which several come is
    /// <see cref="CodeRelation.Inferred"/> on the way back, because one of them has to be chosen; lines without a target have no way back.
    /// </summary>
    /// <param name="id">The stable name of the reverse.</param>
    public Crosswalk Reverse(string id)
    {
        var back = Entries
            .SelectMany(e => e.Targets.Select(target => (Entry: e, Target: target)))
            .GroupBy(link => (link.Entry.Kind, link.Target))
            .Select(links => new CrosswalkEntry
            {
                Kind = links.Key.Kind,
                Source = links.Key.Target,
                Targets = ValueList.From(links.Select(l => l.Entry.Source)),
                Relation = links.Count() > 1 ? CodeRelation.Inferred : links.First().Entry.Relation,
                Basis = Joined(links.Select(l => l.Entry.Basis)),
                Note = JoinedNotes(links.Select(l => l.Entry.Note)),
            });
        return Freeze(id, Version, Target, Source, back);
    }

    /// <summary>
    /// The crosswalk from <see cref="Source"/> to the target of the next one. Each line is as sure as the least sure of those it goes
    /// through, and <see cref="CodeRelation.None"/> where every way ends. Where some do, it is <see cref="CodeRelation.Inferred"/>,
    /// as every line with several targets is.
    /// </summary>
    /// <param name="id">The stable name of the whole.</param>
    /// <param name="next">A crosswalk from <see cref="Target"/>, in the same version.</param>
    /// <exception cref="ArgumentException">The next crosswalk begins at another system or version.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is null.</exception>
    public Crosswalk Compose(string id, Crosswalk next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Source.Key != Target.Key)
            throw new ArgumentException($"{next} begins at {next.Source}, but {this} ends at {Target}.\nPut a crosswalk between the two in between.", nameof(next));
        var second = next.Entries.ToDictionary(e => (e.Kind, e.Source));
        return Freeze(id, Math.Max(Version, next.Version), Source, next.Target, Entries.Select(first => Through(first, second)));
    }

    /// <summary>Name and version, and the two systems.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} v{Version} ({Source} to {Target})");

    private static CrosswalkEntry Through(CrosswalkEntry first, Dictionary<(ClassKind, ClassCode), CrosswalkEntry> second)
    {
        var onward = first.Targets.Select(t => second.GetValueOrDefault((first.Kind, t))).ToArray();
        var alive = onward.OfType<CrosswalkEntry>().Where(e => e.Relation != CodeRelation.None).ToArray();

        // A line with several targets is inferred already, so losing one of them on the way needs no rule of its own.
        var relation = alive.Length == 0 ? CodeRelation.None : alive.Select(e => e.Relation).Append(first.Relation).Max();
        return first with
        {
            Targets = ValueList.From(alive.SelectMany(e => e.Targets).Distinct()),
            Relation = relation,
            Basis = Joined([first.Basis, .. onward.OfType<CrosswalkEntry>().Select(e => e.Basis)]),
            Note = JoinedNotes([first.Note, .. onward.OfType<CrosswalkEntry>().Select(e => e.Note)]),
        };
    }

    private static void Check(CrosswalkEntry row, CodeSystem source, CodeSystem target, List<Fault> faults)
    {
        var where = Where(row);
        if (!source.TryFind(row.Kind, row.Source, out var from))
            faults.Add(new(where, $"it is no class of {source}"));
        foreach (var code in row.Targets.Where(code => !target.TryFind(row.Kind, code, out _)))
            faults.Add(new(where, $"its target {(code == default ? "without a code" : code)} is no class of {target}"));
        foreach (var code in row.Targets.GroupBy(code => code).Where(g => g.Count() > 1).Select(g => g.Key))
            faults.Add(new(where, $"its target {code} occurs more than once"));
        if (string.IsNullOrWhiteSpace(row.Basis))
            faults.Add(new(where, "its basis is missing; say what the line rests on"));
        var fits = row.Relation switch
        {
            CodeRelation.Exact or CodeRelation.Renamed => row.Targets.Count == 1,
            CodeRelation.Inferred => row.Targets.Count > 0,
            CodeRelation.None => row.Targets.IsEmpty,
            _ => false,
        };
        if (!Enum.IsDefined(row.Relation))
            faults.Add(new(where, Invariant($"its relation {(int)row.Relation} is none of the four")));
        else if (!fits)
            faults.Add(new(where, Invariant($"it is {row.Relation} with {row.Targets.Count} targets; exact and renamed have one, inferred at least one, none has none")));
        else if (row.Relation == CodeRelation.Exact && from is not null && target.TryFind(row.Kind, row.Targets[0], out var to) && from.Name != to.Name)
            faults.Add(new(where, $"it is exact, but {from.Name} and {to.Name} are two names; it is renamed or inferred"));
    }

    private static string Where(CrosswalkEntry row) => row.Source == default ? $"{row.Kind} without a code" : $"{row.Kind} {row.Source}";

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts.Distinct());

    private static string? JoinedNotes(IEnumerable<string?> notes) => Joined(notes.OfType<string>()) is { Length: > 0 } text ? text : null;

    private CodeMapping MappingOf(CodedClass row, CrosswalkEntry? entry) => new()
    {
        From = new(Source.Key, row.Kind, row.Code),
        Relation = entry?.Relation ?? CodeRelation.None,
        Targets = entry is null ? [] : ValueList.From(entry.Targets.Select(t => new QualifiedClass(Target.Key, row.Kind, t))),
        IsStated = entry is not null,
        Basis = entry?.Basis,
        Note = entry?.Note,
    };
}
