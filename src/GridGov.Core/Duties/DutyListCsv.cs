using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace GridGov;

/// <summary>
/// The items of a duty list as CSV, one a line, as they are kept in a spreadsheet; see docs/formats.md. What the list says
/// beside its items is not in it. Thread-safe.
/// </summary>
public static class DutyListCsv
{
    private static readonly string[] Columns =
    [
        "code", "name", "name_zh", "content", "content_zh", "kind", "instrument", "article", "from", "until", "assignable_by",
        "assignable_by_bodies", "assignable_to", "assignable_to_bodies", "led_by", "taken_over_by", "needs_funding", "cap",
        "evidence", "forms", "approved_by", "approved_on", "approval",
    ];

    private static readonly string[] Required = ["code", "name", "name_zh", "kind", "instrument"];

    /// <summary>Reads a list: the items from CSV, the rest as given.</summary>
    /// <param name="text">The text, its first line the header.</param>
    /// <param name="id">The stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="admissionBody">The body that admits items and hears objections.</param>
    /// <param name="basis">The instrument by which the list binds.</param>
    /// <param name="terms">What it says beside its items, or null for nothing.</param>
    /// <exception cref="DefinitionException">
    /// The text has faults (all of them, by line and column), or the list has (all of them, by line and code).
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="basis"/> is null.</exception>
    public static DutyList Read(
        TextReader text, string id, int version, BodyId admissionBody, LegalBasis basis, DutyListTerms? terms = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(basis);
        var table = new CsvTable("The table of duties", text.ReadToEnd());
        if (table.HasHeader)
        {
            foreach (var column in Required)
                table.Require(column);
            foreach (var column in table.ColumnsBeyond(Columns))
                table.Fault("line 1", $"the column \"{column}\" is not known; known are {string.Join(", ", Columns)}");
        }

        table.ThrowIfFaulty();
        var places = Columns.ToDictionary(c => c, c => table.Find(c), StringComparer.Ordinal);
        var items = new List<(DutyItem Item, int Line)>();
        foreach (var row in table.Rows())
        {
            if (new DutyCsvLine(table, places, row).ToItem() is { } item)
                items.Add((item, row.Line));
        }

        table.ThrowIfFaulty();
        return DutyList.Freeze(
            id, version, admissionBody, basis, [.. items.Select(i => i.Item)], terms ?? DutyListTerms.None,
            i => Invariant($"line {items[i].Line}, {items[i].Item.Code}"));
    }

    /// <summary>Writes the items of a list with all columns, which <see cref="Read"/> reads to equal ones.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    public static string Write(DutyList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var item in list.Items)
            text.AppendJoin(',', FieldsOf(item).Select(Quoted)).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string?> FieldsOf(DutyItem item) =>
    [
        item.Code.Value, item.Name.En, item.Name.Zh, item.Content?.En, item.Content?.Zh, item.Kind.ToString(), item.Basis.Instrument,
        item.Basis.Article, Day(item.From), Day(item.Until), Many(item.AssignableBy), Many(item.AssignableByBodies),
        Many(item.AssignableTo), Many(item.AssignableToBodies), item.LedBy?.Value, item.TakenOverBy?.Value,
        item.NeedsFunding ? "true" : null, item.Cap?.ToString(), Many(item.Evidence), Many(item.Forms),
        item.Approval?.Body.Value, Day(item.Approval?.On), item.Approval?.Document,
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Many<T>(ValueList<T> values)
        where T : notnull => string.Join(';', values.Select(v => v.ToString()));

    private static string? Quoted(string? field) =>
        field is not null && field.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
