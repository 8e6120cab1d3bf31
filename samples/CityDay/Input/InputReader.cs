using System.Globalization;

namespace CityDay.Input;

/// <summary>
/// Streams a file: one physical line is one record, and each line that is not empty gives one item
/// in order. What is kept grows with the accepted ids only, never with the size of a line.
/// </summary>
internal static class InputReader
{
    /// <summary>Reads while it is enumerated; faults of the whole file surface there.</summary>
    /// <exception cref="InputException">While enumerated: unreadable, not text, a header that does not fit, or no rows at all.</exception>
    public static IEnumerable<InputItem> Read(Stream stream, string fileName, IInputFormat format, CancellationToken ct = default)
    {
        using var splitter = new LineSplitter();
        var lines = new LineReader(stream, fileName);
        InputHeader header = InputHeader.Read(lines, splitter, fileName, format, ct);
        var fields = new LineFields(header, splitter);
        var accepted = new Dictionary<string, int>(StringComparer.Ordinal);
        bool any = false;
        while (lines.Next(ct))
        {
            if (lines.IsEmpty)
                continue;

            any = true;
            yield return Map(lines, splitter, header, fields, format, accepted);
        }

        if (!any)
            throw new InputException(fileName, "the file has a header and no rows", "Export the file again, with its rows");
    }

    private static InputItem Map(
        LineReader lines, LineSplitter splitter, InputHeader header, LineFields fields, IInputFormat format, Dictionary<string, int> accepted)
    {
        if ((lines.Defect ?? splitter.Split(lines.Text)) is { } defect)
            return new(new Rejection(lines.Number, defect.Column, header.NameAt(defect.Field), defect.Value, defect.Reason, defect.Remedy));

        if (splitter.Count != header.Count)
            return new(WrongCount(lines, splitter, header));

        fields.Begin(lines.Number);
        InputItem item = format.Map(fields);
        return item.Row is { } row && !accepted.TryAdd(row.Id, row.Line) ? new(Duplicate(row, format, accepted[row.Id], fields)) : item;
    }

    private static Rejection WrongCount(LineReader lines, LineSplitter splitter, InputHeader header)
    {
        string counts = string.Create(CultureInfo.InvariantCulture, $"the line has {splitter.Count} fields, the header {header.Count}");
        return splitter.Count < header.Count
            ? new(lines.Number, lines.Text.Length + 1, header.NameAt(splitter.Count), "", counts, "Complete the line; it may be cut off")
            : new(lines.Number, splitter.ColumnOf(header.Count), "", splitter[header.Count], counts, "Quote a field that holds a comma");
    }

    private static Rejection Duplicate(InputRow row, IInputFormat format, int first, LineFields fields)
    {
        string column = format.IdColumn;
        fields.Reject(column, string.Create(CultureInfo.InvariantCulture, $"the id was given on line {first} already"), "Keep one of the two lines");
        return fields.Item(row).Rejection!;
    }
}
