namespace GridGov;

/// <summary>
/// A person before the fields are checked; each is described at <see cref="Person"/>. Immutable and thread-safe.
/// </summary>
public sealed record PersonDraft
{
    /// <inheritdoc cref="Person.Id"/>
    public PersonId Id { get; init; }

    /// <inheritdoc cref="Person.Name"/>
    public Sensitive<string>? Name { get; init; }

    /// <summary>
    /// The citizen number as people type it, or null: what <see cref="GridGov.CitizenNumber"/> reads, the older 15 digits
    /// included.
    /// </summary>
    public Sensitive<string>? CitizenNumber { get; init; }

    /// <inheritdoc cref="Person.BornOn"/>
    public Sensitive<DateOnly>? BornOn { get; init; }

    /// <inheritdoc cref="Person.Phone"/>
    public Sensitive<string>? Phone { get; init; }

    /// <inheritdoc cref="Person.Grid"/>
    public GridCode Grid { get; init; }

    /// <inheritdoc cref="Person.Home"/>
    public PlaceId? Home { get; init; }
}
