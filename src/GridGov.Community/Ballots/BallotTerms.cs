namespace GridGov.Community;

/// <summary>Name, electorate, times and manner of a vote. Immutable and thread-safe.</summary>
public sealed record BallotTerms
{
    /// <summary>A stable name, 1 to 64 characters.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked.</summary>
    public required LocalizedText Question { get; init; }

    /// <summary>Who may vote, once each.</summary>
    public required Electorate Electorate { get; init; }

    /// <summary>From when sheets are taken.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>Until when sheets are taken; a sheet of this very moment is late.</summary>
    public required DateTimeOffset Closes { get; init; }

    /// <summary>
    /// Whether nobody may learn who chose what (无记名). The box then keeps who has voted and the sums, and no sheet;
    /// households are not counted in favour or against.
    /// </summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether one option may stand on several places of a sheet; the source of the 531 method does not say, so not by default.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>Whether a sheet may leave places empty, by default yes.</summary>
    public bool MayBePartial { get; init; } = true;

    /// <summary>
    /// Whether those who were reached and stay silent go with the majority, which a covenant of owners may say (管理规约;
    /// a city's property rules, secondary source). Off by default; for motions that are not secret only.
    /// </summary>
    public bool SilentJoinMajority { get; init; }

    internal IEnumerable<Fault> Faults()
    {
        if (!TextId.IsValid(Id, out var reason))
            yield return new("id", reason!);
        if (string.IsNullOrWhiteSpace(Question.En) || string.IsNullOrWhiteSpace(Question.Zh))
            yield return new("question", "it is missing in English or Chinese");
        if (Closes <= Opens)
            yield return new("closes", $"{Closes:O} is not after {Opens:O}");
        if (IsSecret && SilentJoinMajority)
            yield return new("silent join majority", "a secret vote cannot tell the silent from the others");
    }
}
