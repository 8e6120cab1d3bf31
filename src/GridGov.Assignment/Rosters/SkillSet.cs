namespace GridGov.Assignment;

/// <summary>A set of skills as a bit mask, valid for the <see cref="Roster"/> that made it. A value; thread-safe.</summary>
public readonly record struct SkillSet
{
    internal SkillSet(ulong bits) => Bits = bits;

    internal ulong Bits { get; }

    /// <summary>Whether every skill of another set is in this one.</summary>
    /// <param name="other">The other set, of the same roster.</param>
    public bool Covers(SkillSet other) => (other.Bits & ~Bits) == 0;
}
