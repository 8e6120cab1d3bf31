namespace CityDay.Input;

/// <summary>The sample's own format: times carry their offset, grids and classes are known codes.</summary>
/// <param name="zone">The city's own time.</param>
/// <param name="findGrid">The place of a code, outermost first and without the city; null for an unknown code.</param>
/// <param name="knownClass">Whether a class is known; null takes every class.</param>
internal sealed class GridGovFormat(
    TimeZoneInfo zone, Func<string, IReadOnlyList<GridStep>?> findGrid, Func<string, bool>? knownClass = null) : IInputFormat
{
    public const string FormatName = "gridgov";

    private const string Id = "report_id";
    private const string Reported = "reported_at";
    private const string Grid = "grid";
    private const string Class = "class";
    private const string Channel = "channel";
    private const string Unit = "unit";
    private const string Handled = "handled_at";
    private const string TargetTime = "target";
    private const string OnTimeFlag = "on_time";

    public static IReadOnlyList<string> Columns { get; } = [Id, Reported, Grid, Class, Channel];

    /// <summary>Read where the file has them.</summary>
    public static IReadOnlyList<string> OptionalColumns { get; } = [Unit, Handled, TargetTime, OnTimeFlag];

    public string Name => FormatName;

    public TimeZoneInfo Zone { get; } = zone;

    public string IdColumn => Id;

    public IReadOnlyList<string> RequiredColumns => Columns;

    public InputItem Map(LineFields fields)
    {
        DateTimeOffset reported = fields.OffsetTime(Reported, Zone);
        DateTimeOffset? handled = fields.OptionalOffsetTime(Handled, Zone);
        if (handled < reported)
            fields.Reject(Handled, "handled before it was reported", $"Correct {Reported} or {Handled}");

        string? grid = fields.Optional(Grid);
        return fields.Item(new InputRow
        {
            Line = fields.Line,
            Id = fields.Required(Id),
            ReportedAt = reported,
            Place = grid is null ? [] : Place(fields, grid),
            PlaceNote = grid is null ? "no grid given" : null,
            Category = KnownClass(fields),
            Channel = fields.Required(Channel),
            Unit = fields.Optional(Unit),
            HandledAt = handled,
            Target = fields.OptionalOffsetTime(TargetTime, Zone),
            OnTime = OnTime(fields),
        });
    }

    private IReadOnlyList<GridStep> Place(LineFields fields, string grid)
    {
        if (findGrid(grid) is { } place)
            return place;

        fields.Reject(Grid, $"unknown grid {Shown.Of(grid)}", "Use a code of the city's grids, or leave it blank");
        return [];
    }

    private string KnownClass(LineFields fields)
    {
        string name = fields.Required(Class);
        if (knownClass?.Invoke(name) == false)
            fields.Reject(Class, $"unknown class {Shown.Of(name)}", "Use a class that the city's list has");

        return name;
    }

    private static bool? OnTime(LineFields fields)
    {
        switch (fields.Optional(OnTimeFlag))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                fields.Reject(OnTimeFlag, "not a flag", "Write true, false or nothing");
                return null;
        }
    }
}
