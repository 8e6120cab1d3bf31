using System.Globalization;

namespace GridGov.Benchmarks;

/// <summary>A synthetic tree of 100,000 nodes in seven levels, and the same tree as linked objects.</summary>
internal sealed class GridForest
{
    public const int Count = 100_000;

    // Children per node, level by level; the last level is cut off at the count.
    private static readonly int[] Children = [8, 8, 8, 8, 5, 4];

    public GridForest()
    {
        var rows = new List<GridRow>(Count) { new(new("33"), null, "33", GridLevel.Province) };
        for (var i = 0; rows.Count < Count; i++)
        {
            var parent = rows[i];
            for (var child = 0; child < Children[(int)parent.Level - 1] && rows.Count < Count; child++)
            {
                var code = string.Create(CultureInfo.InvariantCulture, $"{parent.Code}{child + 1:D2}");
                rows.Add(new(new(code), parent.Code, code, (GridLevel)((int)parent.Level + 1)));
            }
        }

        Tree = GridTree.Build(rows);
        var nodes = new Node[Count];
        foreach (var row in rows)
        {
            var at = Find(row.Code).Index;
            nodes[at] = new(at, row.Code.Value, row.Parent is { } parent ? nodes[Find(parent).Index] : null);
        }

        Nodes = nodes;
    }

    public GridTree Tree { get; }

    /// <summary>The objects, by the number that the library gives each node.</summary>
    public Node[] Nodes { get; }

    private GridHandle Find(GridCode code) => Tree.TryFind(code, out var node)
        ? node
        : throw new InvalidOperationException($"{code} was put into the tree.");

    /// <summary>A node as an object tree has it.</summary>
    public sealed record Node(int Number, string Code, Node? Parent);
}
