namespace GridGov;

/// <summary>
/// At which levels a city wants somebody to answer (责任层级). Frozen, versioned, thread-safe. Cities differ, so the chain
/// is data.
/// </summary>
/// <remarks>
/// "四长三员", four heads and three kinds of staff, is a scheme of four levels beside posts of the kinds
/// <see cref="PostKind.FullTime"/>, <see cref="PostKind.Professional"/> and <see cref="PostKind.PartTime"/>. Which four
/// levels it means is in none of our sources; a city states its own.
/// </remarks>
public sealed class ResponsibilityScheme
{
    private ResponsibilityScheme(string id, int version, ValueList<ResponsibilityLevel> levels)
    {
        Id = id;
        Version = version;
        Levels = levels;
    }

    /// <summary>Grid, building and neighbour heads (网格长—楼栋长—邻里长); the chain is named by users and assumed.</summary>
    public static ResponsibilityScheme Neighbourhood { get; } = Freeze("neighbourhood", 1,
        [ResponsibilityLevel.Grid, ResponsibilityLevel.Building, ResponsibilityLevel.Neighbours]);

    /// <summary>City, district, street, community, grid: the five levels (五级) as Sanya 三亚 is said to have; assumed.</summary>
    public static ResponsibilityScheme FiveLevels { get; } = Freeze("five-levels", 1,
    [
        ResponsibilityLevel.City, ResponsibilityLevel.District, ResponsibilityLevel.Street, ResponsibilityLevel.Community, ResponsibilityLevel.Grid,
    ]);

    /// <summary>The scheme's stable name.</summary>
    public string Id { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The levels, the finest first, as a chain lists them.</summary>
    public ValueList<ResponsibilityLevel> Levels { get; }

    /// <summary>Freezes a scheme after checking it as a whole.</summary>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="levels">The levels, in any order; at least one, each once.</param>
    /// <exception cref="DefinitionException">A bad name or version, no level, a level that is none or twice: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="levels"/> is null.</exception>
    public static ResponsibilityScheme Freeze(string id, int version, IEnumerable<ResponsibilityLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var sorted = levels.OrderDescending().ToArray();
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (version < 1)
            faults.Add(new("version", FormattableString.Invariant($"it is {version}; versions begin at 1")));
        if (sorted.Length == 0)
            faults.Add(new("levels", "there is none; somebody must answer at one level at least"));
        foreach (var level in sorted.Distinct().Where(l => !Enum.IsDefined(l)))
            faults.Add(new("levels", FormattableString.Invariant($"{(byte)level} is none of the nine")));
        foreach (var twice in sorted.GroupBy(l => l).Where(g => g.Count() > 1))
            faults.Add(new("levels", $"{twice.Key} occurs more than once; one person answers at a level"));
        return faults.Count == 0
            ? new(id, version, ValueList.Create<ResponsibilityLevel>(sorted))
            : throw new DefinitionException($"Responsibility scheme \"{id}\" version {version}", faults);
    }

    /// <summary>Reads a scheme from JSON, format 1 of docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">
    /// The document is not of the format (one fault, with line, byte and path), or the scheme has faults (all of them).
    /// </exception>
    public static ResponsibilityScheme FromJson(ReadOnlySpan<byte> utf8) => ResponsibilitySchemeJson.Format.Read(utf8);

    /// <summary>The scheme as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same scheme.</summary>
    public byte[] ToJson() => ResponsibilitySchemeJson.Format.Write(this);

    /// <summary>Name and version.</summary>
    public override string ToString() => FormattableString.Invariant($"{Id} v{Version}");
}
