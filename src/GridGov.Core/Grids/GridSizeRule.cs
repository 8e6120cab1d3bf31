using System.Globalization;

namespace GridGov;

/// <summary>How surely a figure of a rule is known.</summary>
public enum SizeCertainty
{
    /// <summary>Seen in a primary text (V1).</summary>
    Primary,

    /// <summary>Seen in a secondary source, such as a press report (V2).</summary>
    Secondary,

    /// <summary>Stated without a source that was seen; confirm it before relying on it.</summary>
    Unseen,
}

/// <summary>
/// How many households a grid should have: data that a city chooses, or writes for itself. Immutable and thread-safe.
/// </summary>
/// <param name="Id">A stable name.</param>
/// <param name="Level">The level whose nodes are counted.</param>
/// <param name="Least">The fewest households, or null where the source gives no lower bound.</param>
/// <param name="Most">The most households, or null where the source gives no upper bound.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Certainty">How surely they are known.</param>
public sealed record GridSizeRule(string Id, GridLevel Level, int? Least, int? Most, LegalBasis Source, SizeCertainty Certainty)
{
    /// <summary>The kind of grids that the rule is for, or null: all kinds.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>The area type that the rule is for; unstated: every area.</summary>
    public AreaType Area { get; init; }

    /// <summary>Reads a rule from JSON, format 1 of docs/formats.md.</summary>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DefinitionException">
    /// The document is not of the format (one fault, with line, byte and path), or the rule has faults (all of them).
    /// </exception>
    public static GridSizeRule FromJson(ReadOnlySpan<byte> utf8) => GridSizeRuleJson.Format.Read(utf8);

    /// <summary>The rule as JSON in UTF-8, which <see cref="FromJson"/> reads to an equal one; the same bytes for the same rule.</summary>
    public byte[] ToJson() => GridSizeRuleJson.Format.Write(this);

    /// <summary>
    /// Lists the grids out of bounds. A grid counts with all below it; one without households is below the least, since
    /// it is either empty or not counted.
    /// </summary>
    /// <param name="tree">The tree to check.</param>
    /// <exception cref="DefinitionException">The rule has no name or no bound, a negative one, or a least above its most: every fault is listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    public GridSizeReport Check(GridTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ThrowIfUnsound();
        var (isChecked, outside, unstated) = (0, new List<GridSizeFinding>(), new List<GridCode>());
        for (var i = 0; i < tree.Count; i++)
        {
            GridHandle node = new(i);
            if (tree.LevelOf(node) != Level || (Kind is { } kind && tree.KindOf(node) != kind))
                continue;
            var area = Area == AreaType.Unstated ? AreaType.Unstated : tree.AreaOf(node);
            if (area != Area)
            {
                if (area == AreaType.Unstated)
                    unstated.Add(tree.CodeOf(node));
                continue;
            }

            isChecked++;
            var households = tree.HouseholdsIn(node);
            if (households < Least)
                outside.Add(new(tree.CodeOf(node), households, Least.Value));
            else if (households > Most)
                outside.Add(new(tree.CodeOf(node), households, Most.Value));
        }

        return new(this, isChecked, ValueList.From(outside), ValueList.From(unstated));
    }

    /// <exception cref="DefinitionException">It has faults; every one is listed.</exception>
    internal void ThrowIfUnsound()
    {
        var faults = new List<Fault>();
        if (!TextId.IsValid(Id, out var reason))
            faults.Add(new("id", reason!));
        if (Least is null && Most is null)
            faults.Add(new("bounds", "there is none; state the least, the most or both"));
        if (Least < 0 || Most < 0)
            faults.Add(new("bounds", "one is negative; the least is 0"));
        if (Least > Most)
            faults.Add(new("bounds", string.Create(CultureInfo.InvariantCulture, $"the least, {Least}, is above the most, {Most}")));
        if (faults.Count > 0)
            throw new DefinitionException($"The grid size rule {Id}", faults);
    }
}

/// <summary>A grid out of bounds. Immutable and thread-safe.</summary>
/// <param name="Grid">The grid's code.</param>
/// <param name="Households">Its households with all below it.</param>
/// <param name="Bound">The bound that it misses.</param>
public sealed record GridSizeFinding(GridCode Grid, long Households, int Bound)
{
    /// <summary>How many households it is away from the bound: negative where it is too small.</summary>
    public long Distance => Households - Bound;
}

/// <summary>The outcome of a check. Immutable and thread-safe.</summary>
/// <param name="Rule">The rule that was checked.</param>
/// <param name="Checked">How many grids the rule applied to.</param>
/// <param name="OutOfBounds">The grids out of bounds, in pre-order.</param>
/// <param name="AreaUnknown">The grids left out because neither they nor a node above them state the area type that the rule asks for.</param>
public sealed record GridSizeReport(
    GridSizeRule Rule, int Checked, ValueList<GridSizeFinding> OutOfBounds, ValueList<GridCode> AreaUnknown);
