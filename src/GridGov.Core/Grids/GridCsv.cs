using System.Globalization;
using System.Text;

namespace GridGov;

/// <summary>Reads grid rows from CSV, see docs/formats.md. Thread-safe.</summary>
public static class GridCsv
{
    private static readonly string[] Columns = ["code", "parent", "name", "level", "households", "kind", "area", "from", "until"];
    private static readonly string[] Required = ["code", "parent", "name", "level"];

    /// <summary>Reads all rows. <see cref="GridTree.Build"/> then checks them as a whole.</summary>
    /// <param name="text">The text, its first line the header.</param>
    /// <exception cref="DefinitionException">
    /// The header lacks a column or has an unknown one or one twice, a line has too many or few fields, an open quote or
    /// a value that does not fit its column: every fault is listed by line and column.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ValueList<GridRow> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new List<Fault>();
        var rows = new List<GridRow>();
        var header = Header(text.ReadLine(), faults);
        for (var number = 2; header is not null && text.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
                continue;
            var where = string.Create(CultureInfo.InvariantCulture, $"line {number}");
            if (Split(line) is not { } fields)
                faults.Add(new(where, "a quote is open or stands inside a field; quotes enclose whole fields and are doubled within"));
            else if (fields.Count != header.Count)
                faults.Add(new(where, string.Create(CultureInfo.InvariantCulture, $"it has {fields.Count} fields, the header {header.Count}")));
            else if (new Line(where, header, fields, faults).ToRow() is { } row)
                rows.Add(row);
        }

        return faults.Count == 0 ? ValueList.From(rows) : throw new DefinitionException("The grid table", faults);
    }

    private static List<string>? Header(string? line, List<Fault> faults)
    {
        var header = Split((line ?? string.Empty).TrimStart('\uFEFF'));
        if (header is null)
            faults.Add(new("line 1", "a quote is open or stands inside a field"));
        else
        {
            faults.AddRange(Required.Except(header).Select(c => new Fault("line 1", $"the column {c} is missing")));
            faults.AddRange(header.Except(Columns).Select(c => new Fault("line 1", $"the column \"{c}\" is not known; known are {string.Join(", ", Columns)}")));
            faults.AddRange(header.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => new Fault("line 1", $"the column {g.Key} occurs twice")));
        }

        return faults.Count == 0 ? header : null;
    }

    // RFC 4180, but a field does not run over the end of a line.
    private static List<string>? Split(string line)
    {
        var (fields, field, i) = (new List<string>(), new StringBuilder(), 0);
        while (true)
        {
            field.Clear();
            if (i < line.Length && line[i] == '"')
            {
                for (i++; ; i++)
                {
                    if (i == line.Length)
                        return null;
                    if (line[i] == '"' && (++i == line.Length || line[i] != '"'))
                        break;
                    field.Append(line[i]);
                }

                if (i < line.Length && line[i] != ',')
                    return null;
            }
            else
            {
                for (; i < line.Length && line[i] != ','; i++)
                {
                    if (line[i] == '"')
                        return null;
                    field.Append(line[i]);
                }
            }

            fields.Add(field.ToString());
            if (i++ >= line.Length)
                return fields;
        }
    }

    private sealed class Line(string where, List<string> header, List<string> fields, List<Fault> faults)
    {
        public GridRow? ToRow()
        {
            var before = faults.Count;
            var (code, parent) = (Code("code"), Code("parent"));
            if (code is null && faults.Count == before)
                Refuse("code", "it is missing");
            var level = Name<GridLevel>("level");
            if (level is null && Text("level").Length == 0)
                Refuse("level", "it is missing");
            var text = Text("households");
            var households = 0;
            if (text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out households))
                Refuse("households", "it is not a whole number from 0 to 2147483647");
            var (kind, area, from, until) = (Name<GridKind>("kind"), Name<AreaType>("area"), Day("from"), Day("until"));
            return faults.Count > before
                ? null
                : new(code!.Value, parent, Text("name"), level!.Value, households) { Kind = kind, Area = area ?? AreaType.Unstated, From = from, Until = until };
        }

        private string Text(string column) => header.IndexOf(column) is var at and >= 0 ? fields[at] : string.Empty;

        private void Refuse(string column, string what) => faults.Add(new($"{where}, {column}", what));

        private GridCode? Code(string column)
        {
            if (Text(column) is not { Length: > 0 } text)
                return null;
            if (TextId.IsValid(text, out var reason))
                return new(text);
            Refuse(column, reason!);
            return null;
        }

        private T? Name<T>(string column)
            where T : struct, Enum
        {
            if (Text(column) is not { Length: > 0 } text)
                return null;
            foreach (var value in Enum.GetValues<T>())
            {
                if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                    return value;
            }

            Refuse(column, $"it is not one of {string.Join(", ", Enum.GetNames<T>())}");
            return null;
        }

        private DateOnly? Day(string column)
        {
            if (Text(column) is not { Length: > 0 } text)
                return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            Refuse(column, "it is not a day as yyyy-MM-dd");
            return null;
        }
    }
}
