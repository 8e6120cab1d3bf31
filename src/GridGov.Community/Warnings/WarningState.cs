namespace GridGov.Community;

/// <summary>A household that is watched (监测户). Immutable and thread-safe.</summary>
/// <param name="Household">The household's pseudonym.</param>
/// <param name="Grid">Where it lives.</param>
public sealed record WarningSubject(HouseholdId Household, GridCode Grid);

/// <summary>Why a household has its colour. Immutable and thread-safe.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Colour">The colour of its band.</param>
/// <param name="Reason">What is said of it; never the value.</param>
/// <param name="On">When it was seen.</param>
public sealed record WarningReason(string Indicator, WarningColour Colour, LocalizedText Reason, DateOnly On);

/// <summary>How a household stands (预警状态). Immutable and thread-safe.</summary>
public sealed record WarningState
{
    /// <summary>The household.</summary>
    public required WarningSubject Subject { get; init; }

    /// <summary>The colour that is shown: it rises at once and falls only by <see cref="WarningBoard.Verify"/>.</summary>
    public required WarningColour Colour { get; init; }

    /// <summary>The colour that the last observations come to.</summary>
    public required WarningColour Observed { get; init; }

    /// <summary>Since when it has its colour, or null where nothing was ever seen.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>What is not green, red first, then in the order of the rules.</summary>
    public required ValueList<WarningReason> Reasons { get; init; }

    /// <summary>Whether the observations are better than the colour: somebody has to go and verify (预警核实).</summary>
    public bool AwaitsVerification => Observed < Colour;
}

/// <summary>What an observation came to. Immutable and thread-safe.</summary>
/// <param name="State">How the household stands now.</param>
/// <param name="Before">The colour that was shown before.</param>
public sealed record WarningChange(WarningState State, WarningColour Before)
{
    /// <summary>Whether a warning was raised: a case has to be opened, or the open one taken up to red.</summary>
    public bool IsRaised => State.Colour > Before;
}

/// <summary>A household that is to be looked at again after it was taken back. Immutable and thread-safe.</summary>
/// <param name="Household">The household.</param>
/// <param name="Due">The day.</param>
public sealed record WarningRecheck(HouseholdId Household, DateOnly Due);

/// <summary>How many households of a grid have a colour, for a notice. Immutable and thread-safe.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Households">How many are watched in it.</param>
/// <param name="Red">How many are red, or null where the number is too small to be published.</param>
/// <param name="Yellow">How many are yellow, or null where the number is too small to be published.</param>
public sealed record WarningCounts(GridCode Grid, int Households, int? Red, int? Yellow);
