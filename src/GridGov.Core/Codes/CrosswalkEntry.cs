namespace GridGov;

/// <summary>How sure a mapping from one code system to another is, the surest first.</summary>
public enum CodeRelation
{
    /// <summary>The same class under the same name.</summary>
    Exact = 1,

    /// <summary>The same class under another name, as a named source says.</summary>
    Renamed = 2,

    /// <summary>Supposed, from position or likeness, or only a part of the class; somebody must look at it.</summary>
    Inferred = 3,

    /// <summary>There is no counterpart.</summary>
    None = 4,
}

/// <summary>One line of a crosswalk. Immutable and thread-safe.</summary>
public sealed record CrosswalkEntry
{
    /// <summary>Component or matter, on both sides.</summary>
    public required ClassKind Kind { get; init; }

    /// <summary>The code in the system that is mapped from.</summary>
    public required ClassCode Source { get; init; }

    /// <summary>
    /// The codes in the system that is mapped to: one for <see cref="CodeRelation.Exact"/> and <see cref="CodeRelation.Renamed"/>,
    /// one or more for <see cref="CodeRelation.Inferred"/>, none for <see cref="CodeRelation.None"/>.
    /// </summary>
    public ValueList<ClassCode> Targets { get; init; }

    /// <summary>How sure it is.</summary>
    public required CodeRelation Relation { get; init; }

    /// <summary>Where the line was taken from, or what it rests on; not blank.</summary>
    public required string Basis { get; init; }

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }
}

/// <summary>What a crosswalk says of one class. Immutable and thread-safe.</summary>
public sealed record CodeMapping
{
    /// <summary>The class that was asked for, with its system.</summary>
    public required QualifiedClass From { get; init; }

    /// <summary>How sure it is; <see cref="CodeRelation.None"/> also where the crosswalk is silent.</summary>
    public required CodeRelation Relation { get; init; }

    /// <summary>The classes that it becomes, with their system, in ordinal order of their codes; empty for <see cref="CodeRelation.None"/>.</summary>
    public required ValueList<QualifiedClass> Targets { get; init; }

    /// <summary>Whether the crosswalk has a line for the class; false where it is silent.</summary>
    public required bool IsStated { get; init; }

    /// <summary>What the line rests on, or null where the crosswalk is silent.</summary>
    public string? Basis { get; init; }

    /// <summary>The line's note, or null.</summary>
    public string? Note { get; init; }
}
