namespace CityDay.Input;

/// <summary>One accepted line, in the form that every format is mapped to.</summary>
internal sealed record InputRow
{
    public required int Line { get; init; }

    public required string Id { get; init; }

    /// <summary>An instant, shown at the city's own offset.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>Outermost first, without the city itself. Empty: the place is not known and the city itself answers.</summary>
    public required IReadOnlyList<GridStep> Place { get; init; }

    /// <summary>Why the place is not finer; null where the line names the finest level.</summary>
    public string? PlaceNote { get; init; }

    /// <summary>The class of the matter.</summary>
    public required string Category { get; init; }

    public required string Channel { get; init; }

    /// <summary>The handling unit that the data names.</summary>
    public string? Unit { get; init; }

    public DateTimeOffset? HandledAt { get; init; }

    public DateTimeOffset? Target { get; init; }

    /// <summary>Null: the data does not say.</summary>
    public bool? OnTime { get; init; }

    /// <summary>The data says that the matter was never closed.</summary>
    public bool StillOpen { get; init; }
}
