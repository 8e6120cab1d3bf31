using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>What a decision costs together with what usually follows it: its deadlines, or the case after it.</summary>
internal abstract class DecideAgainstReadyMachine(string id, string what) : LifecycleComparison(
    id, what, "Stateless Fire on a ready machine, no deadline", "ns/decision")
{
    private const int Report = 3;
    private const int Verify = 4;

    private StatelessCase _machine = new(StatelessCase.Step.Urge);

    public override void Setup()
    {
        base.Setup();
        _machine = new StatelessCase(StatelessCase.Step.Urge).HandledBy(Commands[Report].By);
    }

    public override long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, One((i & 1) == 0 ? Report : Verify));
        return sum;
    }

    public override long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var step = (i & 1) == 0 ? Report : Verify;
            if (step == Report)
                _machine.State = StatelessCase.Step.Urge;
            sum = Checksum.Add(sum, (long)_machine.Fire(Commands[step]));
        }

        return sum;
    }

    protected abstract long One(int step);
}

/// <summary>One guarded decision and both due times after it.</summary>
internal sealed class DecideDueAgainstFire() : DecideAgainstReadyMachine(
    "lifecycle.decide-due", "report by the handler, then verify by another, in turn; ours with both due times after it")
{
    private long _ticks;

    protected override long One(int step)
    {
        var decision = LateCase.Lifecycle.Decide(Walk.Before[step], Walk.Steps[step].Command, Walk.Steps[step].Context);
        _ticks ^= decision.StepDue?.Ticks ?? 0;
        _ticks ^= decision.CaseDue?.Ticks ?? 0;
        return decision.To is { } to ? NumberOf(to) : -1;
    }
}

/// <summary>One guarded decision and the case after it, from an entry that is sealed already.</summary>
internal sealed class DecideApplyAgainstFire() : DecideAgainstReadyMachine(
    "lifecycle.decide-apply", "report by the handler, then verify by another, in turn; ours also makes the case after it, from a sealed entry")
{
    protected override long One(int step)
    {
        var before = Walk.Before[step];
        return LateCase.Lifecycle.Decide(before, Walk.Steps[step].Command, Walk.Steps[step].Context).IsAllowed
            ? NumberOf(Case.Apply(before, Walk.Entries[step]).Step)
            : -1;
    }
}

/// <summary>The seven decisions of a whole case, each with both due times after it.</summary>
internal sealed class DecideDueAgainstMachinePerCase() : LifecycleComparison(
    "lifecycle.machine-per-case-due",
    "the seven decisions of a late case, ours with both due times after each; no audit on either side",
    "one Stateless machine built per case, seven Fire",
    "ns/case")
{
    private long _ticks;

    public override long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            for (var step = 0; step < Walk.Steps.Length; step++)
            {
                var decision = LateCase.Lifecycle.Decide(Walk.Before[step], Walk.Steps[step].Command, Walk.Steps[step].Context);
                _ticks ^= decision.StepDue?.Ticks ?? 0;
                _ticks ^= decision.CaseDue?.Ticks ?? 0;
                sum = Checksum.Add(sum, decision.To is { } to ? NumberOf(to) : -1);
            }
        }

        return sum;
    }

    public override long Theirs(int n) => DecideAgainstMachinePerCase.WalkMachines(n, Commands);
}

/// <summary>The seven decisions of a whole case and the case after each, from entries that are sealed already.</summary>
internal sealed class DecideApplyAgainstMachinePerCase() : LifecycleComparison(
    "lifecycle.machine-per-case-apply",
    "the seven decisions of a late case and the case after each, from sealed entries; no audit on either side",
    "one Stateless machine built per case, seven Fire",
    "ns/case")
{
    public override long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var current = Walk.Opened;
            for (var step = 0; step < Walk.Steps.Length; step++)
            {
                if (!LateCase.Lifecycle.Decide(current, Walk.Steps[step].Command, Walk.Steps[step].Context).IsAllowed)
                    return -1;
                current = Case.Apply(current, Walk.Entries[step]);
                sum = Checksum.Add(sum, NumberOf(current.Step));
            }
        }

        return sum;
    }

    public override long Theirs(int n) => DecideAgainstMachinePerCase.WalkMachines(n, Commands);
}
