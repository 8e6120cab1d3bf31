using System.Globalization;

namespace GridGov;

/// <summary>
/// A dispute (矛盾纠纷) that a body settles. Sound by construction: the only way to one is <see cref="Create"/>. What is
/// said of people masks itself, title and summary included, because both are usually made of names. Immutable and
/// thread-safe.
/// </summary>
/// <remarks>
/// The fields are those of schemas that implement GB/T 31000-2015 (secondary source; the standard was not seen); lengths
/// that no source has are assumed. Appraisal (考评) is left out: it is computed from the case log.
/// </remarks>
public sealed record Dispute
{
    /// <summary>The longest title, in Unicode characters; assumed.</summary>
    public const int MaxTitleLength = 100;

    /// <summary>The longest summary, in Unicode characters; assumed.</summary>
    public const int MaxSummaryLength = 2000;

    private Dispute(DisputeDraft draft, ValueList<DisputeParty> parties)
    {
        Id = draft.Id;
        Title = draft.Title!;
        OccurredOn = draft.OccurredOn!.Value;
        Grid = draft.Grid;
        Place = draft.Place;
        Location = draft.Location;
        Scale = draft.Scale!.Value;
        Kind = draft.Kind;
        PeopleCount = draft.PeopleCount;
        Summary = draft.Summary;
        Parties = parties;
        MediationBody = draft.MediationBody;
        Mediator = draft.Mediator;
        SettleBy = draft.SettleBy!.Value;
        Way = draft.Way;
        Result = draft.Result;
        EndedOn = draft.EndedOn;
    }

    /// <summary>The dispute's number.</summary>
    public DisputeId Id { get; }

    /// <summary>The title (名称), 1 to 100 characters.</summary>
    public Sensitive<string> Title { get; }

    /// <summary>When it arose (发生日期).</summary>
    public DateOnly OccurredOn { get; }

    /// <summary>The finest grid known for where it arose (发生地点).</summary>
    public GridCode Grid { get; }

    /// <summary>The place, or null.</summary>
    public PlaceId? Place { get; }

    /// <summary>Where it arose, in words (发生地点详址), at most 256 characters, or null.</summary>
    public Sensitive<string>? Location { get; }

    /// <summary>How large it is (事件规模).</summary>
    public DisputeScale Scale { get; }

    /// <summary>The scale's code in the standard's schemas: 01, 02 or 03.</summary>
    public string ScaleCode => ((int)Scale).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>What it is about (类别).</summary>
    public DisputeKind Kind { get; }

    /// <summary>How many people it concerns (涉及人数), at least the number of parties.</summary>
    public int PeopleCount { get; }

    /// <summary>What happened (简述), at most 2,000 characters, may have several lines, or null.</summary>
    public Sensitive<string>? Summary { get; }

    /// <summary>The main parties (主要当事人), at least two.</summary>
    public ValueList<DisputeParty> Parties { get; }

    /// <summary>The body that answers for settling it (化解责任单位).</summary>
    public BodyId MediationBody { get; }

    /// <summary>Who settles it (化解责任人), or null until somebody is named.</summary>
    public ActorId? Mediator { get; }

    /// <summary>The last day for settling it (化解时限), not before <see cref="OccurredOn"/>.</summary>
    public DateOnly SettleBy { get; }

    /// <summary>How it is settled (化解方式); chosen once there is a result.</summary>
    public SettlementWay Way { get; }

    /// <summary>What came of it (是否成功).</summary>
    public DisputeResult Result { get; }

    /// <summary>When the result came, not before <see cref="OccurredOn"/>; null while it is open.</summary>
    public DateOnly? EndedOn { get; }

    /// <summary>Makes a dispute.</summary>
    /// <param name="draft">The fields.</param>
    /// <returns>The dispute, or a refusal (<see cref="RefusalCodes.ElementInvalid"/>) with every fault at once and no value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draft"/> is null.</exception>
    public static Outcome<Dispute> Create(DisputeDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var faults = new FieldFaultList();
        What(faults, draft);
        var parties = Who(faults, draft);
        Settling(faults, draft);
        return faults.ToRefusal(new("dispute", "矛盾纠纷")) is { } no ? no : new Dispute(draft, parties);
    }

    /// <summary>The fields as a draft, to change some and make it again. What is masked stays so.</summary>
    public DisputeDraft ToDraft() => new()
    {
        Id = Id,
        Title = Title,
        OccurredOn = OccurredOn,
        Grid = Grid,
        Place = Place,
        Location = Location,
        Scale = Scale,
        Kind = Kind,
        PeopleCount = PeopleCount,
        Summary = Summary,
        Parties = ValueList.From(Parties.Select(party => party.ToDraft())),
        MediationBody = MediationBody,
        Mediator = Mediator,
        SettleBy = SettleBy,
        Way = Way,
        Result = Result,
        EndedOn = EndedOn,
    };

    private static void What(FieldFaultList faults, DisputeDraft draft)
    {
        faults.Id(nameof(Id), draft.Id);
        faults.Text(nameof(Title), draft.Title, MaxTitleLength, required: true, PersonRules.Basis);
        if (draft.OccurredOn is null)
            faults.Missing(nameof(OccurredOn), PersonRules.Basis);
        faults.Id(nameof(Grid), draft.Grid);
        faults.Id(nameof(Place), draft.Place);
        faults.Text(nameof(Location), draft.Location, 256, required: false, PersonRules.Basis);
        faults.Defined(nameof(Scale), draft.Scale);
        faults.Defined(nameof(Kind), draft.Kind);
        faults.Text(nameof(Summary), draft.Summary, MaxSummaryLength, required: false, PersonRules.Basis, lines: true);
    }

    private static ValueList<DisputeParty> Who(FieldFaultList faults, DisputeDraft draft)
    {
        var least = Math.Max(2, draft.Parties.Count);
        if (draft.PeopleCount < least)
        {
            faults.Add(nameof(PeopleCount), FieldFaultCodes.Range,
                new(string.Create(CultureInfo.InvariantCulture, $"a number below {least}"), string.Create(CultureInfo.InvariantCulture, $"小于 {least} 的数")),
                new(string.Create(CultureInfo.InvariantCulture, $"it is at least {least}, one for each party"), string.Create(CultureInfo.InvariantCulture, $"不少于当事人数 {least}")), PersonRules.Basis);
        }

        if (draft.Parties.Count < 2)
        {
            faults.Add(nameof(Parties), FieldFaultCodes.Range,
                new(string.Create(CultureInfo.InvariantCulture, $"a list of {draft.Parties.Count}"), string.Create(CultureInfo.InvariantCulture, $"共 {draft.Parties.Count} 方")),
                new("a dispute has at least two parties", "当事人不少于两方"));
        }

        var parties = new List<DisputeParty>(draft.Parties.Count);
        for (var i = 0; i < draft.Parties.Count; i++)
        {
            var (at, party) = (FieldFaultList.At(nameof(Parties), i), draft.Parties[i]);
            if (party is null)
            {
                faults.Missing(at);
                continue;
            }

            parties.Add(party.Check(faults, at));
            var earlier = draft.Parties.Take(i).Where(p => p is not null);
            if (party.Person is not null && earlier.Any(p => p.Person == party.Person) || party.Organization is not null && earlier.Any(p => p.Organization == party.Organization))
                faults.Repeated(at);
        }

        return ValueList.From(parties);
    }

    private static void Settling(FieldFaultList faults, DisputeDraft draft)
    {
        faults.Id(nameof(MediationBody), draft.MediationBody);
        faults.Id(nameof(Mediator), draft.Mediator);
        if (draft.SettleBy is null)
            faults.Missing(nameof(SettleBy), PersonRules.Basis);
        faults.Order(nameof(OccurredOn), draft.OccurredOn, nameof(SettleBy), draft.SettleBy, PersonRules.Basis);
        faults.Defined(nameof(Way), draft.Way);
        faults.Defined(nameof(Result), draft.Result);
        faults.Order(nameof(OccurredOn), draft.OccurredOn, nameof(EndedOn), draft.EndedOn, PersonRules.Basis);
        var ended = draft.Result is not DisputeResult.Open;
        if (ended && draft.EndedOn is null)
            faults.Missing(nameof(EndedOn));
        if (ended && draft.Way == SettlementWay.Undecided)
            faults.Missing(nameof(Way));
        if (!ended && draft.EndedOn is not null)
        {
            faults.Add(nameof(EndedOn), FieldFaultCodes.Contradiction, new("a date", "已填日期"), new("an open dispute has none", "未了结的不填"));
        }
    }
}
