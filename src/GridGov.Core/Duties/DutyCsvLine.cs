using System.Globalization;
using static System.FormattableString;

namespace GridGov;

/// <summary>One line of a table of duties. Every fault of the line is listed, by line and column.</summary>
internal sealed class DutyCsvLine(CsvTable table, IReadOnlyDictionary<string, int> places, CsvTable.Row row)
{
    private bool _isFaulty;

    public DutyItem? ToItem()
    {
        var item = new DutyItem
        {
            Code = Required("code") is { } code && Id<DutyCode>("code", code) is { } known ? known : default,
            Name = new(Required("name") ?? string.Empty, Required("name_zh") ?? string.Empty),
            Content = Text("content") is null && Text("content_zh") is null ? null : new(Text("content") ?? string.Empty, Text("content_zh") ?? string.Empty),
            Kind = Required("kind") is { } kind ? Name<DutyKind>("kind", kind) : default,
            Basis = new(Required("instrument") ?? string.Empty, Text("article")),
            From = Day("from"),
            Until = Day("until"),
            AssignableBy = Many("assignable_by", Name<GridLevel>),
            AssignableByBodies = Many("assignable_by_bodies", Body),
            AssignableTo = Many("assignable_to", Name<GridLevel>),
            AssignableToBodies = Many("assignable_to_bodies", Body),
            LedBy = Text("led_by") is { } leads ? Body("led_by", leads) : null,
            TakenOverBy = Text("taken_over_by") is { } takes ? Body("taken_over_by", takes) : null,
            NeedsFunding = Flag("needs_funding"),
            Cap = Cap(),
            Evidence = Many("evidence", Name<EvidenceKind>),
            Forms = Many("forms", (column, text) => Id<FormCode>(column, text) ?? default),
            Approval = Approval(),
        };
        return _isFaulty ? null : item;
    }

    private string? Text(string column) => row[places[column]] is { Length: > 0 } text ? text : null;

    private string? Required(string column)
    {
        if (Text(column) is { } text)
            return text;
        Refuse(column, "it is missing");
        return null;
    }

    private void Refuse(string column, string what)
    {
        _isFaulty = true;
        table.Fault(Invariant($"line {row.Line}, {column}"), what);
    }

    private T? Id<T>(string column, string text)
        where T : struct, ITextId<T>
    {
        if (TextId.IsValid(text, out var reason))
            return T.From(text);
        Refuse(column, reason!);
        return null;
    }

    private BodyId Body(string column, string text) => Id<BodyId>(column, text) ?? default;

    private T Name<T>(string column, string text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        Refuse(column, $"it is not one of {string.Join(", ", Enum.GetNames<T>())}");
        return default;
    }

    private ValueList<T> Many<T>(string column, Func<string, string, T> read) => Text(column) is { } text
        ? ValueList.From(text.Split(';', StringSplitOptions.TrimEntries).Select(part => read(column, part)))
        : [];

    private DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Refuse(column, "it is not a day as yyyy-MM-dd");
        return null;
    }

    private bool Flag(string column)
    {
        if (Text(column) is not { } text)
            return false;
        if (bool.TryParse(text, out var flag))
            return flag;
        Refuse(column, "it is neither true nor false");
        return false;
    }

    private FrequencyCap? Cap()
    {
        if (Text("cap") is not { } text)
            return null;
        if (FrequencyCap.TryParse(text, out var cap))
            return cap;
        Refuse("cap", "it is not a cap such as 4/year; periods are once, year, half-year, quarter, month, week and day");
        return null;
    }

    private DutyApproval? Approval()
    {
        var (body, on, document) = (Text("approved_by"), Text("approved_on"), Text("approval"));
        if (body is null && on is null && document is null)
            return null;
        if (Required("approved_by") is null | Required("approved_on") is null)
            return null;
        return new(Body("approved_by", body!), Day("approved_on") ?? default, document);
    }
}
