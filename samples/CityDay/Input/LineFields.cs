namespace CityDay.Input;

/// <summary>
/// The fields of one line by the names of their columns. The first fault found is the line's
/// rejection; later ones are ignored, so a format reads all fields and then asks for the item.
/// </summary>
internal sealed class LineFields(InputHeader header, LineSplitter splitter)
{
    private Rejection? _rejection;

    public int Line { get; private set; }

    /// <summary>Takes up the line that the splitter holds.</summary>
    public void Begin(int line) => (Line, _rejection) = (line, null);

    /// <summary>The field as it stands; empty where the file has no such column.</summary>
    public string Text(string column) => header.TryFind(column, out int index) ? splitter[index] : "";

    /// <summary>Without spaces around it; null where it is blank or the file has no such column.</summary>
    public string? Optional(string column) => Text(column).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Without spaces around it; a blank is the line's rejection.</summary>
    public string Required(string column)
    {
        if (Optional(column) is { } text)
            return text;

        Reject(column, "no value", "Give a value; the column may not be blank");
        return "";
    }

    /// <summary>A local time of the city; a blank is the line's rejection.</summary>
    public DateTimeOffset LocalTime(string column, TimeZoneInfo zone) => Time(column, Required(column), zone, CityTime.ParseLocal);

    public DateTimeOffset? OptionalLocalTime(string column, TimeZoneInfo zone) =>
        Optional(column) is { } text ? Time(column, text, zone, CityTime.ParseLocal) : null;

    /// <summary>A time with its offset; a blank is the line's rejection.</summary>
    public DateTimeOffset OffsetTime(string column, TimeZoneInfo zone) => Time(column, Required(column), zone, CityTime.ParseOffset);

    public DateTimeOffset? OptionalOffsetTime(string column, TimeZoneInfo zone) =>
        Optional(column) is { } text ? Time(column, text, zone, CityTime.ParseOffset) : null;

    public void Reject(string column, string reason, string remedy)
    {
        bool found = header.TryFind(column, out int index);
        _rejection ??= new Rejection(Line, found ? splitter.ColumnOf(index) : 1, column, found ? splitter[index] : "", reason, remedy);
    }

    /// <summary>The rejection if any field was at fault, otherwise the row.</summary>
    public InputItem Item(InputRow row) => _rejection is { } rejection ? new(rejection) : new(row);

    private DateTimeOffset Time(string column, string text, TimeZoneInfo zone, Func<string, TimeZoneInfo, ParsedTime> parse)
    {
        ParsedTime parsed = parse(text, zone);
        if (parsed.Fault is { } fault)
            Reject(column, fault, parsed.Remedy);

        return parsed.Time;
    }
}
