using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>What the lifecycle comparisons share: one late case, and the same commands for both sides.</summary>
internal abstract class LifecycleComparison(string id, string what, string peer, string unit) : IComparison
{
    private static readonly string[] Ids = [.. LateCase.Lifecycle.States.Select(s => s.Id)];

    public string Id => id;

    public string Area => Areas.Lifecycle;

    public string What => what;

    public string Peer => peer;

    public string Unit => unit;

    protected LateCase Walk { get; private set; } = null!;

    protected StatelessCase.Command[] Commands { get; private set; } = [];

    public virtual void Setup()
    {
        Walk = new();
        Commands = StatelessCase.CommandsOf(Walk);
    }

    public abstract long Ours(int n);

    public abstract long Theirs(int n);

    /// <summary>The number of a step; the library's lifecycle and the machine's enum have the same order.</summary>
    protected static long NumberOf(string step)
    {
        var ids = Ids;
        for (var i = 0; i < ids.Length; i++)
        {
            if (ReferenceEquals(ids[i], step))
                return i;
        }

        return -1;
    }
}

/// <summary>One guarded decision on a case that is there already.</summary>
internal sealed class DecideAgainstFire() : LifecycleComparison(
    "lifecycle.decide",
    "report by the handler, then verify by another, in turn: roles, note, guards; no deadline on either side",
    "Stateless Fire on a ready machine, no deadline",
    "ns/decision")
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
        {
            var step = (i & 1) == 0 ? Report : Verify;
            var decision = LateCase.Lifecycle.Decide(Walk.Before[step], Walk.Steps[step].Command, Walk.Steps[step].Context);
            sum = Checksum.Add(sum, decision.To is { } to ? NumberOf(to) : -1);
        }

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
}

/// <summary>The seven decisions of a whole case, without writing them down.</summary>
internal sealed class DecideAgainstMachinePerCase() : LifecycleComparison(
    "lifecycle.machine-per-case",
    "the seven decisions of a late case; no deadline and no audit on either side",
    "one Stateless machine built per case, seven Fire",
    "ns/case")
{
    public override long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            for (var step = 0; step < Walk.Steps.Length; step++)
            {
                var decision = LateCase.Lifecycle.Decide(Walk.Before[step], Walk.Steps[step].Command, Walk.Steps[step].Context);
                sum = Checksum.Add(sum, decision.To is { } to ? NumberOf(to) : -1);
            }
        }

        return sum;
    }

    public override long Theirs(int n) => WalkMachines(n, Commands);

    internal static long WalkMachines(int n, StatelessCase.Command[] commands)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var machine = new StatelessCase(StatelessCase.Step.Accept);
            foreach (ref readonly var command in commands.AsSpan())
                sum = Checksum.Add(sum, (long)machine.Fire(command));
        }

        return sum;
    }
}

/// <summary>The whole walk with everything that the library keeps, against a machine that keeps nothing.</summary>
internal sealed class WalkAgainstMachinePerCase() : LifecycleComparison(
    "lifecycle.walk",
    "a late case through seven triggers: ours decides, seals each entry with SHA-256 and folds the case",
    "one Stateless machine built per case, no deadline and no audit",
    "ns/case")
{
    public override long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var current = Walk.Opened;
            foreach (ref readonly var step in Walk.Steps.AsSpan())
            {
                current = Case.Apply(current, LateCase.Lifecycle.Decide(current, step.Command, step.Context).ToEntry());
                sum = Checksum.Add(sum, NumberOf(current.Step));
            }
        }

        return sum;
    }

    public override long Theirs(int n) => DecideAgainstMachinePerCase.WalkMachines(n, Commands);
}
