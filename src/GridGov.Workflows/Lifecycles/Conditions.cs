namespace GridGov.Workflows;

/// <summary>
/// What a transition asks for besides its guards. The fast answer and the list of what is unmet come from the same
/// questions, in the same order.
/// </summary>
internal static class Conditions
{
    public const string RoleCode = "role";
    public const string NearCode = "evidence.near";
    public const string KindCode = "evidence.kind";
    public const string ClockCode = "clock.forward";
    public const string SuspensionCode = "suspension.over";

    private static readonly (CommandNeeds Need, string Code, LocalizedText Text)[] Needs =
    [
        (CommandNeeds.Note, "evidence.note", new("a note with the evidence or reason comes with it", "应附说明或佐证")),
        (CommandNeeds.Outcome, "evidence.outcome", new("it says how the case came out", "应写明办理结果")),
        (CommandNeeds.Answer, "evidence.answer", new("it says what the reporter answered", "应写明诉求人的评价")),
        (CommandNeeds.Body, "evidence.body", new("it names a body", "应指明单位")),
        (CommandNeeds.Person, "evidence.person", new("it names a person", "应指明人员")),
        (CommandNeeds.Related, "evidence.related", new("it names another case", "应指明关联案件")),
        (CommandNeeds.Until, "evidence.until", new("it says until when, and that time is not over", "应写明截止时间，且未过期")),
        (CommandNeeds.Authority, "evidence.authority", new("it says by whose decision: office and document", "应写明批准机关和文号")),
        (CommandNeeds.Level, "evidence.level", new("it says which level is called in", "应写明层级")),
    ];

    /// <summary>Whether a code is of a condition that every definition has of itself, and so of no guard.</summary>
    public static bool IsOwn(string code) =>
        code is RoleCode or NearCode or KindCode or ClockCode or SuspensionCode || Array.Exists(Needs, n => string.Equals(n.Code, code, StringComparison.Ordinal));

    /// <summary>Every condition of a transition by its code, guards by their names, in the order in which a refusal lists them.</summary>
    public static IEnumerable<string> Of(TransitionDefinition transition)
    {
        yield return RoleCode;
        foreach (var (need, code, _) in Needs)
        {
            if (transition.Needs.HasFlag(need))
                yield return code;
        }

        foreach (var guard in transition.Guards)
            yield return guard.Name;
        if (transition.Evidence.AsEnumerable().Any(e => e.WithinMetres is not null))
            yield return NearCode;
        if (transition.Evidence.AsEnumerable().Any(e => e.WithinMetres is null))
            yield return KindCode;
        yield return ClockCode;
        if (!FrozenWay.GoesOn(transition))
            yield return SuspensionCode;
    }

    public static bool AreMet(FrozenWay way, Case @case, in CaseCommand command, in DecisionContext context)
    {
        if (!way.IsOpenTo(command.By.Role) || (way.Needs != 0 && (way.Needs & ~Brought(way.Needs, @case, command, context)) != 0))
            return false;
        foreach (var holds in way.Guards)
        {
            if (!holds(@case, command, context))
                return false;
        }

        foreach (var rule in way.Evidence)
        {
            if (!rule.IsMet(@case, command))
                return false;
        }

        return context.Now >= @case.LastAt && (way.GoesOnWhileSuspended || !@case.IsSuspended);
    }

    public static (List<UnmetCondition> Unmet, LegalBasis? Basis) Unmet(
        FrozenWay way, Case @case, in CaseCommand command, in DecisionContext context)
    {
        var transition = way.Transition;
        var unmet = new List<UnmetCondition>();
        LegalBasis? basis = null;
        if (!way.IsOpenTo(command.By.Role))
            unmet.Add(Refusals.WrongRole(transition, command));
        var missing = way.Needs & ~Brought(way.Needs, @case, command, context);
        foreach (var (need, code, text) in Needs)
        {
            if ((missing & need) != 0)
                unmet.Add(new(code, text));
        }

        foreach (var guard in transition.Guards)
        {
            if (guard.Holds(@case, command, context))
                continue;
            unmet.Add(new(guard.Code, guard.Text));
            basis ??= guard.Basis;
        }

        foreach (var rule in transition.Evidence)
        {
            if (!rule.IsMet(@case, command))
                unmet.Add(Refusals.EvidenceMissing(rule));
        }

        if (context.Now < @case.LastAt)
            unmet.Add(Refusals.ClockBackwards(@case));
        if (@case.IsSuspended && !way.GoesOnWhileSuspended)
            unmet.Add(new(SuspensionCode, new("the case is not suspended", "案件未处于挂账状态")));
        return (unmet, basis);
    }

    private static CommandNeeds Brought(CommandNeeds needs, Case @case, in CaseCommand command, in DecisionContext context)
    {
        var brought = string.IsNullOrWhiteSpace(command.Note) ? 0 : CommandNeeds.Note;
        if (needs == CommandNeeds.Note || command.Facts is not { } f)
            return brought;
        return brought
            | (f.Outcome is null ? 0 : CommandNeeds.Outcome)
            | (f.Answer is null ? 0 : CommandNeeds.Answer)
            | (f.Body is null || f.Body == default(BodyId) ? 0 : CommandNeeds.Body)
            | (f.Person is null || f.Person == default(ActorId) ? 0 : CommandNeeds.Person)
            | (f.Related is null || f.Related == default(CaseId) || f.Related == @case.Id ? 0 : CommandNeeds.Related)
            | (f.Until is { } until && until > context.Now ? CommandNeeds.Until : 0)
            | (string.IsNullOrWhiteSpace(f.Authority) ? 0 : CommandNeeds.Authority)
            | (f.Level is null ? 0 : CommandNeeds.Level);
    }
}
