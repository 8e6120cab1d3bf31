namespace GridGov.Benchmarks;

/// <summary>Plain text in columns.</summary>
internal static class Table
{
    /// <summary>Writes rows of the same length, the header first; the last column is not padded.</summary>
    public static void Write(List<string[]> rows, int[] rightAligned)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, c) => rightAligned.Contains(c) ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]));
            Console.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
