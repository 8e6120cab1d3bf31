using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// The forms and ledgers of a place, by the fields that they ask for: which ask for the same, and which could be one
/// (一表通, one form for all). Frozen, versioned, thread-safe. Source of the aim: the list regulation of Liaoning 辽宁, by which
/// ledgers and reports are integrated and none is asked for twice (seen in full); the community list of Xicheng 西城, which
/// admits ledgers like tasks (secondary source).
/// </summary>
public sealed class FormCatalog
{
    private readonly FrozenDictionary<string, int> _formIndex;
    private readonly FrozenDictionary<string, int> _fieldIndex;
    private readonly int[][] _fields;

    private FormCatalog(string id, int version, FormField[] fields, FormDefinition[] forms)
    {
        Id = id;
        Version = version;
        Fields = ValueList.Create<FormField>(fields);
        Forms = ValueList.Create<FormDefinition>(forms);
        _fieldIndex = fields.Index().ToFrozenDictionary(f => f.Item.Key, f => f.Index, StringComparer.Ordinal);
        _formIndex = forms.Index().ToFrozenDictionary(f => f.Item.Code.Value, f => f.Index, StringComparer.Ordinal);
        _fields = Array.ConvertAll(forms, form => form.Fields.Select(key => _fieldIndex[key]).Order().ToArray());
    }

    /// <summary>The catalog's stable name.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The fields, in ordinal order of their keys.</summary>
    public ValueList<FormField> Fields { get; }

    /// <summary>The forms, in the order of their codes.</summary>
    public ValueList<FormDefinition> Forms { get; }

    /// <summary>Freezes a catalog after checking it as a whole.</summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="fields">The fields, in any order.</param>
    /// <param name="forms">The forms, in any order.</param>
    /// <exception cref="DefinitionException">
    /// Something is null, a key or code missing or twice, a name, owner or period missing, a form without fields, with a field
    /// twice or with one that the catalog does not have: every fault is listed.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="fields"/> or <paramref name="forms"/> is null.</exception>
    public static FormCatalog Freeze(string id, int version, IEnumerable<FormField> fields, IEnumerable<FormDefinition> forms)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(forms);
        var (allFields, allForms) = (fields.ToArray(), forms.ToArray());
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", Invariant($"it is {version}; versions begin at 1")));
        FormChecks.Check(allFields, allForms, faults);
        if (faults.Count > 0)
            throw new DefinitionException($"Form catalog \"{id}\" version {version}", faults);
        return new(id, version, [.. allFields.OrderBy(f => f.Key, StringComparer.Ordinal)], [.. allForms.OrderBy(f => f.Code)]);
    }

    /// <summary>Reads a catalog from JSON (UTF-8); the format is in <c>docs/formats.md</c>.</summary>
    /// <param name="utf8">The document.</param>
    /// <exception cref="DefinitionException">The document is not JSON of the format, or the catalog has faults.</exception>
    public static FormCatalog FromJson(ReadOnlySpan<byte> utf8) => FormCatalogJson.Format.Read(utf8);

    /// <summary>The catalog as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same catalog.</summary>
    public byte[] ToJson() => FormCatalogJson.Format.Write(this);

    /// <summary>Finds a form, without allocating.</summary>
    /// <param name="code">The form's code.</param>
    /// <param name="form">The form, if the catalog has it.</param>
    public bool TryFind(FormCode code, [NotNullWhen(true)] out FormDefinition? form)
    {
        form = IndexOf(code) is >= 0 and var index ? Forms[index] : null;
        return form is not null;
    }

    /// <summary>Whether two forms ask for a field in common, without allocating; false where the catalog lacks one.</summary>
    /// <param name="one">A form.</param>
    /// <param name="other">Another form.</param>
    public bool HaveCommonFields(FormCode one, FormCode other)
    {
        if (IndexOf(one) is not (>= 0 and var first) || IndexOf(other) is not (>= 0 and var second))
            return false;

        // Both are sorted.
        var (a, b) = (_fields[first], _fields[second]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
                return true;
            if (a[i] < b[j])
                i++;
            else
                j++;
        }

        return false;
    }

    /// <summary>Every two forms that ask for the same fields, those with the most shared fields first, then in the order of their codes.</summary>
    public ValueList<FormOverlap> Overlaps()
    {
        var overlaps = new List<FormOverlap>();
        for (var one = 0; one < Forms.Count; one++)
        {
            for (var other = one + 1; other < Forms.Count; other++)
            {
                var shared = _fields[one].Intersect(_fields[other]).Order().Select(f => Fields[f].Key).ToArray();
                if (shared.Length > 0)
                    overlaps.Add(new(Forms[one].Code, Forms[other].Code, ValueList.Create<string>(shared), _fields[one].Length, _fields[other].Length));
            }
        }

        return ValueList.From(overlaps.OrderByDescending(o => o.Shared.Count).ThenBy(o => o.One).ThenBy(o => o.Other));
    }

    /// <summary>
    /// Groups of fields that have one Chinese name under several keys: probably the same figure, which
    /// <see cref="Overlaps"/> cannot see until they have one key.
    /// </summary>
    public ValueList<ValueList<string>> LookAlikes() => ValueList.From(Fields
        .GroupBy(f => f.Name.Zh.Trim(), StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => ValueList.From(g.Select(f => f.Key))));

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Id} v{Version}";

    /// <summary>The place of a form, or −1.</summary>
    internal int IndexOf(FormCode code) => _formIndex.TryGetValue(code.Value, out var index) ? index : -1;

    /// <summary>The place of a field, or −1.</summary>
    internal int IndexOf(string key) => _fieldIndex.TryGetValue(key, out var index) ? index : -1;

    /// <summary>The places of a form's fields, in ascending order.</summary>
    internal ReadOnlySpan<int> FieldsOf(int form) => _fields[form];
}
