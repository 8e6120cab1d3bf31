using System.Globalization;

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
        var table = new CsvTable("The grid table", text.ReadToEnd());
        if (table.HasHeader)
        {
            foreach (var column in Required)
                table.Require(column);
            foreach (var column in table.ColumnsBeyond(Columns))
                table.Fault("line 1", $"the column \"{column}\" is not known; known are {string.Join(", ", Columns)}");
        }

        table.ThrowIfFaulty();
        var places = Array.ConvertAll(Columns, column => table.Find(column));
        var rows = new List<GridRow>();
        foreach (var row in table.Rows())
        {
            if (new Line(table, places, row).ToRow() is { } grid)
                rows.Add(grid);
        }

        table.ThrowIfFaulty();
        return ValueList.From(rows);
    }

    private sealed class Line(CsvTable table, int[] places, CsvTable.Row row)
    {
        private bool _isFaulty;

        public GridRow? ToRow()
        {
            var (code, parent) = (Code("code"), Code("parent"));
            if (code is null && !_isFaulty)
                Refuse("code", "it is missing");
            var level = Name<GridLevel>("level");
            if (level is null && Text("level").Length == 0)
                Refuse("level", "it is missing");
            var text = Text("households");
            var households = 0;
            if (text.Length > 0 && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out households))
                Refuse("households", "it is not a whole number from 0 to 2147483647");
            var (kind, area, from, until) = (Name<GridKind>("kind"), Name<AreaType>("area"), Day("from"), Day("until"));
            return _isFaulty
                ? null
                : new(code!.Value, parent, Text("name"), level!.Value, households) { Kind = kind, Area = area ?? AreaType.Unstated, From = from, Until = until };
        }

        // As it stands: white space around a code is a fault, and around a name the city's own.
        private string Text(string column) => places[Array.IndexOf(Columns, column)] is >= 0 and var at ? row.Fields[at] : string.Empty;

        private void Refuse(string column, string what)
        {
            _isFaulty = true;
            table.Fault(string.Create(CultureInfo.InvariantCulture, $"line {row.Line}, {column}"), what);
        }

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
