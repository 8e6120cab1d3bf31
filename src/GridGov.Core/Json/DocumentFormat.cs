using System.Collections.Frozen;

namespace GridGov;

/// <summary>How documents of one type are read and written. Immutable and thread-safe.</summary>
/// <typeparam name="T">What a document is read to.</typeparam>
internal abstract class DocumentFormat<T>
    where T : class
{
    /// <summary>Reads a document; fields that are not known are kept where <paramref name="keeps"/> asks for it, else passed over.</summary>
    public abstract KeptDocument<T> Read(ReadOnlySpan<byte> utf8, NamedDefinitions named, bool keeps);

    public abstract byte[] Write(KeptDocument<T> document, PersonalData personal);
}

/// <summary>The formats of all documents.</summary>
internal static class DocumentFormats
{
    private static readonly FrozenDictionary<Type, object> Known = new Dictionary<Type, object>
    {
        [typeof(Person)] = new ElementFormat<Person, PersonDraft>(Person.Create, e => e.ToDraft()),
        [typeof(Place)] = new ElementFormat<Place, PlaceDraft>(Place.Create, e => e.ToDraft()),
        [typeof(Dispute)] = new ElementFormat<Dispute, DisputeDraft>(Dispute.Create, e => e.ToDraft()),
        [typeof(Component)] = new ElementFormat<Component, ComponentDraft>(Component.Create, e => e.ToDraft()),
        [typeof(Organization)] = new ElementFormat<Organization, OrganizationDraft>(Organization.Create, e => e.ToDraft()),
        [typeof(DutyList)] = DutyListJson.Format,
        [typeof(FormCatalog)] = FormCatalogJson.Format,
        [typeof(CodeSystem)] = CodeSystemJson.Format,
        [typeof(Crosswalk)] = CrosswalkJson.Format,
        [typeof(GridSystem)] = GridJson.Format,
        [typeof(GridChange)] = GridChangeJson.Format,
        [typeof(GridHistory)] = GridHistoryJson.Format,
        [typeof(GridSizeRule)] = GridSizeRuleJson.Format,
        [typeof(ResponsibilityScheme)] = ResponsibilitySchemeJson.Format,
        [typeof(CaseStandards)] = CaseStandardsJson.Format,
        [typeof(HolidayTable)] = HolidayTableJson.Format,
        [typeof(WorkCalendar)] = WorkCalendarJson.Format,
    }.ToFrozenDictionary();

    /// <exception cref="NotSupportedException">The type has no documents.</exception>
    public static DocumentFormat<T> Of<T>()
        where T : class => Known.TryGetValue(typeof(T), out var known) ? (DocumentFormat<T>)known : new VocabularyFormat<T>(typeof(T).Name);
}
