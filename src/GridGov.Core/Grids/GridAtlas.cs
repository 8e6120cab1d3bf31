using System.Collections.Frozen;
using System.Globalization;

namespace GridGov;

/// <summary>One named grid system of a city in one version (网格体系): administrative, responsibility, exclusive, micro. Immutable and thread-safe.</summary>
/// <param name="Id">Its stable name, an identifier; unique in an atlas.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Tree">Its grids.</param>
public sealed record GridSystem(string Id, int Version, GridTree Tree)
{
    /// <summary>Whether every place lies in one of its grids; false for exclusive grids, which leave gaps on purpose.</summary>
    public bool CoversEveryPlace { get; init; } = true;

    /// <summary>Reads a system from JSON, see docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">It is not such a document (with line, byte and path) or its grids make no tree: every fault is listed.</exception>
    public static GridSystem FromJson(ReadOnlySpan<byte> utf8) => GridJson.Format.Read(utf8);

    /// <summary>The system as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same grids.</summary>
    public byte[] ToJson() => GridJson.Format.Write(this);
}

/// <summary>
/// The grid systems that divide the same ground side by side (多网合一). Immutable and thread-safe. A place lies in
/// exactly one grid per system and level: <see cref="Place"/> accepts one code a system, and a tree has one path to it.
/// </summary>
public sealed class GridAtlas
{
    private readonly FrozenDictionary<string, GridSystem> _byId;

    private GridAtlas(IEnumerable<GridSystem> systems)
    {
        Systems = ValueList.From(systems.OrderBy(s => s.Id, StringComparer.Ordinal));
        _byId = Systems.ToFrozenDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <summary>The systems in ordinal order of their ids.</summary>
    public ValueList<GridSystem> Systems { get; }

    /// <summary>The system of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="KeyNotFoundException">The atlas has no such system.</exception>
    public GridSystem this[string id] => _byId[id];

    /// <summary>Makes an atlas.</summary>
    /// <param name="systems">The systems, at least one.</param>
    /// <exception cref="DefinitionException">There is none, one is null or has no id, tree or version, an id occurs twice: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="systems"/> is null.</exception>
    public static GridAtlas Freeze(IEnumerable<GridSystem> systems)
    {
        ArgumentNullException.ThrowIfNull(systems);
        GridSystem?[] all = [.. systems];
        var faults = new List<Fault>();
        if (all.Length == 0)
            faults.Add(new("systems", "there is none; an atlas has at least one"));
        foreach (var (index, system) in all.Index())
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"system {index + 1}");
            if (system is null)
                faults.Add(new(where, "it is null"));
            else
                faults.AddRange(FaultsOf(system, where));
        }

        faults.AddRange(all.OfType<GridSystem>().GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Key is not null && g.Count() > 1)
            .Select(g => new Fault(g.Key, "the id occurs twice; one version of a system is in an atlas")));
        return faults.Count == 0 ? new(all!) : throw new DefinitionException("The grid atlas", faults);
    }

    /// <summary>The node of a code in one system, without allocating.</summary>
    /// <param name="system">The system's id.</param>
    /// <param name="code">The code.</param>
    /// <param name="node">The node of that system's tree, if both are found.</param>
    public bool TryFind(string system, GridCode code, out GridHandle node)
    {
        node = default;
        return _byId.TryGetValue(system, out var found) && found.Tree.TryFind(code, out node);
    }

    /// <summary>Puts a place into its grid of each system.</summary>
    /// <param name="grids">The code by the system's id; a system that does not cover every place may be left out.</param>
    /// <exception cref="DefinitionException">A system is unknown, left out though it covers every place, or has no such code: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="grids"/> is null.</exception>
    public GridPlace Place(IReadOnlyDictionary<string, GridCode> grids)
    {
        ArgumentNullException.ThrowIfNull(grids);
        Fault[] faults = [
            .. grids.Keys.Where(id => !_byId.ContainsKey(id)).Order(StringComparer.Ordinal).Select(id => new Fault(id, "the atlas has no such system")),
            .. Systems.Where(s => s.CoversEveryPlace && !grids.ContainsKey(s.Id)).Select(s => new Fault(s.Id, "the place has no grid in this system, which covers every place")),
            .. Systems.Where(s => grids.TryGetValue(s.Id, out var code) && !s.Tree.TryFind(code, out _)).Select(s => new Fault(s.Id, $"it has no grid {grids[s.Id].Value}")),
        ];
        return faults.Length == 0 ? new(this, grids) : throw new DefinitionException("The place", faults);
    }

    private static IEnumerable<Fault> FaultsOf(GridSystem system, string where)
    {
        if (!TextId.IsValid(system.Id, out var reason))
            yield return new(where, $"its id cannot be one: {reason}");
        if (system.Version < 1)
            yield return new(where, string.Create(CultureInfo.InvariantCulture, $"its version is {system.Version}; the first is 1"));
        if (system.Tree is null)
            yield return new(where, "it has no tree");
    }
}

/// <summary>A place by the grids that it lies in. Immutable and thread-safe; made by <see cref="GridAtlas.Place"/>.</summary>
public sealed class GridPlace
{
    private readonly GridAtlas _atlas;
    private readonly FrozenDictionary<string, GridCode> _grids;

    internal GridPlace(GridAtlas atlas, IReadOnlyDictionary<string, GridCode> grids)
    {
        _atlas = atlas;
        _grids = grids.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The innermost grid of the place in a system, or null if that system leaves the place out.</summary>
    /// <param name="system">The system's id; unknown ones have no grid.</param>
    public GridCode? GridIn(string system) => _grids.TryGetValue(system, out var code) ? code : null;

    /// <summary>The one grid of the place in a system and level, or null if there is none.</summary>
    /// <param name="system">The system's id; unknown ones have no grid.</param>
    /// <param name="level">The level.</param>
    public GridCode? GridIn(string system, GridLevel level) =>
        GridIn(system) is { } code && _atlas.TryFind(system, code, out var node) && _atlas[system].Tree is var tree && tree.AncestorAt(node, level) is { } at
            ? tree.CodeOf(at)
            : null;
}
