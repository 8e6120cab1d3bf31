namespace GridGov.Assignment;

/// <summary>
/// One place in a team, or several alike (1+6+N). The first place is the lead's; the lead's body answers for the case.
/// Places of different bodies make joint handling (联合处置). Immutable and thread-safe.
/// </summary>
public sealed record TeamPlace
{
    /// <summary>How many such places, 1 to 64.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The post, or null for any.</summary>
    public PostKind? Post { get; init; }

    /// <summary>The profession, or null for any.</summary>
    public string? Profession { get; init; }

    /// <summary>What is needed in this place.</summary>
    public SkillNeeds Needs { get; init; } = SkillNeeds.None;

    /// <summary>The body, or null for any.</summary>
    public BodyId? Body { get; init; }

    /// <summary>The capacity that the place takes, 1 to 1,000,000.</summary>
    public int Weight { get; init; } = 1;
}

/// <summary>One place of a team as an engine takes it. A value; thread-safe.</summary>
/// <param name="Skills">What is needed.</param>
/// <param name="Weight">The capacity that it takes.</param>
public readonly record struct TeamSeat(SkillSet Skills, int Weight = 1)
{
    /// <summary>The post, or null for any.</summary>
    public PostKind? Post { get; init; }

    /// <summary>The profession, or null for any.</summary>
    public string? Profession { get; init; }

    /// <summary>The body, or null for any.</summary>
    public BodyId? Body { get; init; }
}
