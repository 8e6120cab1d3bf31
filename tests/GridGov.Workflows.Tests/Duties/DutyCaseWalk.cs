using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Walks one case by commands and keeps its entries.</summary>
internal sealed class DutyCaseWalk
{
    private readonly LifecycleDefinition _definition;

    public DutyCaseWalk(LifecycleDefinition definition, Report report)
    {
        _definition = definition;
        Now = report.At;
        Entries.Add(definition.Open(new(report.Id.Value), report, By(Role.Reporter, "applicant"), DutyApplications.Committee, TimeLimit.WorkDays(60), new(Now, Calendar)));
    }

    public List<CaseEntry> Entries { get; } = [];

    public DateTimeOffset Now { get; set; }

    public Case Case => Case.From(Entries);

    public static Actor By(Role role, string body = "duty-committee") => new(new($"{body}-{role}"), new(body), role);

    public Refusal? Try(string trigger, Actor by, CaseFacts? facts = null, string? note = "as decided")
    {
        var decision = _definition.Decide(Case, new(trigger, by) { Note = note, Facts = facts }, new(Now, Calendar));
        if (decision.IsAllowed)
            Entries.Add(decision.ToEntry());
        return decision.Refusal;
    }

    public DutyCaseWalk Do(string trigger, Actor by, CaseFacts? facts = null)
    {
        Assert.Null(Try(trigger, by, facts));
        return this;
    }

    public DutyCaseWalk WhenDue()
    {
        Now = Case.StepDue!.Value;
        return Do(_definition.TriggerWhenDue(Case)!, Actor.System);
    }
}
