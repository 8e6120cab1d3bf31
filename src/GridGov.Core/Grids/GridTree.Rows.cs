using System.Globalization;

namespace GridGov;

/// <content>Back to rows, and to a day.</content>
public sealed partial class GridTree
{
    /// <summary>The row of a node; the kind is null where it goes without saying.</summary>
    /// <param name="node">A node of this tree.</param>
    public GridRow RowOf(GridHandle node)
    {
        var at = node.Index;
        var (level, kind) = (_nodes.LevelOf(at), _nodes.KindOf(at));
        return new(_codes[at], _parents[at] < 0 ? null : _codes[_parents[at]], _nodes.Names[at], level, HouseholdsOf(node))
        {
            Kind = kind == GridRow.UsualKind(level) ? null : kind,
            Area = _nodes.AreaOf(at),
            From = _nodes.From is { } from && from[at] != GridNodes.NoFrom ? DateOnly.FromDayNumber(from[at]) : null,
            Until = _nodes.Until is { } until && until[at] != GridNodes.NoUntil ? DateOnly.FromDayNumber(until[at]) : null,
        };
    }

    /// <summary>All rows in pre-order, from which <see cref="Build"/> makes an equal tree.</summary>
    public IEnumerable<GridRow> ToRows()
    {
        for (var i = 0; i < Count; i++)
            yield return RowOf(new(i));
    }

    /// <summary>Whether a node and all nodes above it are in force on a day, both ends included.</summary>
    /// <param name="node">A node of this tree.</param>
    /// <param name="day">The day.</param>
    public bool IsInForce(GridHandle node, DateOnly day)
    {
        _ = _codes[node.Index];
        var (first, last) = _nodes.InForce(node.Index);
        return first <= day.DayNumber && day.DayNumber <= last;
    }

    /// <summary>
    /// The snapshot of one day: the nodes in force then. A node whose parent is not in force is not either. Without
    /// any dates it is this tree; handles of another tree are not valid in it.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <exception cref="DefinitionException">No node is in force on that day.</exception>
    public GridTree At(DateOnly day)
    {
        if (_nodes.From is null)
            return this;
        GridRow[] rows = [.. Enumerable.Range(0, Count).Where(i => IsInForce(new(i), day)).Select(i => RowOf(new(i)))];
        if (rows.Length == 0)
            throw new DefinitionException("The grid tree", [new Fault(day.ToString("O", CultureInfo.InvariantCulture), "no node is in force on this day")]);
        return rows.Length == Count ? this : Build(rows);
    }
}
