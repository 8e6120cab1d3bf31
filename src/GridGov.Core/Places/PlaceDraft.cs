namespace GridGov;

/// <summary>
/// A place before its fields are checked; each is described at <see cref="Place"/>. Immutable and thread-safe.
/// </summary>
public sealed record PlaceDraft
{
    /// <inheritdoc cref="Place.Id"/>
    public PlaceId Id { get; init; }

    /// <inheritdoc cref="Place.Kind"/>
    public PlaceKind? Kind { get; init; }

    /// <inheritdoc cref="Place.Grid"/>
    public GridCode Grid { get; init; }

    /// <inheritdoc cref="Place.Within"/>
    public PlaceId? Within { get; init; }

    /// <inheritdoc cref="Place.Name"/>
    public string? Name { get; init; }

    /// <inheritdoc cref="Place.PublicAddress"/>
    public string? PublicAddress { get; init; }

    /// <inheritdoc cref="Place.HomeAddress"/>
    public Sensitive<string>? HomeAddress { get; init; }

    /// <summary>The code of a division as people type it, or null: what <see cref="GridGov.DivisionCode"/> reads.</summary>
    public string? DivisionCode { get; init; }

    /// <inheritdoc cref="Place.Use"/>
    public PlaceUse Use { get; init; }

    /// <inheritdoc cref="Place.IsRented"/>
    public bool? IsRented { get; init; }

    /// <inheritdoc cref="Place.Tenant"/>
    public PersonId? Tenant { get; init; }
}
