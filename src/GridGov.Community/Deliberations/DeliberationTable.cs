using GridGov.Workflows;

namespace GridGov.Community;

/// <summary>Stages as steps and ways of a lifecycle.</summary>
internal sealed class DeliberationTable(ValueList<DeliberationStage> stages)
{
    private readonly List<StateDefinition> _states = [];
    private readonly List<TransitionDefinition> _ways = [];

    public LifecycleDefinition Freeze(string id, int version)
    {
        string? talk = null;
        string? carryOut = null;
        for (var i = 0; i < stages.Count; i++)
        {
            var stage = stages[i];
            var next = NextOf(i);
            if (stage.Kind == StageKind.CarryOut)
                AddEntrust(stage);
            var isLast = i == stages.Count - 1;
            AddState(stage, isLast);
            AddWays(stage, next, talk, carryOut, isLast);
            talk = stage.Kind == StageKind.Talk ? stage.Id : talk;
            carryOut = stage.Kind == StageKind.CarryOut ? stage.Id : carryOut;
        }

        _states.Add(End(Deliberation.Archived, "Archived", "归档"));
        _states.Add(End(Deliberation.Dropped, "Dropped", "终止"));
        return LifecycleDefinition.Freeze(id, version, _states, _ways);
    }

    private static StateDefinition End(string id, string en, string zh) => new() { Id = id, Name = new(en, zh), IsEnd = true };

    private string NextOf(int index)
    {
        if (index == stages.Count - 1)
            return Deliberation.Archived;
        var next = stages[index + 1];
        return next.Kind == StageKind.CarryOut ? Deliberation.Entrust : next.Id;
    }

    private void AddEntrust(DeliberationStage stage)
    {
        _states.Add(new()
        {
            Id = Deliberation.Entrust,
            Name = new("Entrust", "落实责任"),
            Owner = Role.Dispatcher,
            Limit = StepLimit.Of(TimeLimit.WorkDays(3)),
            OnDue = Deliberation.Triggers.Urge,
        });
        Add(Deliberation.Triggers.Assign, "name who carries it out", "落实", Deliberation.Entrust, stage.Id, [Role.Dispatcher, Role.Leader], [Guard.NamesHandler]);
        Change(w => w with { AssignsHandler = true });
        AddUrging(Deliberation.Entrust);
    }

    private void AddState(DeliberationStage stage, bool isLast) => _states.Add(new()
    {
        Id = stage.Id,
        Name = stage.Name,
        Owner = stage.Owner,
        Limit = stage.Limit is { } limit ? StepLimit.Of(limit) : StepLimit.OfCase,
        HoldsHandler = stage.Kind == StageKind.CarryOut,
        OnDue = stage.Kind == StageKind.Post && !isLast ? Deliberation.Triggers.Posted : Deliberation.Triggers.Urge,
    });

    private void AddWays(DeliberationStage stage, string next, string? talk, string? carryOut, bool isLast)
    {
        ValueList<Guard> documents = ValueList.From(stage.Documents.Select(CommunityEvidence.Needs));
        switch (stage.Kind)
        {
            case StageKind.Talk:
                GoOn(Deliberation.Triggers.Conclude, "sum up", "小结", stage, next, documents, isLast);
                AddDropping(stage);
                break;
            case StageKind.Review:
                GoOn(Deliberation.Triggers.Approve, "approve", "同意", stage, next, documents, isLast);
                AddDropping(stage);
                break;
            case StageKind.Vote:
                GoOn(Deliberation.Triggers.Carry, "declare it carried", "通过", stage, next, documents, isLast);
                Add(Deliberation.Triggers.Fail, "declare it not carried", "未通过", stage.Id, talk!, [stage.Owner], documents, CommandNeeds.Note);
                AddDropping(stage);
                break;
            case StageKind.Post:
                if (isLast)
                    GoOn(Deliberation.Triggers.Conclude, "take the notice down", "公示结束", stage, next, [.. documents, Guard.StepIsDue], isLast);
                else
                    Add(Deliberation.Triggers.Posted, "the notice stood long enough", "期满", stage.Id, next, [Role.System], [Guard.StepIsDue]);
                if (carryOut is null)
                    Add(Deliberation.Triggers.Dissent, "uphold an objection", "异议成立", stage.Id, talk!, [stage.Owner, Role.Supervisor], [], CommandNeeds.Note);
                break;
            case StageKind.CarryOut:
                GoOn(Deliberation.Triggers.Report, "report that it is done", "反馈", stage, next, [Guard.IsTheHandler, .. documents], isLast);
                break;
            default:
                GoOn(Deliberation.Triggers.Accept, "accept the result", "认可", stage, next, [Guard.NotAHandler, .. documents], isLast);
                Change(w => w with { Judges = true });
                Add(Deliberation.Triggers.Rework, "ask for more", "返工", stage.Id, carryOut!, [stage.Owner], [Guard.NotAHandler], CommandNeeds.Note);
                Change(w => w with { Judges = true, Records = EntryKind.Reworked });
                break;
        }

        if (stage.Kind != StageKind.Post || isLast)
            AddUrging(stage.Id);
    }

    private void GoOn(string trigger, string en, string zh, DeliberationStage stage, string next, ValueList<Guard> guards, bool isLast) =>
        Add(trigger, en, zh, stage.Id, next, [stage.Owner], guards, isLast ? CommandNeeds.Note | CommandNeeds.Outcome : CommandNeeds.Note);

    private void AddDropping(DeliberationStage stage) =>
        Add(Deliberation.Triggers.Drop, "take it no further", "终止", stage.Id, Deliberation.Dropped, [stage.Owner, Role.Supervisor], [Guard.NotAHandler], CommandNeeds.Note | CommandNeeds.Outcome);

    private void AddUrging(string step)
    {
        Add(Deliberation.Triggers.Urge, "urge", "催办", step, step, [Role.System, Role.Supervisor], []);
        Change(w => w with { Records = EntryKind.Urged });
    }

    private void Add(string trigger, string en, string zh, string from, string to, ValueList<Role> roles, ValueList<Guard> guards, CommandNeeds needs = CommandNeeds.None) =>
        _ways.Add(new() { Trigger = trigger, Name = new(en, zh), From = from, To = to, Roles = roles, Guards = guards, Needs = needs });

    private void Change(Func<TransitionDefinition, TransitionDefinition> change) => _ways[^1] = change(_ways[^1]);
}
