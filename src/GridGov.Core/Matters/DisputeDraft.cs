namespace GridGov;

/// <summary>
/// A dispute before its fields are checked; each is described at <see cref="Dispute"/>. Immutable and thread-safe.
/// </summary>
public sealed record DisputeDraft
{
    /// <inheritdoc cref="Dispute.Id"/>
    public DisputeId Id { get; init; }

    /// <inheritdoc cref="Dispute.Title"/>
    public Sensitive<string>? Title { get; init; }

    /// <inheritdoc cref="Dispute.OccurredOn"/>
    public DateOnly? OccurredOn { get; init; }

    /// <inheritdoc cref="Dispute.Grid"/>
    public GridCode Grid { get; init; }

    /// <inheritdoc cref="Dispute.Place"/>
    public PlaceId? Place { get; init; }

    /// <inheritdoc cref="Dispute.Location"/>
    public Sensitive<string>? Location { get; init; }

    /// <inheritdoc cref="Dispute.Scale"/>
    public DisputeScale? Scale { get; init; }

    /// <inheritdoc cref="Dispute.Kind"/>
    public DisputeKind Kind { get; init; }

    /// <inheritdoc cref="Dispute.PeopleCount"/>
    public int PeopleCount { get; init; }

    /// <inheritdoc cref="Dispute.Summary"/>
    public Sensitive<string>? Summary { get; init; }

    /// <inheritdoc cref="Dispute.Parties"/>
    public ValueList<DisputePartyDraft> Parties { get; init; }

    /// <inheritdoc cref="Dispute.MediationBody"/>
    public BodyId MediationBody { get; init; }

    /// <inheritdoc cref="Dispute.Mediator"/>
    public ActorId? Mediator { get; init; }

    /// <inheritdoc cref="Dispute.SettleBy"/>
    public DateOnly? SettleBy { get; init; }

    /// <inheritdoc cref="Dispute.Way"/>
    public SettlementWay Way { get; init; }

    /// <inheritdoc cref="Dispute.Result"/>
    public DisputeResult Result { get; init; }

    /// <inheritdoc cref="Dispute.EndedOn"/>
    public DateOnly? EndedOn { get; init; }
}
