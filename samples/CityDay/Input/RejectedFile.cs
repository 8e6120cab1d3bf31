using System.Globalization;
using CsvHelper;

namespace CityDay.Input;

/// <summary>Writes rejections as CSV with LF line ends; no field can start a spreadsheet formula. For one thread.</summary>
internal sealed class RejectedFile : IDisposable
{
    // Spreadsheets in East Asian settings take the full-width signs too, which CsvHelper's own guard cannot name.
    private const string FormulaSigns = "=+-@\t\r＝＋－＠";

    private static readonly CsvWriterOptions Options = new() { Separator = ',', NewLine = "\n" };

    private readonly CsvWriter _csv;

    /// <summary>Writes the header at once. The writer is left open.</summary>
    public RejectedFile(TextWriter writer)
    {
        _csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        WriteRecord("line", "column", "field", "value", "reason", "remedy");
    }

    public void Write(Rejection rejection) => WriteRecord(
        rejection.Line.ToString(CultureInfo.InvariantCulture),
        rejection.Column.ToString(CultureInfo.InvariantCulture),
        rejection.Field,
        rejection.Value,
        rejection.Reason,
        rejection.Remedy);

    public void Dispose() => _csv.Dispose();

    private void WriteRecord(params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
            _csv.WriteField(Neutral(field));

        _csv.EndRecord();
    }

    private static string Neutral(string field) => field.Length > 0 && FormulaSigns.Contains(field[0], StringComparison.Ordinal) ? $"'{field}" : field;
}
