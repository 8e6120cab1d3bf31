namespace CityDay.Input;

/// <summary>
/// Citizen demands of Pingshan, Shenzhen. Times are local; every row is a closed case whose closing time
/// is not given. Streets have three digits and communities five, so that the codes share one tree.
/// </summary>
internal sealed class PingshanFormat : IInputFormat
{
    public const string FormatName = "pingshan";

    private const string Id = "REC_ID";
    private const string Created = "CREATE_TIME";
    private const string StreetName = "STREET_NAME";
    private const string StreetId = "STREET_ID";
    private const string CommunityName = "COMMUNITY_NAME";
    private const string CommunityId = "COMMUNITY_ID";
    private const string EventType = "EVENT_TYPE_NAME";
    private const string DisposeUnit = "DISPOSE_UNIT_NAME";
    private const string Source = "EVENT_SRC_NAME";
    private const string Overtime = "OVERTIME_ARCHIVE_NUM";
    private const string Intime = "INTIME_ARCHIVE_NUM";
    private const string NotGiven = "-";

    public static IReadOnlyList<string> Columns { get; } =
        [Id, Created, StreetName, StreetId, CommunityName, CommunityId, EventType, DisposeUnit, Source, Overtime, Intime];

    public string Name => FormatName;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public string IdColumn => Id;

    public IReadOnlyList<string> RequiredColumns => Columns;

    public InputItem Map(LineFields fields)
    {
        (IReadOnlyList<GridStep> place, string? note) = Place(fields);
        return fields.Item(new InputRow
        {
            Line = fields.Line,
            Id = RequiredGiven(fields, Id),
            ReportedAt = fields.LocalTime(Created, Zone),
            Place = place,
            PlaceNote = note,
            Category = RequiredGiven(fields, EventType),
            Channel = RequiredGiven(fields, Source),
            Unit = Given(fields, DisposeUnit),
            OnTime = OnTime(fields),
        });
    }

    private static (IReadOnlyList<GridStep> Place, string? Note) Place(LineFields fields)
    {
        string? street = Given(fields, StreetId);
        string? community = Given(fields, CommunityId);
        if (street is null)
            return ([], community is null ? "no street given" : $"no street given, community {Shown.Of(community)}");

        var outer = new GridStep(street, Given(fields, StreetName) ?? street);
        return community is null
            ? ([outer], "no community given")
            : ([outer, new GridStep(community, Given(fields, CommunityName) ?? community)], null);
    }

    private static bool? OnTime(LineFields fields)
    {
        bool intime = Flag(fields, Intime);
        bool overtime = Flag(fields, Overtime);
        if (intime && overtime)
            fields.Reject(Overtime, $"{Intime} and {Overtime} are both 1", "Set one of the two to 0");

        return intime ? true : overtime ? false : null;
    }

    private static bool Flag(LineFields fields, string column)
    {
        string? text = Given(fields, column);
        if (text is not (null or "0" or "1"))
            fields.Reject(column, "not a flag", "Write 1, 0 or -");

        return text == "1";
    }

    private static string? Given(LineFields fields, string column) => fields.Optional(column) is { } text && text != NotGiven ? text : null;

    private static string RequiredGiven(LineFields fields, string column)
    {
        string text = fields.Required(column);
        if (text == NotGiven)
            fields.Reject(column, "no value", "Give a value; the column may not be blank");

        return text;
    }
}
