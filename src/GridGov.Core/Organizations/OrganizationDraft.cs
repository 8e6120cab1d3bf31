namespace GridGov;

/// <summary>
/// An organisation before its fields are checked; each is described at <see cref="Organization"/>. Immutable and thread-safe.
/// </summary>
public sealed record OrganizationDraft
{
    /// <inheritdoc cref="Organization.Id"/>
    public OrganizationId Id { get; init; }

    /// <inheritdoc cref="Organization.Kind"/>
    public OrganizationKind? Kind { get; init; }

    /// <inheritdoc cref="Organization.Name"/>
    public string? Name { get; init; }

    /// <summary>The unified social credit code as people type it, or null: what <see cref="UnifiedSocialCreditCode"/> reads.</summary>
    public string? CreditCode { get; init; }

    /// <inheritdoc cref="Organization.Body"/>
    public BodyId? Body { get; init; }

    /// <inheritdoc cref="Organization.Grid"/>
    public GridCode? Grid { get; init; }

    /// <inheritdoc cref="Organization.Seat"/>
    public PlaceId? Seat { get; init; }

    /// <inheritdoc cref="Organization.LooksAfter"/>
    public ValueList<PlaceId> LooksAfter { get; init; }

    /// <inheritdoc cref="Organization.ContactName"/>
    public Sensitive<string>? ContactName { get; init; }

    /// <inheritdoc cref="Organization.ContactPhone"/>
    public Sensitive<string>? ContactPhone { get; init; }

    /// <inheritdoc cref="Organization.From"/>
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="Organization.Until"/>
    public DateOnly? Until { get; init; }
}
