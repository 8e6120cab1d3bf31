using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace GridGov;

/// <summary>The forms of definitions for the source generator: nothing is looked up by reflection.</summary>
[JsonSerializable(typeof(DutyListJson.ListDto))]
[JsonSerializable(typeof(DutyListJson.ItemDto))]
[JsonSerializable(typeof(FormCatalogJson.CatalogDto))]
[JsonSerializable(typeof(CodeSystemJson.CodeSystemDto))]
[JsonSerializable(typeof(CrosswalkJson.WalkDto))]
[JsonSerializable(typeof(GridJson.GridSystemDto))]
[JsonSerializable(typeof(GridChangeJson.ChangeDto))]
[JsonSerializable(typeof(GridHistoryJson.HistoryDto))]
[JsonSerializable(typeof(GridSizeRuleJson.RuleDto))]
[JsonSerializable(typeof(ResponsibilitySchemeJson.SchemeDto))]
[JsonSerializable(typeof(CaseStandardsJson.StandardsDto))]
[JsonSerializable(typeof(HolidayTableJson.TableDto))]
[JsonSerializable(typeof(WorkCalendarJson.CalendarDto))]
internal sealed partial class DefinitionContext : JsonSerializerContext
{
    /// <summary>A field that is not known is a fault: a misspelt one would silently change what is defined.</summary>
    public static JsonSerializerOptions Strict { get; } = Make(JsonUnmappedMemberHandling.Disallow, isIndented: false);

    /// <summary>A field that is not known is passed over.</summary>
    public static JsonSerializerOptions Lenient { get; } = Make(JsonUnmappedMemberHandling.Skip, isIndented: false);

    /// <summary>To write documents that people read line by line.</summary>
    public static JsonSerializerOptions Indented { get; } = Make(JsonUnmappedMemberHandling.Disallow, isIndented: true);

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unknown, bool isIndented)
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = unknown,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            WriteIndented = isIndented,
            NewLine = "\n",
            TypeInfoResolver = new DefinitionContext(),
        };
        options.Converters.Add(new TimeLimitJsonConverter());
        options.Converters.Add(new ValueListJsonConverter<string>());
        options.Converters.Add(EnumNameJsonConverter<SizeCertainty>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<ResponsibilityLevel>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<DutyKind>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<DutyPeriod>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<EvidenceKind>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<ClassKind>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<CodeRelation>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<GridLevel>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<GridKind>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<AreaType>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<GridChangeKind>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<DayOfWeek>.Pascal());
        options.Converters.Add(EnumNameJsonConverter<WorkdayCounting>.Pascal());
        options.MakeReadOnly();
        return options;
    }
}
