using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Commands that meet every condition of a way, as far as the case lets anybody meet it.</summary>
internal static class Fit
{
    private static readonly Evidence[] All =
        [.. Enum.GetValues<EvidenceKind>().Select(k => new Evidence(k, $"store/{k}") { At = GeoPoint.Wgs84(121.5, 31.2) })];

    public static readonly LifecycleDefinition[] BuiltIns = [EightStep.Default, DigitalCity.Default, HotlineOrder.Default];

    public static TheoryData<string> Names() => [.. BuiltIns.Select(d => d.Version.Id)];

    public static LifecycleDefinition Named(string id) => BuiltIns.Single(d => d.Version.Id == id);

    /// <summary>A case as it is opened: by a collector, so that every way in is open, and with a place.</summary>
    public static Case Open(LifecycleDefinition definition, string id = "c1", DateTimeOffset? at = null) =>
        Case.From([Opening(definition, id, at)]);

    public static CaseEntry Opening(LifecycleDefinition definition, string id = "c1", DateTimeOffset? at = null) => definition.Open(
        new(id),
        Report(id, at: at ?? Monday) with { Channel = "collector", Position = GeoPoint.Wgs84(121.5, 31.2) },
        Clerk,
        Center,
        Cover.Limit,
        new(at ?? Monday, Calendar));

    /// <summary>A command for a way.</summary>
    /// <param name="case">The case.</param>
    /// <param name="way">The way.</param>
    /// <param name="role">Which of its roles, counted from the first.</param>
    public static CaseCommand Command(Case @case, TransitionDefinition way, int role = 0)
    {
        var as_ = way.Roles[role % way.Roles.Count];
        var facts = Facts(@case, way, as_);
        return new(way.Trigger, By(@case, way, as_))
        {
            Note = "as seen on site",
            Handler = way.AssignsHandler ? Enumerable.Range(1, 99).Select(i => new ActorId($"h{i}")).First(h => !@case.Recused.Contains(h)) : null,
            Lead = way.AssignsHandler ? LeadOf(@case) : null,
            Facts = facts.IsEmpty ? null : facts,
        };
    }

    /// <summary>The earliest instant at which the clock's conditions of a way can hold, and at least a minute on.</summary>
    public static DecisionContext When(Case @case, TransitionDefinition way, int role = 0)
    {
        var next = @case.LastAt.AddMinutes(1);
        var isClock = Has(way, Guard.StepIsDue.Code) || (Has(way, Guard.ResumesInTime.Code) && way.Roles[role % way.Roles.Count] == Role.System);
        return new(isClock && @case.StepDue > next ? @case.StepDue.Value : next, Calendar);
    }

    public static bool Has(TransitionDefinition way, string guard) => way.Guards.Any(g => g.Code == guard);

    private static BodyId LeadOf(Case @case) =>
        (@case.IsAdjudicated ? @case.RightBody : @case.FirstLead) ?? new BodyId("dept-a");

    private static Actor By(Case @case, TransitionDefinition way, Role role)
    {
        if (role == Role.System)
            return Actor.System;
        if (role == Role.Reporter)
            return Citizen;
        var isHandler = Has(way, Guard.IsTheHandler.Code) || (Has(way, Guard.RecusesTheHandler.Code) && role == Role.Handler);
        var body = Has(way, Guard.OfTheLeadBody.Code) || isHandler || role == Role.Handler ? @case.Lead
            : Has(way, "body.supervision") ? DigitalCity.SupervisionCentre
            : Has(way, "body.command") ? DigitalCity.CommandCentre
            : new(@case.HandlingBodies.Contains(new("city-office")) ? "city-audit" : "city-office");
        return new(isHandler ? @case.Handler ?? new("nobody") : new($"{way.Trigger}-{role}"), body, role);
    }

    private static CaseFacts Facts(Case @case, TransitionDefinition way, Role role)
    {
        var needs = way.Needs;
        return new()
        {
            Outcome = !needs.HasFlag(CommandNeeds.Outcome) ? null
                : way.Trigger switch
                {
                    SideRoads.Triggers.Void => CaseOutcome.Voided,
                    SideRoads.Triggers.Merge => CaseOutcome.Duplicate,
                    SideRoads.Triggers.NotAccept => CaseOutcome.OutsideCriteria,
                    _ => CaseOutcome.Solved,
                },
            Answer = !needs.HasFlag(CommandNeeds.Answer) ? null
                : Has(way, Guard.IsNotSatisfied.Code) ? Satisfaction.NotSatisfied
                : Has(way, Guard.WasNotReached.Code) ? Satisfaction.NotReached : Satisfaction.Satisfied,
            Body = needs.HasFlag(CommandNeeds.Body) ? new BodyId(@case.Lead == new BodyId("dept-b") ? "dept-c" : "dept-b") : null,
            Person = way.Records == EntryKind.Recused && role != Role.Handler ? @case.Handler : null,
            Related = !needs.HasFlag(CommandNeeds.Related) ? null : Has(way, Guard.NamesItsHead.Code) ? @case.DuplicateOf : new CaseId("head"),
            Until = needs.HasFlag(CommandNeeds.Until) ? @case.LastAt.AddDays(30) : null,
            Authority = needs.HasFlag(CommandNeeds.Authority) ? "city office, 2026/17" : null,
            Evidence = way.Evidence.IsEmpty && !Has(way, Guard.BringsEvidence.Code) ? [] : ValueList.Create<Evidence>(All),
        };
    }
}
