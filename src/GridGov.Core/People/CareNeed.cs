namespace GridGov;

/// <summary>
/// A need that a service meets (关爱需求): for whom, for which service, who entered it, on what ground, and until when it is
/// kept. What the need is masks itself: even beside a pseudonym it is nobody's business but the service's.
/// Immutable and thread-safe.
/// </summary>
public sealed record CareNeed
{
    /// <summary>The person, or null where the need is the whole household's.</summary>
    public PersonId? Person { get; init; }

    /// <summary>What kind of need it is.</summary>
    public required Sensitive<CareKind> Kind { get; init; }

    /// <summary>The service that it is for, by its code on the duty list; without a service there is nothing to keep.</summary>
    public required Sensitive<DutyCode> Service { get; init; }

    /// <summary>Who entered it.</summary>
    public required ActorId EnteredBy { get; init; }

    /// <summary>The day on which it was entered; it is kept from this day.</summary>
    public required DateOnly EnteredOn { get; init; }

    /// <summary>The last day on which it is kept; there is always one.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why it may be kept.</summary>
    public required CareGround Ground { get; init; }

    /// <summary>The law that obliges the body, where the ground is <see cref="CareGround.Law"/>; else null.</summary>
    public Sensitive<LegalBasis>? Law { get; init; }

    /// <summary>
    /// The day of consent, not after <see cref="EnteredOn"/>, where the ground is <see cref="CareGround.Consent"/>; else null.
    /// </summary>
    public DateOnly? ConsentedOn { get; init; }

    /// <summary>Whether it is kept on a day: entered by then and not expired.</summary>
    /// <param name="date">The day.</param>
    public bool IsKeptAt(DateOnly date) => EnteredOn <= date && date <= Until;

    /// <summary>Every fault of the record at once; empty where it is sound.</summary>
    public ValueList<FieldFault> Check()
    {
        var faults = new FieldFaultList();
        Check(faults, string.Empty);
        return faults.ToList();
    }

    internal void Check(FieldFaultList faults, string prefix)
    {
        faults.Id(prefix + nameof(Person), Person);
        if (Kind is null)
            faults.Missing(prefix + nameof(Kind));
        else
            faults.Defined(prefix + nameof(Kind), Kind.Reveal());
        if (Service is null || Service.Reveal() == default)
            faults.Missing(prefix + nameof(Service));
        faults.Id(prefix + nameof(EnteredBy), EnteredBy);
        faults.Order(prefix + nameof(EnteredOn), EnteredOn, prefix + nameof(Until), Until);
        faults.Defined(prefix + nameof(Ground), Ground);
        if (Ground == CareGround.Law && string.IsNullOrWhiteSpace(Law?.Reveal().Instrument))
            faults.Missing(prefix + nameof(Law));
        if (Ground == CareGround.Consent && ConsentedOn is null)
            faults.Missing(prefix + nameof(ConsentedOn));
        faults.Order(prefix + nameof(ConsentedOn), ConsentedOn, prefix + nameof(EnteredOn), EnteredOn);
    }
}
