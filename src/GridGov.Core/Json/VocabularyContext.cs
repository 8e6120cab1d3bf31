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
[JsonSerializable(typeof(PersonDraft))]
[JsonSerializable(typeof(Household))]
[JsonSerializable(typeof(CareNeed))]
[JsonSerializable(typeof(PlaceDraft))]
[JsonSerializable(typeof(DisputeDraft))]
[JsonSerializable(typeof(ReportLinks))]
[JsonSerializable(typeof(ComponentDraft))]
[JsonSerializable(typeof(OrganizationDraft))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(HouseholdMember))]
[JsonSerializable(typeof(DisputePartyDraft))]
[JsonSerializable(typeof(CareKind))]
[JsonSerializable(typeof(ComponentCode))]
[JsonSerializable(typeof(PersonId))]
[JsonSerializable(typeof(HouseholdId))]
[JsonSerializable(typeof(OrganizationId))]
[JsonSerializable(typeof(PlaceId))]
[JsonSerializable(typeof(DutyCode))]
[JsonSerializable(typeof(BodyId))]
[JsonSerializable(typeof(FormCode))]
[JsonSerializable(typeof(EvidenceKind))]
[JsonSerializable(typeof(DateOnly))]
internal sealed partial class VocabularyContext : JsonSerializerContext
{
    private const int Depth = 32;

    public static JsonSerializerOptions Included { get; } = Make(PersonalData.Included);

    public static JsonSerializerOptions Masked { get; } = Make(PersonalData.Masked);

    private static JsonSerializerOptions Make(PersonalData personal)
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
            TypeInfoResolver = new VocabularyContext(),
        };
        options.Converters.Add(new TimeLimitJsonConverter());
        options.Converters.Add(new GeoPointJsonConverter());
        AddSensitive(options.Converters, personal);
        AddLists(options.Converters);
        AddEnums(options.Converters);
        options.MakeReadOnly();
        return options;
    }

    private static void AddSensitive(IList<JsonConverter> converters, PersonalData personal)
    {
        converters.Add(new SensitiveJsonConverter<string>(personal));
        converters.Add(new SensitiveJsonConverter<DateOnly>(personal));
        converters.Add(new SensitiveJsonConverter<CareKind>(personal));
        converters.Add(new SensitiveJsonConverter<DutyCode>(personal));
        converters.Add(new SensitiveJsonConverter<LegalBasis>(personal));
    }

    private static void AddLists(IList<JsonConverter> converters)
    {
        converters.Add(new ValueListJsonConverter<string>());
        converters.Add(new ValueListJsonConverter<GridLevel>());
        converters.Add(new ValueListJsonConverter<BodyId>());
        converters.Add(new ValueListJsonConverter<FormCode>());
        converters.Add(new ValueListJsonConverter<EvidenceKind>());
        converters.Add(new ValueListJsonConverter<UnmetCondition>());
        converters.Add(new ValueListJsonConverter<FieldFault>());
        converters.Add(new ValueListJsonConverter<HouseholdMember>());
        converters.Add(new ValueListJsonConverter<CareNeed>());
        converters.Add(new ValueListJsonConverter<DisputePartyDraft>());
        converters.Add(new ValueListJsonConverter<ComponentCode>());
        converters.Add(new ValueListJsonConverter<PersonId>());
        converters.Add(new ValueListJsonConverter<HouseholdId>());
        converters.Add(new ValueListJsonConverter<OrganizationId>());
        converters.Add(new ValueListJsonConverter<PlaceId>());
    }

    private static void AddEnums(IList<JsonConverter> converters)
    {
        Add<DutyKind>();
        Add<EvidenceKind>();
        Add<GridLevel>();
        Add<RegistrationMatch>();
        Add<CareKind>();
        Add<CareGround>();
        Add<PlaceKind>();
        Add<PlaceUse>();
        Add<DisputeScale>();
        Add<DisputeKind>();
        Add<SettlementWay>();
        Add<DisputeResult>();
        Add<OrganizationKind>();
        Add<PostKind>();
        Add<ResponsibilityLevel>();

        void Add<T>()
            where T : struct, Enum => converters.Add(EnumNameJsonConverter<T>.Snake());
    }
}
