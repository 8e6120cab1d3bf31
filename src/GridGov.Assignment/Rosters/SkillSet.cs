namespace GridGov.Assignment;

/// <summary>
/// A set of skills as a bit mask, valid for the <see cref="Roster"/> that made it and for those made from that one with
/// <see cref="Roster.With(IEnumerable{Worker})"/>. A value; thread-safe.
/// </summary>
public readonly record struct SkillSet
{
    internal SkillSet(ulong bits) => Bits = bits;

    internal ulong Bits { get; }

    /// <summary>All skills of both sets.</summary>
    /// <param name="other">The other set, of the same roster.</param>
    public SkillSet With(SkillSet other) => new(Bits | other.Bits);

    /// <summary>Whether every skill of another set is in this one.</summary>
    /// <param name="other">The other set, of the same roster.</param>
    public bool Covers(SkillSet other) => (other.Bits & ~Bits) == 0;
}

/// <summary>What a case asks for, by names. Immutable; thread-safe.</summary>
public sealed record SkillNeeds
{
    /// <summary>Nothing in particular.</summary>
    public static SkillNeeds None { get; } = new();

    /// <summary>Skills at any level.</summary>
    public ValueList<string> Skills { get; init; }

    /// <summary>Skills at a level or above.</summary>
    public ValueList<SkillLevel> Levels { get; init; }

    /// <summary>Languages.</summary>
    public ValueList<string> Languages { get; init; }
}
