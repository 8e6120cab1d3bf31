namespace GridGov;

/// <summary>
/// A component as it comes from a registry, before it is checked; each property is described at
/// <see cref="Component"/>. Immutable and thread-safe.
/// </summary>
public sealed record ComponentDraft
{
    /// <summary>The component's code as people type it: what <see cref="ComponentCode"/> reads.</summary>
    public string? Id { get; init; }

    /// <inheritdoc cref="Component.Name"/>
    public string? Name { get; init; }

    /// <inheritdoc cref="Component.Competent"/>
    public ResponsibleUnitDraft? Competent { get; init; }

    /// <inheritdoc cref="Component.Owner"/>
    public ResponsibleUnitDraft? Owner { get; init; }

    /// <inheritdoc cref="Component.Maintainer"/>
    public ResponsibleUnitDraft? Maintainer { get; init; }

    /// <inheritdoc cref="Component.Grid"/>
    public GridCode Grid { get; init; }

    /// <inheritdoc cref="Component.State"/>
    public string? State { get; init; }

    /// <inheritdoc cref="Component.InitialOn"/>
    public DateOnly? InitialOn { get; init; }

    /// <inheritdoc cref="Component.ChangedOn"/>
    public DateOnly? ChangedOn { get; init; }

    /// <inheritdoc cref="Component.DataSource"/>
    public string? DataSource { get; init; }

    /// <inheritdoc cref="Component.Note"/>
    public string? Note { get; init; }

    /// <summary>The street's division code as people type it: what <see cref="DivisionCode"/> reads; or null.</summary>
    public string? StreetCode { get; init; }

    /// <inheritdoc cref="Component.StreetName"/>
    public string? StreetName { get; init; }

    /// <summary>The community's division code as people type it: what <see cref="DivisionCode"/> reads; or null.</summary>
    public string? CommunityCode { get; init; }

    /// <inheritdoc cref="Component.CommunityName"/>
    public string? CommunityName { get; init; }
}
