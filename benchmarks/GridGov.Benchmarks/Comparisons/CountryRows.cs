using System.Globalization;
using System.IO.Compression;

namespace GridGov.Benchmarks;

/// <summary>
/// The divisions of China down to communities and villages, 665,276 rows, read from the shared data; where there is
/// none, a made-up country of the same shape. Both come level by level and sorted within each level.
/// </summary>
internal static class CountryRows
{
    private static readonly int[] Shape = [31, 342, 2_978, 41_352, 620_573];

    // Digits of a code, level by level.
    private static readonly int[] Digits = [2, 4, 6, 9, 12];

    private static readonly string[] Files = ["provinces.csv", "cities.csv", "areas.csv", "streets.csv", "villages.csv.gz"];

    private static readonly Lazy<GridRow[]> Rows = new(() => Folder() is { } folder ? Read(folder) : MakeUp());

    /// <summary>The rows, made once in a process.</summary>
    public static GridRow[] All => Rows.Value;

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_DATA") is { Length: > 0 } named)
            return Existing(Path.Combine(named, "divisions"));
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            if (Existing(Path.Combine(at.FullName, "shared", "data", "divisions")) is { } found)
                return found;
        }

        return null;
    }

    private static string? Existing(string folder) => Files.All(f => File.Exists(Path.Combine(folder, f))) ? folder : null;

    private static GridRow[] Read(string folder)
    {
        var rows = new List<GridRow>(Shape.Sum());
        for (var level = 0; level < Files.Length; level++)
        {
            using Stream file = File.OpenRead(Path.Combine(folder, Files[level]));
            using var lines = new StreamReader(Files[level].EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
            lines.ReadLine();
            while (lines.ReadLine() is { } line)
            {
                // Code, name and the code of the parent come first; no name holds a comma.
                var fields = line.Split(',');
                rows.Add(Row(fields[0], level == 0 ? null : fields[2], fields[1].Trim('"'), level));
            }
        }

        return [.. rows];
    }

    private static GridRow[] MakeUp()
    {
        var rows = new List<GridRow>(Shape.Sum());
        var above = 0;
        for (var level = 0; level < Shape.Length; level++)
        {
            var first = rows.Count;
            for (var i = 0; i < Shape[level]; i++)
            {
                // Spread over the parents in order; the number is the place among siblings.
                var parents = level == 0 ? 1 : Shape[level - 1];
                var parent = (int)((long)i * parents / Shape[level]);
                var number = i - (int)(((long)parent * Shape[level] + parents - 1) / parents) + (level == 0 ? 11 : 1);
                var prefix = level == 0 ? string.Empty : rows[above + parent].Code.Value;
                var code = prefix + number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits[level] - prefix.Length, '0');
                rows.Add(Row(code, level == 0 ? null : prefix, $"第{number}", level));
            }

            above = first;
        }

        return [.. rows];
    }

    private static GridRow Row(string code, string? parent, string name, int level) =>
        new(new(code), parent is null ? null : new GridCode(parent), name, (GridLevel)(level + 1));
}

/// <summary>The country as the library has it and as linked objects; made once in a process, never written to.</summary>
internal sealed class Country
{
    private static readonly Lazy<Country> Made = new(() => new());

    private Country()
    {
        Tree = GridTree.Build(CountryRows.All);
        ByCode = Fill(CountryRows.All);
        Nodes = new Node[Tree.Count];
        for (var i = 0; i < Nodes.Length; i++)
            Nodes[i] = ByCode[Tree.CodeOf(new(i)).Value];
    }

    public static Country Instance => Made.Value;

    public GridTree Tree { get; }

    public Dictionary<string, Node> ByCode { get; }

    /// <summary>The objects, by the number that the library gives each node.</summary>
    public Node[] Nodes { get; }

    /// <summary>The dictionary that a program would fill: an object a row, linked to its parent, which comes first.</summary>
    public static Dictionary<string, Node> Fill(IReadOnlyCollection<GridRow> rows)
    {
        var byCode = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var parent = row.Parent is { } above ? byCode[above.Value] : null;
            byCode.Add(row.Code.Value, new(row.Code.Value, row.Name, row.Level, row.Households, parent));
        }

        return byCode;
    }

    /// <summary>A node as an object tree has it.</summary>
    public sealed record Node(string Code, string Name, GridLevel Level, int Households, Node? Parent);
}
