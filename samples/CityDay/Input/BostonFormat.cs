using System.Globalization;
using System.Text.RegularExpressions;

namespace CityDay.Input;

/// <summary>Boston 311 service requests. Times are local; the place is ward and precinct.</summary>
internal sealed partial class BostonFormat : IInputFormat
{
    public const string FormatName = "boston";

    private const string Id = "case_enquiry_id";
    private const string Opened = "open_dt";
    private const string TargetTime = "target_dt";
    private const string Closed = "closed_dt";
    private const string OnTimeFlag = "ontime";
    private const string Status = "case_status";
    private const string Type = "type";
    private const string Department = "department";
    private const string Ward = "ward";
    private const string Precinct = "precinct";
    private const string Source = "source";
    private const int Wards = 22;
    private const string UnknownGrid = "unknown grid";

    public static IReadOnlyList<string> Columns { get; } =
        [Id, Opened, TargetTime, Closed, OnTimeFlag, Status, Type, Department, Ward, Precinct, Source];

    public string Name => FormatName;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public string IdColumn => Id;

    public IReadOnlyList<string> RequiredColumns => Columns;

    public InputItem Map(LineFields fields)
    {
        DateTimeOffset opened = fields.LocalTime(Opened, Zone);
        DateTimeOffset? closed = fields.OptionalLocalTime(Closed, Zone);
        if (closed < opened)
            fields.Reject(Closed, "closed before it was opened", $"Correct {Opened} or {Closed}");

        (IReadOnlyList<GridStep> place, string? note) = Place(fields);
        return fields.Item(new InputRow
        {
            Line = fields.Line,
            Id = fields.Required(Id),
            ReportedAt = opened,
            Place = place,
            PlaceNote = note,
            Category = fields.Required(Type),
            Channel = fields.Required(Source),
            Unit = fields.Optional(Department),
            HandledAt = closed,
            Target = fields.OptionalLocalTime(TargetTime, Zone),
            OnTime = OnTime(fields),
            StillOpen = StillOpen(fields, closed),
        });
    }

    private static bool StillOpen(LineFields fields, DateTimeOffset? closed)
    {
        bool open = fields.Required(Status) == "Open";
        if (!open && fields.Optional(Status) != "Closed")
            fields.Reject(Status, "unknown status", "Write Open or Closed");

        if (open && closed is not null)
            fields.Reject(Closed, "an open case has no closing time", $"Correct {Status} or {Closed}");

        return open;
    }

    private static bool? OnTime(LineFields fields)
    {
        switch (fields.Optional(OnTimeFlag))
        {
            case null:
                return null;
            case "ONTIME":
                return true;
            case "OVERDUE":
                return false;
            default:
                fields.Reject(OnTimeFlag, "not a flag", "Write ONTIME, OVERDUE or nothing");
                return null;
        }
    }

    private static (IReadOnlyList<GridStep> Place, string? Note) Place(LineFields fields)
    {
        int? ward = WardOf(fields);
        (int Ward, string Code)? precinct = PrecinctOf(fields);
        return (ward, precinct) switch
        {
            (null, null) => ([], "no ward given"),
            ({ } only, null) => ([WardStep(only)], "no precinct given"),
            ({ } outer, { } inner) when outer != inner.Ward => ([], string.Create(CultureInfo.InvariantCulture, $"ward {outer}, precinct {inner.Code}")),
            (_, { } inner) => ([WardStep(inner.Ward), new GridStep(inner.Code, $"Precinct {inner.Code}")], null),
        };
    }

    private static GridStep WardStep(int ward) => new(
        string.Create(CultureInfo.InvariantCulture, $"W{ward:00}"), string.Create(CultureInfo.InvariantCulture, $"Ward {ward}"));

    private static int? WardOf(LineFields fields)
    {
        if (fields.Optional(Ward) is not { } text)
            return null;

        Match match = WardShape().Match(text);
        if (match.Success && IsWard(match.Groups[1].ValueSpan, out int ward))
            return ward;

        fields.Reject(Ward, UnknownGrid, string.Create(CultureInfo.InvariantCulture, $"Give a ward from 1 to {Wards}, or leave it blank"));
        return null;
    }

    private static (int Ward, string Code)? PrecinctOf(LineFields fields)
    {
        if (fields.Optional(Precinct) is not { } text)
            return null;

        if (PrecinctShape().IsMatch(text) && IsWard(text.AsSpan(0, 2), out int ward))
            return (ward, text);

        fields.Reject(Precinct, UnknownGrid, "Give four digits that begin with the ward, with a letter after them at most, or leave it blank");
        return null;
    }

    private static bool IsWard(ReadOnlySpan<char> digits, out int ward) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ward) && ward is >= 1 and <= Wards;

    [GeneratedRegex(@"\A(?:Ward +)?([0-9]{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex WardShape();

    [GeneratedRegex(@"\A[0-9]{4}[A-Z]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrecinctShape();
}
