using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>
/// A code system (部件和事项分类代码): a named and versioned tree of classes of components and matters. Frozen and
/// thread-safe. Classes lie in pre-order, components before matters, children in ordinal order of their codes, whatever
/// the order of the rows. What the codes are is data: nothing in the library switches on one.
/// </summary>
public sealed class CodeSystem
{
    private readonly CodedClass[] _classes;
    private readonly int[] _parents;
    private readonly ValueList<CodedClass>[] _children;
    private readonly FrozenDictionary<string, int>[] _byCode;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] _bySpan;
    private readonly ValueList<CodedClass>[] _roots;
    private readonly CodeSearch _search;

    internal CodeSystem(CodeSystemInfo info, CodeSystem? @base, string? city, CodedClass[] preOrder, int[] parents)
    {
        Info = info;
        Base = @base;
        City = city;
        Key = new(info.Id, info.Version);
        _classes = preOrder;
        _parents = parents;
        var numbered = Enumerable.Range(0, preOrder.Length).ToArray();
        var children = numbered.Where(i => parents[i] >= 0).ToLookup(i => parents[i], i => preOrder[i]);
        _children = Array.ConvertAll(numbered, i => ValueList.From(children[i]));
        ClassKind[] kinds = [ClassKind.Component, ClassKind.Matter];
        _byCode = Array.ConvertAll(kinds, kind => numbered.Where(i => preOrder[i].Kind == kind)
            .ToFrozenDictionary(i => preOrder[i].Code.Value, i => i, StringComparer.Ordinal));
        _bySpan = Array.ConvertAll(_byCode, d => d.GetAlternateLookup<ReadOnlySpan<char>>());
        _roots = Array.ConvertAll(kinds, kind => ValueList.From(numbered.Where(i => preOrder[i].Kind == kind && parents[i] < 0).Select(i => preOrder[i])));
        _search = new(preOrder);
        Classes = ValueList.Create<CodedClass>(preOrder);
    }

    /// <summary>Name, version, standard, source, days in force and the rule for extensions.</summary>
    public CodeSystemInfo Info { get; }

    /// <summary>Name and version: what a <see cref="QualifiedClass"/> of this system carries.</summary>
    public CodeSystemVersion Key { get; }

    /// <summary>The system that this one extends, or null.</summary>
    public CodeSystem? Base { get; }

    /// <summary>Whose extension it is, or null for a system of its own.</summary>
    public string? City { get; }

    /// <summary>Every class, those of <see cref="Base"/> included, in pre-order: components, then matters.</summary>
    public ValueList<CodedClass> Classes { get; }

    /// <summary>Freezes a system after checking it as a whole.</summary>
    /// <param name="info">What is to be known of it.</param>
    /// <param name="classes">The classes, in any order.</param>
    /// <exception cref="DefinitionException">
    /// An id, version, standard or source that is missing, dates the wrong way round, an extension rule out of range, no class, a
    /// class that is null or has no code, kind or name, a code twice within its kind, a parent that is unknown or below
    /// itself, a class in the range that the rule leaves to cities: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CodeSystem Freeze(CodeSystemInfo info, IEnumerable<CodedClass> classes)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(classes);
        return CodeSystemFreezer.Freeze(info, classes);
    }

    /// <summary>
    /// A city's own system: every class of this one and the city's. Its id is this id, a plus sign and the city's, and it
    /// has this system's rule, so that a district may extend it further.
    /// </summary>
    /// <param name="cityId">The city, 1 to 64 characters, for instance its division code; fits into the id with the base's.</param>
    /// <param name="version">The version of the extension, from 1.</param>
    /// <param name="standard">The city's rule that adds the classes.</param>
    /// <param name="source">Where the city's table was taken from.</param>
    /// <param name="classes">The city's classes alone, in any order.</param>
    /// <param name="from">The first day in force; without it, the base's.</param>
    /// <param name="until">The last day in force; without it, the base's.</param>
    /// <exception cref="DefinitionException">
    /// The base may not be extended, a code is the base's or not within the range that <see cref="ExtensionRule"/> leaves
    /// to cities, a class is not under the class that its digits name, days in force that leave the base's, or a fault that
    /// <see cref="Freeze"/> would list: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException">An argument that is needed is null.</exception>
    public CodeSystem Extend(string cityId, int version, LegalBasis standard, string source, IEnumerable<CodedClass> classes, DateOnly? from = null, DateOnly? until = null)
    {
        ArgumentNullException.ThrowIfNull(cityId);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(classes);
        var info = new CodeSystemInfo
        {
            Id = $"{Info.Id}+{cityId}",
            Version = version,
            Standard = standard,
            Source = source,
            From = from ?? Info.From,
            Until = until ?? Info.Until,
            Extension = Info.Extension,
        };
        return CodeSystemFreezer.Extend(this, cityId, info, classes);
    }

    /// <summary>Reads a system from JSON (UTF-8); the format is in <c>docs/formats.md</c>.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="base">The system that the document extends, if it does; the document names it.</param>
    /// <exception cref="DefinitionException">The document is not JSON of the format, names another base than is given, or the system has faults.</exception>
    public static CodeSystem FromJson(ReadOnlySpan<byte> utf8, CodeSystem? @base = null) => CodeSystemJson.Read(utf8, @base);

    /// <summary>Writes the system as JSON (UTF-8), indented; of an extension, the city's classes and the name of its base.</summary>
    public byte[] ToJson() => CodeSystemJson.Format.Write(this);

    /// <summary>Whether the system is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool IsInForceOn(DateOnly day) => !(day < Info.From) && !(day > Info.Until);

    /// <summary>Finds a class, without allocating.</summary>
    /// <param name="kind">Component or matter.</param>
    /// <param name="code">The whole code.</param>
    /// <param name="found">The class, if the system has it.</param>
    public bool TryFind(ClassKind kind, ClassCode code, [NotNullWhen(true)] out CodedClass? found) =>
        TryFind(kind, code.Value.AsSpan(), out found);

    /// <summary>Finds a class by the characters of its code, without allocating.</summary>
    /// <param name="kind">Component or matter.</param>
    /// <param name="code">The whole code.</param>
    /// <param name="found">The class, if the system has it.</param>
    public bool TryFind(ClassKind kind, ReadOnlySpan<char> code, [NotNullWhen(true)] out CodedClass? found)
    {
        var at = IndexOf(kind, code);
        found = at >= 0 ? _classes[at] : null;
        return at >= 0;
    }

    /// <summary>The class above, or null for a major class. Allocates nothing.</summary>
    /// <param name="of">A class of this system.</param>
    /// <exception cref="ArgumentException">The class is not of this system.</exception>
    public CodedClass? ParentOf(CodedClass of) => _parents[Own(of)] is >= 0 and var at ? _classes[at] : null;

    /// <summary>The classes right below, in ordinal order of their codes. Allocates nothing.</summary>
    /// <param name="of">A class of this system.</param>
    /// <exception cref="ArgumentException">The class is not of this system.</exception>
    public ValueList<CodedClass> ChildrenOf(CodedClass of) => _children[Own(of)];

    /// <summary>The major classes of a kind, in ordinal order of their codes; empty for a kind that is none.</summary>
    /// <param name="kind">Component or matter.</param>
    public ValueList<CodedClass> Majors(ClassKind kind) => kind is ClassKind.Component or ClassKind.Matter ? _roots[(int)kind - 1] : [];

    /// <summary>Whether a class was added by this extension, and is not one of <see cref="Base"/>.</summary>
    /// <param name="of">A class of this system.</param>
    /// <exception cref="ArgumentException">The class is not of this system.</exception>
    public bool IsLocal(CodedClass of) => Own(of) >= 0 && Base is not null && !Base.TryFind(of.Kind, of.Code, out _);

    /// <summary>A code of this system together with the system's name and version.</summary>
    /// <param name="kind">Component or matter.</param>
    /// <param name="code">The code.</param>
    /// <returns>The qualified code, or a refusal with <see cref="RefusalCodes.CodeUnknown"/>.</returns>
    public Outcome<QualifiedClass> Qualify(ClassKind kind, ClassCode code)
    {
        if (IndexOf(kind, code.Value) < 0)
            return CodeRefusals.Unknown(this, kind, code);
        return new QualifiedClass(Key, kind, code);
    }

    /// <summary>
    /// The class that a qualified code names. A code of <see cref="Base"/> is taken, because every class of the base is also
    /// one of the extension; a code of any other system or version is refused, also where the digits are known here.
    /// </summary>
    /// <param name="code">The code with its system.</param>
    /// <returns>The class, or a refusal with <see cref="RefusalCodes.CodeOfAnotherSystem"/> or <see cref="RefusalCodes.CodeUnknown"/>.</returns>
    public Outcome<CodedClass> Resolve(QualifiedClass code)
    {
        var home = this;
        while (home is not null && home.Key != code.System)
            home = home.Base;
        if (home is null)
            return CodeRefusals.OtherSystem(Key, code);
        return home.TryFind(code.Kind, code.Code, out var found) ? found : CodeRefusals.Unknown(home, code.Kind, code.Code);
    }

    /// <summary>
    /// Finds classes as people type them: by the beginning of the code, by a part of the name, or by the initials of the
    /// name's pinyin (<c>wsjg</c> for 污水井盖, see <see cref="PinyinInitials"/>). Full-width letters, digits and signs count as
    /// half-width ones, capitals as small letters, in the text and in the names.
    /// </summary>
    /// <param name="text">What was typed; blank finds nothing.</param>
    /// <param name="limit">The most classes to return, 1 to 1,000.</param>
    /// <param name="kind">Only this kind, or null for both.</param>
    /// <returns>Each class once, by its best <see cref="CodeMatch.By"/>, and in pre-order where that is equal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1 to 1,000.</exception>
    public ValueList<CodeMatch> Search(string text, int limit, ClassKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return _search.Find(text, limit, kind);
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => Key.ToString();

    internal int IndexOf(ClassKind kind, ReadOnlySpan<char> code) =>
        kind is ClassKind.Component or ClassKind.Matter && _bySpan[(int)kind - 1].TryGetValue(code, out var at) ? at : -1;

    private int Own(CodedClass of)
    {
        ArgumentNullException.ThrowIfNull(of);
        var at = IndexOf(of.Kind, of.Code.Value);
        return at >= 0 && _classes[at] == of
            ? at
            : throw new ArgumentException($"{of} is not a class of {this}; look the code up in this system first.", nameof(of));
    }
}
