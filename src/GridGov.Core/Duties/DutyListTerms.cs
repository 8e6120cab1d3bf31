namespace GridGov;

/// <summary>What a duty list says beside its items. Immutable and thread-safe.</summary>
public sealed record DutyListTerms
{
    internal static DutyListTerms None { get; } = new();

    /// <summary>The list's title, or null.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>The level of the bodies that hold the list and are protected by it, for instance a community; null where it is open.</summary>
    public GridLevel? HeldBy { get; init; }

    /// <summary>The first day on which the list is in force, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which the list is in force, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day on which it was published, or null for a draft.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// The bodies that may assess its holders' work on its items; others may hand down tasks, but not assess them.
    /// Source: the community list of Erqi 二七区, by which departments may not assess separately (seen in full).
    /// </summary>
    public ValueList<BodyId> Assessors { get; init; }

    /// <summary>Whether it is a sample that was made up and binds nobody.</summary>
    public bool IsSample { get; init; }

    /// <summary>A remark for readers, or null.</summary>
    public string? Note { get; init; }
}
