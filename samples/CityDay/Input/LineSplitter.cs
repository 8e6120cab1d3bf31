using CsvHelper;

namespace CityDay.Input;

/// <summary>
/// Splits one line at a time. CsvHelper sees a line only after <see cref="LineScanner"/> passed it.
/// Its reader reads ahead of the record it returns, so each line has a reader of its own. For one thread.
/// </summary>
internal sealed class LineSplitter : IDisposable
{
    private static readonly CsvReaderOptions Options = new()
    {
        Mode = CsvMode.Rfc4180,
        Separator = ',',
        DetectSeparatorHint = false,
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        SkipEmptyLines = false,
        CommentPrefix = null,
        TrimWhitespace = false,
        TrimInsideQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    private readonly List<int> _starts = [];
    private CsvReader? _reader;

    public int Count => _starts.Count;

    /// <summary>The value at the index, unquoted; only of a line that <see cref="Split"/> passed.</summary>
    public string this[int field] => _reader!.GetString(field);

    /// <summary>The column on the line, from 1, at which the field begins.</summary>
    public int ColumnOf(int field) => _starts[field] + 1;

    /// <returns>Null when the line was split; the fields hold until the next call.</returns>
    public LineDefect? Split(ReadOnlySpan<char> line)
    {
        Dispose();
        if (LineScanner.Check(line, _starts) is { } defect)
            return defect;

        _reader = CsvReader.FromText(line.ToString(), Options);
        if (!_reader.Read() || _reader.FieldCount != _starts.Count)
            throw new InvalidOperationException("The scanner and CsvHelper disagree on the fields of a line.");

        return null;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
