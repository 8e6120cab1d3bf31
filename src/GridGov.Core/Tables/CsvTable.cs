using System.Text;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// A strict reader of RFC 4180 for tables with a header: Core depends on the base class library only, and a fault must
/// name its line and column. A quoted field may hold line ends; lines end with LF or CRLF; an empty line is passed over,
/// but counted. Every fault is listed: after one, reading goes on with the next line. One reader for one text.
/// </summary>
internal sealed class CsvTable
{
    private readonly string _definition;
    private readonly string _text;
    private readonly List<Fault> _faults = [];
    private readonly List<string> _header = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Reads the header.</summary>
    public CsvTable(string definition, string text)
    {
        (_definition, _text) = (definition, text);
        _at = _lineStart = text.StartsWith('\uFEFF') ? 1 : 0;
        if (_at == text.Length)
            _faults.Add(new("line 1", "there is no header"));
        else if (Next() is { } header)
            _header.AddRange(header.Fields.Select(f => f.Trim()));
        for (var i = 0; i < _header.Count; i++)
        {
            if (_header.IndexOf(_header[i]) < i)
                _faults.Add(new(Invariant($"line 1, field {i + 1}"), $"the column {_header[i]} occurs twice"));
        }
    }

    /// <summary>Whether the header can be asked for columns.</summary>
    public bool HasHeader => _header.Count > 0;

    /// <summary>The columns that are in none of these names.</summary>
    public IEnumerable<string> ColumnsBeyond(IEnumerable<string> names) => _header.Except(names);

    /// <summary>The position of the first of these columns that the table has, or −1.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_header.IndexOf(name) is >= 0 and var at)
                return at;
        }

        return -1;
    }

    /// <summary>The position of the first of these columns that the table has; a fault where it has none.</summary>
    public int Require(params string[] names)
    {
        var at = Find(names);
        if (at < 0 && HasHeader)
            Fault("line 1", $"the column {string.Join(" or ", names)} is missing");
        return at;
    }

    public void Fault(string where, string what) => _faults.Add(new(where, what));

    /// <exception cref="DefinitionException">There was a fault; all are listed.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
            throw new DefinitionException(_definition, _faults);
    }

    /// <summary>The rows below the header that have as many fields as it; all others are faults.</summary>
    public IEnumerable<Row> Rows()
    {
        while (_at < _text.Length)
        {
            if (EndsLine(_at))
                EndLine();
            else if (Next() is not { } row)
                continue;
            else if (row.Fields.Count == _header.Count)
                yield return row;
            else
                Fault(Invariant($"line {row.Line}"), Invariant($"it has {row.Fields.Count} fields, the header has {_header.Count}"));
        }
    }

    // The row that begins here, or null with a fault; what comes next is the line after it, or after the fault.
    private Row? Next()
    {
        var row = new Row(_line, []);
        while (Field() is { } field)
        {
            row.Fields.Add(field);
            if (_at < _text.Length && _text[_at] == ',')
            {
                _at++;
                continue;
            }

            EndLine();
            return row;
        }

        while (_at < _text.Length && _text[_at] != '\n')
            _at++;
        EndLine();
        return null;
    }

    private string? Field()
    {
        var start = _at;
        if (_at < _text.Length && _text[_at] == '"')
            return Quoted();
        while (_at < _text.Length && _text[_at] != ',' && !EndsLine(_at))
        {
            if (_text[_at] is '"' or '\r')
                return Refuse(_text[_at] == '"' ? "a quotation mark within a field that is not quoted" : "a carriage return without a line feed");
            _at++;
        }

        return _text[start.._at];
    }

    private string? Quoted()
    {
        var open = (At: _at, Line: _line, Start: _lineStart);
        var field = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] == '"')
            {
                if (_at + 1 == _text.Length || _text[_at + 1] != '"')
                {
                    _at++;
                    if (_at == _text.Length || _text[_at] == ',' || EndsLine(_at))
                        return field.ToString();
                    return _line == open.Line
                        ? Refuse("something follows the closing quotation mark")
                        : RefuseOpen(open, Invariant($"the quotation mark that opens here closes within a field of line {_line}"));
                }

                _at++;
            }
            else if (_text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }

            field.Append(_text[_at]);
        }

        return RefuseOpen(open, "the quotation mark that opens here is never closed");
    }

    // The lines that the mark took in are not lost: reading goes on behind the line that it stands on.
    private string? RefuseOpen((int At, int Line, int Start) open, string what)
    {
        (_at, _line, _lineStart) = open;
        return Refuse(what);
    }

    private string? Refuse(string what)
    {
        Fault(Invariant($"line {_line}, column {_at - _lineStart + 1}"), what);
        return null;
    }

    private void EndLine()
    {
        if (_at == _text.Length)
            return;
        _at += _text[_at] == '\r' ? 2 : 1;
        _line++;
        _lineStart = _at;
    }

    private bool EndsLine(int at) => _text[at] == '\n' || (_text[at] == '\r' && at + 1 < _text.Length && _text[at + 1] == '\n');

    internal readonly record struct Row(int Line, List<string> Fields)
    {
        /// <summary>A field without white space around it; empty for a column that the table does not have.</summary>
        public string this[int column] => column < 0 ? string.Empty : Fields[column].Trim();
    }
}
