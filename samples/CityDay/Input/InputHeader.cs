using System.Globalization;

namespace CityDay.Input;

/// <summary>The names of a file's columns and where each stands.</summary>
internal sealed class InputHeader
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    private InputHeader(string[] names) => _names = names;

    public int Count => _names.Length;

    /// <summary>Empty where no column stands at the index.</summary>
    public string NameAt(int index) => index >= 0 && index < _names.Length ? _names[index] : "";

    public bool TryFind(string column, out int index) => _indexes.TryGetValue(column, out index);

    /// <summary>Takes the first line that is not empty.</summary>
    /// <exception cref="InputException">There is no header, or it does not fit the format.</exception>
    public static InputHeader Read(LineReader lines, LineSplitter splitter, string fileName, IInputFormat format, CancellationToken ct)
    {
        do
        {
            if (!lines.Next(ct))
                throw new InputException(fileName, "the file has no header", $"Begin the file with the line: {string.Join(',', format.RequiredColumns)}");
        }
        while (lines.IsEmpty);

        if ((lines.Defect ?? splitter.Split(lines.Text)) is { } defect)
        {
            throw new InputException(fileName, defect.Reason, defect.Remedy)
            {
                Line = lines.Number,
                Column = defect.Column,
                Value = defect.Value,
            };
        }

        var header = new InputHeader([.. Enumerable.Range(0, splitter.Count).Select(i => splitter[i].Trim())]);
        header.RefuseDuplicates(lines.Number, splitter, fileName);
        header.RefuseMissing(lines.Number, fileName, format);
        return header;
    }

    // A column without a name, as spreadsheets leave at the right edge, is no duplicate of another.
    private void RefuseDuplicates(int line, LineSplitter splitter, string fileName)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i].Length == 0 || _indexes.TryAdd(_names[i], i))
                continue;

            throw new InputException(fileName, "a column name stands twice in the header", "Rename or remove one of the two columns")
            {
                Line = line,
                Column = splitter.ColumnOf(i),
                Value = Shown.Of(_names[i]),
            };
        }
    }

    private void RefuseMissing(int line, string fileName, IInputFormat format)
    {
        string[] missing = [.. format.RequiredColumns.Where(column => !_indexes.ContainsKey(column))];
        if (missing.Length == 0)
            return;

        string reason = string.Create(
            CultureInfo.InvariantCulture,
            $"the header does not fit {format.Name}: {missing.Length} of {format.RequiredColumns.Count} columns are missing ({string.Join(", ", missing)}); found");
        throw new InputException(fileName, reason, Remedy(missing))
        {
            Line = line,
            Value = Shown.Of(string.Join(", ", _names), InputException.ValueLimit),
        };
    }

    private string Remedy(string[] missing)
    {
        if (KnownFormats.Fitting(_indexes.Keys.ToHashSet(StringComparer.Ordinal)) is { } other)
            return $"this looks like {other}: use --format {other}";

        return _names.Length == 1 && _names[0].AsSpan().ContainsAny(';', '\t', '|')
            ? "Separate the columns by commas"
            : $"Add or rename the columns: {string.Join(", ", missing)}";
    }
}
