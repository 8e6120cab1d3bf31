namespace GridGov.Community;

/// <summary>
/// By which numbers a body decides (议决规则): a named and versioned condition over what was counted, with its legal
/// basis. Immutable and thread-safe; the same figures are judged the same way everywhere.
/// </summary>
public sealed record QuorumRule
{
    /// <summary>A stable name, for instance <c>owners.ordinary</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the rule, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What is decided by it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Where it comes from.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>What must hold for a meeting or a vote to be valid at all.</summary>
    public required QuorumExpression Valid { get; init; }

    /// <summary>What must hold besides for a yes, or null for a body that only meets.</summary>
    public QuorumExpression? Carried { get; init; }

    /// <summary>Judges what was counted.</summary>
    /// <param name="figures">The figures.</param>
    /// <returns>Whether it is valid and carried, with every condition that is not met.</returns>
    /// <exception cref="DefinitionException">The figures cannot be: a part is larger than its whole, or a number is negative.</exception>
    public QuorumResult Judge(QuorumFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Faults() is { IsEmpty: false } faults)
            throw new DefinitionException($"figures for {Id}", faults);
        var isValid = Valid.IsMet(figures);
        var isCarried = isValid && (Carried?.IsMet(figures) ?? true);
        return new(this, figures, isValid, isCarried, isCarried ? null : Refuse(figures, isValid));
    }

    /// <summary>Name and version.</summary>
    public override string ToString() => $"{Id} v{Version}";

    private Refusal Refuse(QuorumFigures figures, bool isValid)
    {
        var unmet = new List<QuorumFinding>();
        Valid.AddUnmet(figures, unmet);
        Carried?.AddUnmet(figures, unmet);
        return new()
        {
            Code = isValid ? CommunityRefusalCodes.QuorumNotCarried : CommunityRefusalCodes.QuorumInvalid,
            Summary = isValid
                ? new($"{Name.En}: the motion is not carried", $"{Name.Zh}：未通过")
                : new($"{Name.En}: too few take part, nothing is decided", $"{Name.Zh}：参加人数不足，表决无效"),
            Unmet = ValueList.From(unmet.Select(u => u.ToCondition())),
            Basis = Basis,
            Remedy = isValid
                ? new("change the motion and put it to another vote", "修改方案后另行表决")
                : new("call again, with notice, and reach those who were missing", "依规定公告后重新召集，补充送达未参加者"),
        };
    }
}

/// <summary>What a rule says of figures. Immutable and thread-safe.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Figures">What was counted.</param>
/// <param name="IsValid">Whether enough took part.</param>
/// <param name="IsCarried">Whether it is valid and enough said yes.</param>
/// <param name="Refusal">Every condition that is not met, or null when it is carried.</param>
public sealed record QuorumResult(QuorumRule Rule, QuorumFigures Figures, bool IsValid, bool IsCarried, Refusal? Refusal)
{
    /// <summary>Every condition of the rule, met or not, in the order in which the rule states them.</summary>
    public ValueList<QuorumFinding> Explain()
    {
        var findings = new List<QuorumFinding>();
        Rule.Valid.AddAll(Figures, findings);
        Rule.Carried?.AddAll(Figures, findings);
        return ValueList.From(findings);
    }
}
