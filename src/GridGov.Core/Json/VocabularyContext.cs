using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>The types of the vocabulary for the source generator: nothing is looked up by reflection.</summary>
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(DutyItem))]
[JsonSerializable(typeof(CaseStandard))]
[JsonSerializable(typeof(LegalBasis))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(DateOnly))]
internal sealed partial class VocabularyContext : JsonSerializerContext
{
    private const int Depth = 32;

    public static JsonSerializerOptions Make(PersonalData personal)
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            MaxDepth = Depth,
            TypeInfoResolver = Default,
        };
        options.Converters.Add(new SensitiveJsonConverter<string>(personal));
        options.Converters.Add(new SensitiveJsonConverter<DateOnly>(personal));
        options.Converters.Add(new TimeLimitJsonConverter());
        AddLists(options.Converters);
        AddEnums(options.Converters);
        options.MakeReadOnly();
        return options;
    }

    private static void AddLists(IList<JsonConverter> converters)
    {
        converters.Add(new ValueListJsonConverter<string>());
        converters.Add(new ValueListJsonConverter<GridLevel>());
        converters.Add(new ValueListJsonConverter<UnmetCondition>());
    }

    private static void AddEnums(IList<JsonConverter> converters)
    {
        Add<DutyKind>();
        Add<GridLevel>();

        void Add<T>()
            where T : struct, Enum => converters.Add(new JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }
}
