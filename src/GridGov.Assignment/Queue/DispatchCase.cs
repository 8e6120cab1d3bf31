namespace GridGov.Assignment;

/// <summary>
/// A case as a <see cref="Dispatcher"/> knows it: by codes and names, so that it outlives rosters, profiles and grid
/// changes. Immutable and thread-safe.
/// </summary>
public sealed record DispatchCase
{
    /// <summary>The case; a dispatcher knows each once.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Where the matter is.</summary>
    public required GridCode At { get; init; }

    /// <summary>What is needed.</summary>
    public SkillNeeds Needs { get; init; } = SkillNeeds.None;

    /// <summary>What replaces <see cref="Needs"/> while the case waits, in the order of the times.</summary>
    public ValueList<RelaxingNeeds> Relaxing { get; init; }

    /// <summary>What is welcome but not needed; what nobody has is ignored.</summary>
    public SkillNeeds NiceToHave { get; init; } = SkillNeeds.None;

    /// <summary>The capacity that it takes of whoever holds it, 1 to 1,000,000.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Whether it may use reserves and those on call.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The higher, the sooner out of the line; any number, 0 for ordinary.</summary>
    public int Priority { get; init; }

    /// <summary>The duty, by which profiles prefer posts, raise priority or suspend; or null.</summary>
    public DutyCode? Duty { get; init; }

    /// <summary>The worker who is to take it if possible, and for how long nobody else may.</summary>
    public ActorId? Preferred { get; init; }

    /// <inheritdoc cref="RequestTerms.PreferredFor"/>
    public TimeSpan PreferredFor { get; init; }

    /// <summary>Who must not take it.</summary>
    public ValueList<ActorId> Excluded { get; init; }

    /// <summary>Who must not take it because of what they did before (监督与处置相分离).</summary>
    public ValueList<ActorId> Separated { get; init; }

    /// <summary>The only body whose workers may take it, or null.</summary>
    public BodyId? Body { get; init; }

    /// <summary>
    /// What it has in common with other cases, the closest tie first: keys of the chain of cases, the place, the reporter's
    /// pseudonym. Whoever last completed a case with the same key comes first among equals.
    /// </summary>
    public ValueList<string> Ties { get; init; }

    /// <summary>How many workers are asked, and how long they may think; null when it is given without asking.</summary>
    public OfferTerms? Offer { get; init; }

    /// <summary>When set, it hangs on the board for claiming (认领) instead.</summary>
    public BoardTerms? Board { get; init; }

    /// <summary>When set, it is for several people at once: all places are filled, or it waits.</summary>
    public ValueList<TeamPlace> Team { get; init; }
}

/// <summary>What is needed from some waiting time on. Immutable; thread-safe.</summary>
/// <param name="After">The time waited from which it counts.</param>
/// <param name="Needs">What is needed then.</param>
public sealed record RelaxingNeeds(TimeSpan After, SkillNeeds Needs);

/// <summary>How a case is offered. Immutable; thread-safe.</summary>
/// <param name="To">How many of the best are asked at a time, 1 to 64; the first to accept has it.</param>
/// <param name="For">How long they may think.</param>
public sealed record OfferTerms(int To, TimeSpan For);

/// <summary>How a case hangs on the board. Immutable; thread-safe.</summary>
/// <param name="Points">The points for whoever claims and completes it.</param>
/// <param name="For">How long it hangs before it is given out like any other; null for ever.</param>
public sealed record BoardTerms(int Points, TimeSpan? For = null);
