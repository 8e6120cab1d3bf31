namespace GridGov;

/// <summary>
/// One item of a duty list (清单事项). Immutable and thread-safe. The fields follow what municipal and provincial rules ask
/// of an item: name, content, basis (Liaoning 辽宁, seen in full), body, dates and funding (secondary sources).
/// </summary>
public sealed record DutyItem
{
    /// <summary>
    /// The item's code. It may stand on a list several times for periods that follow each other: statutory until June,
    /// reclaimed from July.
    /// </summary>
    public required DutyCode Code { get; init; }

    /// <summary>The item's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What is to be done, and what not (事项内容), or null where the name says it all.</summary>
    public LocalizedText? Content { get; init; }

    /// <summary>What kind of duty it is.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>The instrument that makes it a duty, or forbids it.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>The first day on which the item is in force, or null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which the item is in force, or null for always; required for <see cref="DutyKind.Temporary"/>.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The levels whose bodies may assign it; empty for every level.</summary>
    public ValueList<GridLevel> AssignableBy { get; init; }

    /// <summary>The bodies that may assign it; empty for every body of the levels.</summary>
    public ValueList<BodyId> AssignableByBodies { get; init; }

    /// <summary>The levels to whose bodies it may be assigned; empty for every level.</summary>
    public ValueList<GridLevel> AssignableTo { get; init; }

    /// <summary>The bodies to which it may be assigned; empty for every body of the levels.</summary>
    public ValueList<BodyId> AssignableToBodies { get; init; }

    /// <summary>
    /// The body that leads and is answerable (主管部门、对应上级部门) where the list's holder only helps; required for
    /// <see cref="DutyKind.Cooperative"/>.
    /// </summary>
    public BodyId? LedBy { get; init; }

    /// <summary>The body that does it instead; required for <see cref="DutyKind.Reclaimed"/>.</summary>
    public BodyId? TakenOverBy { get; init; }

    /// <summary>Whether it may be assigned only with its funding (费随事转).</summary>
    public bool NeedsFunding { get; init; }

    /// <summary>How often it may be assigned to one body, or null without a cap.</summary>
    public FrequencyCap? Cap { get; init; }

    /// <summary>The kinds of evidence that it may ask for; empty for none.</summary>
    public ValueList<EvidenceKind> Evidence { get; init; }

    /// <summary>The forms and ledgers (表格、台账) that it may ask for; empty for none.</summary>
    public ValueList<FormCode> Forms { get; init; }

    /// <summary>Who admitted it to the list, or null where it was on it from the beginning.</summary>
    public DutyApproval? Approval { get; init; }

    /// <summary>Whether the list allows it to be handed down, its conditions met: neither forbidden nor done by another body.</summary>
    internal bool IsAllowing => Kind != DutyKind.Forbidden && TakenOverBy is null;
}

/// <summary>The admission of an item to a list (准入审批). Immutable and thread-safe.</summary>
/// <param name="Body">The body that admitted it.</param>
/// <param name="On">The day of its decision.</param>
/// <param name="Document">The number or title of the approval, or null.</param>
public sealed record DutyApproval(BodyId Body, DateOnly On, string? Document = null);
