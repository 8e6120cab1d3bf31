namespace GridGov;

/// <summary>
/// What a class is of. The two are numbered apart: in GB/T 47678.5-2026 code 01001 is a component, 供水井盖, and also a
/// matter, 供水井盖异常 (secondary source), so a code is unique only together with its kind.
/// </summary>
public enum ClassKind
{
    /// <summary>Component (部件, since 2026 管理部件): a thing that is managed.</summary>
    Component = 1,

    /// <summary>Matter (事件, since 2026 管理事项): something that happens and is dealt with.</summary>
    Matter = 2,
}

/// <summary>
/// One class of a code system: a major class (大类), a minor class (小类) or a class further down. Immutable and
/// thread-safe. It does not say its system; <see cref="QualifiedClass"/> does.
/// </summary>
public sealed record CodedClass
{
    /// <summary>Whether it is a class of components or of matters.</summary>
    public required ClassKind Kind { get; init; }

    /// <summary>The whole code, with the digits of the classes above; unique among the classes of its kind.</summary>
    public required ClassCode Code { get; init; }

    /// <summary>The code of the class above, of the same kind, or null for a major class.</summary>
    public ClassCode? Parent { get; init; }

    /// <summary>The Chinese name, not blank, as the standard or the city writes it.</summary>
    public required string Name { get; init; }

    /// <summary>A name in English for readers, or null; the standards have none.</summary>
    public string? EnglishName { get; init; }

    /// <summary>A note to the class, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Kind, code and name on one line.</summary>
    public override string ToString() => $"{Kind} {Code} {Name}";
}
