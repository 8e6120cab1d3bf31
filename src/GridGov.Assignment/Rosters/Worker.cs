namespace GridGov.Assignment;

/// <summary>One who takes cases: a grid worker, a handler or a desk of a department (网格员、处置人员). Immutable.</summary>
public sealed record Worker
{
    /// <summary>The staff number; unique in a roster.</summary>
    public required ActorId Id { get; init; }

    /// <summary>The body that answers for the cases this worker takes.</summary>
    public required BodyId Body { get; init; }

    /// <summary>The nodes of the grid tree that the worker covers, each with everything below it; at least one.</summary>
    public required ValueList<GridCode> Covers { get; init; }

    /// <summary>What the worker is able to do; empty for what needs no skill. Each counts as level 1.</summary>
    public ValueList<string> Skills { get; init; }

    /// <summary>Skills with a level; who has one at a level has it at every lower level too.</summary>
    public ValueList<SkillLevel> SkillLevels { get; init; }

    /// <summary>Skills that run out: they count from their first to their last instant only.</summary>
    public ValueList<Certificate> Certificates { get; init; }

    /// <summary>Languages and dialects, by any names that the city uses throughout, for instance <c>yue</c>.</summary>
    public ValueList<string> Languages { get; init; }

    /// <summary>How much weight of cases the worker may hold at once, 1 to 1,000,000.</summary>
    public required int Capacity { get; init; }

    /// <summary>The post, or null where posts do not matter.</summary>
    public PostKind? Post { get; init; }

    /// <summary>The profession of a <see cref="PostKind.Professional"/>, by the city's own name; else null.</summary>
    public string? Profession { get; init; }

    /// <summary>The hours on duty, or null for always. Staggered hours (错时) are another calendar.</summary>
    public WorkCalendar? Hours { get; init; }

    /// <summary>The hours on call (备勤): outside the hours on duty, urgent cases only. Null for never.</summary>
    public WorkCalendar? OnCall { get; init; }

    /// <summary>When the worker is away, and who stands in.</summary>
    public ValueList<Leave> Leaves { get; init; }

    /// <summary>A mark for <see cref="DispatchPolicy.BestScore"/>: the higher the better. Finite.</summary>
    public double Score { get; init; }
}

/// <summary>A skill at a level. Immutable; thread-safe.</summary>
/// <param name="Name">The skill.</param>
/// <param name="Level">The level, 1 to 9, the higher the abler.</param>
public readonly record struct SkillLevel(string Name, int Level);

/// <summary>A skill that runs out (证书). Immutable; thread-safe.</summary>
/// <param name="Name">The skill that it proves; the same names as in <see cref="Worker.Skills"/>.</param>
/// <param name="Until">The first instant at which it no longer counts.</param>
/// <param name="Level">The level that it proves, 1 to 9.</param>
public sealed record Certificate(string Name, DateTimeOffset Until, int Level = 1)
{
    /// <summary>The first instant at which it counts; the default is from ever.</summary>
    public DateTimeOffset From { get; init; }
}

/// <summary>A time away (请假). Immutable; thread-safe.</summary>
/// <param name="From">The first instant away.</param>
/// <param name="Until">The first instant back.</param>
/// <param name="Substitute">
/// Who stands in (代班) at every node that the absent one covers, with skills, hours and capacity of their own; null for
/// nobody. A substitute's own substitute does not stand in for the first.
/// </param>
public sealed record Leave(DateTimeOffset From, DateTimeOffset Until, ActorId? Substitute = null);
