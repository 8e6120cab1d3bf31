using static System.FormattableString;

namespace GridGov;

/// <summary>
/// Reads tables of classes as cities keep them: CSV with a header, one line per minor class. Stateless and thread-safe.
/// The format is in <c>docs/formats.md</c>.
/// </summary>
public static class CodeTableCsv
{
    private const string What = "The table of classes";

    /// <summary>
    /// The classes of a table: a major class for each major code, and a minor class for each line, its code the major code and
    /// the minor code together. Lines that repeat a class by the same name count once, because tables of opening
    /// conditions have several lines for a class.
    /// </summary>
    /// <param name="text">The CSV text, RFC 4180; a byte order mark is read over.</param>
    /// <param name="kind">The kind of every class, for a table without the column <c>kind</c>; else null.</param>
    /// <returns>The classes, for <see cref="CodeSystem.Freeze"/> or <see cref="CodeSystem.Extend"/>.</returns>
    /// <exception cref="DefinitionException">
    /// Not CSV, a required column missing, a kind that is unknown, a code or name that is missing, a code column that is not major and
    /// minor code together, one class by two names: with line, and column or field.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ValueList<CodedClass> Read(string text, ClassKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = new CsvTable(What, text);
        var kinds = kind is null ? table.Require("kind") : table.Find("kind");
        var (major, majorName) = (table.Require("major_code"), table.Require("major_name"));
        var (minor, name) = (table.Require("minor_code"), table.Require("name", "minor_name"));
        var whole = table.Find("code5", "code4", "code");
        table.ThrowIfFaulty();
        var found = new Dictionary<(ClassKind, ClassCode), CodedClass>();
        foreach (var row in table.Rows())
        {
            var where = Invariant($"line {row.Line}");
            var of = kinds < 0 ? kind : KindOf(row[kinds]);
            if (of is null)
                table.Fault(where, $"the kind \"{row[kinds]}\" is none of part, component, 管理部件, 部件, event, matter, 管理事项, 事件");
            else if (kind is not null && of != kind)
                table.Fault(where, $"the kind \"{row[kinds]}\" is not {kind}, which was asked for");
            if (!TextId.IsValid(row[major], out var reason) || !TextId.IsValid(row[minor], out reason) || !TextId.IsValid(row[major] + row[minor], out reason))
                table.Fault(where, $"its code \"{row[major]}\" \"{row[minor]}\" is none: {reason}");
            else if (whole >= 0 && row[whole] != row[major] + row[minor])
                table.Fault(where, $"its code {row[whole]} is not its major and minor code, {row[major]}{row[minor]}");
            else if (of is { } known)
            {
                var above = new ClassCode(row[major]);
                Add(new() { Kind = known, Code = above, Name = row[majorName] }, where, found, table);
                Add(new() { Kind = known, Code = new(row[major] + row[minor]), Parent = above, Name = row[name] }, where, found, table);
            }
        }

        table.ThrowIfFaulty();
        return ValueList.From(found.Values);
    }

    internal static ClassKind? KindOf(string text) => text switch
    {
        "part" or "component" or "管理部件" or "部件" => ClassKind.Component,
        "event" or "matter" or "管理事项" or "事项" or "事件" or "管理事件" => ClassKind.Matter,
        _ => null,
    };

    private static void Add(CodedClass row, string where, Dictionary<(ClassKind, ClassCode), CodedClass> found, CsvTable table)
    {
        if (row.Name.Length == 0)
            table.Fault(where, $"the name of {row.Code} is missing");
        else if (!found.TryAdd((row.Kind, row.Code), row) && found[(row.Kind, row.Code)] != row)
            table.Fault(where, $"{row} was {found[(row.Kind, row.Code)].Name} further up; a class has one name");
    }
}
