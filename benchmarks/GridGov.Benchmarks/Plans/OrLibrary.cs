using System.Globalization;

namespace GridGov.Benchmarks;

/// <summary>The sparse assignment files of the OR-Library, where the shared data has them.</summary>
internal static class OrLibrary
{
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_DATA") is { Length: > 0 } named)
            return Existing(Path.Combine(named, "assignment", name));
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            if (Existing(Path.Combine(at.FullName, "shared", "data", "assignment", name)) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Lines of row, column and cost, rows ascending, both from 1.</summary>
    public static SparseInstance Read(string path)
    {
        var numbers = File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(t => int.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        var n = numbers[0];
        var starts = new int[n + 1];
        var arcs = (numbers.Length - 1) / 3;
        var (workers, costs) = (new int[arcs], new int[arcs]);
        for (var a = 0; a < arcs; a++)
        {
            starts[numbers[3 * a + 1]]++;
            (workers[a], costs[a]) = (numbers[3 * a + 2] - 1, numbers[3 * a + 3]);
        }

        for (var c = 0; c < n; c++)
            starts[c + 1] += starts[c];
        return new(starts, workers, costs, [.. Enumerable.Repeat(1, n)]);
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;
}
