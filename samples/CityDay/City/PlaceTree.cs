using CityDay.Input;
using GridGov;

namespace CityDay.City;

/// <summary>The grid tree that the places of a file make up: the city, and below it what the lines name.</summary>
internal static class PlaceTree
{
    /// <summary>Where a row is, in the tree of <see cref="Of"/>.</summary>
    public static GridCode GridOf(InputRow row, GridCode root) => row.Place.Count == 0 ? root : new(row.Place[^1].Code);

    /// <param name="root">The city itself, which answers where a line names no place.</param>
    /// <param name="rows">The rows; of two parents named for one node, the first counts.</param>
    /// <param name="levels">The levels below the city, outermost first.</param>
    public static GridTree Of(GridRow root, IEnumerable<InputRow> rows, params ReadOnlySpan<GridLevel> levels)
    {
        var nodes = new Dictionary<string, GridRow>(StringComparer.Ordinal) { [root.Code.Value] = root };
        foreach (var row in rows)
        {
            var parent = root.Code;
            for (var depth = 0; depth < row.Place.Count; depth++)
            {
                var step = row.Place[depth];
                nodes.TryAdd(step.Code, new(new(step.Code), parent, step.Name, levels[depth]));
                parent = new(step.Code);
            }
        }

        return GridTree.Build(nodes.Values);
    }
}
