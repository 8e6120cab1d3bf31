using System.Text;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// A strict reader of RFC 4180 for small tables with a header: Core depends on the base class library only, and a fault
/// must name its line and column. A quoted field may hold line ends; lines end with LF or CRLF; no empty lines within.
/// </summary>
internal sealed class CsvTable
{
    private readonly string _definition;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(string definition, List<Row> rows)
    {
        _definition = definition;
        if (rows.Count == 0)
            throw new DefinitionException(definition, [new Fault("line 1", "there is no header")]);
        var header = rows[0];
        for (var i = 0; i < header.Fields.Count; i++)
        {
            if (!_columns.TryAdd(header.Fields[i].Trim(), i))
                throw Refused(header.Line, i, $"the column {header.Fields[i].Trim()} occurs twice");
        }

        Rows = rows.Skip(1).ToList();
        var uneven = Rows.Where(r => r.Fields.Count != header.Fields.Count)
            .Select(r => new Fault(Invariant($"line {r.Line}"), Invariant($"it has {r.Fields.Count} fields, the header has {header.Fields.Count}"))).ToArray();
        if (uneven.Length > 0)
            throw new DefinitionException(definition, uneven);
    }

    public IReadOnlyList<Row> Rows { get; }

    public static CsvTable Read(string definition, string text)
    {
        var rows = new List<Row>();
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var (line, lineStart) = (1, at);
        while (at < text.Length)
        {
            var row = new Row(line, []);
            while (true)
            {
                row.Fields.Add(Field(definition, text, ref at, ref line, ref lineStart));
                if (at == text.Length || text[at] != ',')
                    break;
                at++;
            }

            if (at < text.Length)
            {
                at += text[at] == '\r' ? 2 : 1;
                line++;
                lineStart = at;
            }

            rows.Add(row);
        }

        return new(definition, rows);
    }

    /// <summary>The position of the first of these columns that the table has, or −1.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_columns.TryGetValue(name, out var at))
                return at;
        }

        return -1;
    }

    /// <summary>The position of the first of these columns that the table has; it must have one.</summary>
    public int Require(params string[] names) => Find(names) is >= 0 and var at
        ? at
        : throw new DefinitionException(_definition, [new Fault("line 1", $"the column {string.Join(" or ", names)} is missing")]);

    private static string Field(string definition, string text, ref int at, ref int line, ref int lineStart)
    {
        var start = at;
        if (at < text.Length && text[at] == '"')
            return Quoted(definition, text, ref at, ref line, ref lineStart);
        while (at < text.Length && text[at] != ',' && !EndsLine(text, at))
        {
            if (text[at] is '"' or '\r')
                throw Refused(definition, line, at - lineStart + 1, text[at] == '"' ? "a quotation mark within a field that is not quoted" : "a carriage return without a line feed");
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string definition, string text, ref int at, ref int line, ref int lineStart)
    {
        var (openLine, openColumn) = (line, at - lineStart + 1);
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 == text.Length || text[at + 1] != '"')
                {
                    at++;
                    return at == text.Length || text[at] == ',' || EndsLine(text, at)
                        ? field.ToString()
                        : throw Refused(definition, line, at - lineStart + 1, "something follows the closing quotation mark");
                }

                at++;
            }
            else if (text[at] == '\n')
            {
                line++;
                lineStart = at + 1;
            }

            field.Append(text[at]);
        }

        throw Refused(definition, openLine, openColumn, "the quotation mark that opens here is never closed");
    }

    private static bool EndsLine(string text, int at) =>
        text[at] == '\n' || (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n');

    private static DefinitionException Refused(string definition, int line, int column, string what) =>
        new(definition, [new Fault(Invariant($"line {line}, column {column}"), what)]);

    private DefinitionException Refused(int line, int field, string what) =>
        new(_definition, [new Fault(Invariant($"line {line}, field {field + 1}"), what)]);

    internal readonly record struct Row(int Line, List<string> Fields)
    {
        public string this[int column] => Fields[column].Trim();
    }
}
