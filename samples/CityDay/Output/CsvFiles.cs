using System.Globalization;
using CityDay.Input;
using CityDay.Results;
using CsvHelper;
using GridGov;

namespace CityDay.Output;

/// <summary>The CSV files of a run, besides the rejected lines.</summary>
internal static class CsvFiles
{
    private static readonly CsvWriterOptions Options = new() { Separator = ',', NewLine = "\n" };

    public static void WriteDifferences(TextWriter writer, IReadOnlyList<Difference> differences)
    {
        using var csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        Record(csv, "what", "id", "class", "ours", "theirs", "explanation");
        foreach (var d in differences)
            Record(csv, d.What, d.Id, d.Class, d.Ours, d.Theirs, d.Explanation);
    }

    /// <summary>The grids out of size bounds, in the order of the tree; the header alone where there is no rule.</summary>
    public static void WriteGridSizes(TextWriter writer, GridTree grids, GridSizeReport? report)
    {
        using var csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        Record(csv, "grid", "name", "households", "least", "most", "away", "rule");
        foreach (var finding in report?.OutOfBounds ?? [])
        {
            grids.TryFind(finding.Grid, out var node);
            Record(csv, finding.Grid.Value, grids.NameOf(node), Text(finding.Households), Text(report!.Rule.Least), Text(report.Rule.Most), Text(finding.Distance), report.Rule.Id);
        }

        static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
    }

    /// <summary>Rows in the sample's own format, to be edited and played again with <c>--format gridgov</c>.</summary>
    public static void WriteReports(TextWriter writer, IEnumerable<InputRow> rows)
    {
        using var csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        Record(csv, [.. GridGovFormat.Columns]);
        foreach (var row in rows)
        {
            var at = row.ReportedAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
            Record(csv, row.Id, at, row.Place.Count == 0 ? string.Empty : row.Place[^1].Code, row.Category, row.Channel);
        }
    }

    private static void Record(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.EndRecord();
    }
}
