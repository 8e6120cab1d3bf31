using GridGov.Assignment;
using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>
/// Whole cases through a desk, with everything that it keeps: admission, guards, clocks, the sealed log in memory, what is
/// due, workloads. All cases go through the day together, so many are open at once on both sides.
/// </summary>
internal sealed class DeskWalkAgainstMachinePerCase() : LifecycleComparison(
    "lifecycle.desk-walk",
    "late cases through a CaseDesk from the report to the archive: eight entries each in the in-memory store, clocks and workloads kept",
    "one Stateless machine built per case, seven Fire, no deadline and no audit",
    "ns/case")
{
    private CityProfile _city = null!;

    public override void Setup()
    {
        base.Setup();
        _city = CityProfile.Freeze(new()
        {
            Grids = GridTree.Build([new(new("grid-001"), null, "Grid", GridLevel.Grid)]),
            Calendar = Walk.Calendar,
            Duties = DutyList.Freeze("bench", 1, new("committee"), new("Regulation"),
                [new() { Code = new("lamps"), Name = new("lamps", "路灯"), Kind = DutyKind.Statutory, Basis = new("Regulation") }]),
            Standards = CaseStandards.Freeze("bench", 1,
                [new() { Class = new("street-lamp"), Name = new("lamp", "路灯"), Duty = new("lamps"), Limit = TimeLimit.WorkDays(2) }]),
            Workers = [new() { Id = Walk.Steps[0].Command.Handler!.Value, Body = Walk.Steps[0].Command.Lead!.Value, Covers = [new("grid-001")], Capacity = 1_000_000 }],
            Center = new("centre"),
        });
    }

    public override long Ours(int n)
    {
        var time = new HandClock { Now = Walk.Opened.OpenedAt };
        var desk = new CaseDesk(_city, new InMemoryCaseStore(), new AssignmentEngine(_city.Roster), time);
        var by = Walk.Steps[0].Command.By;
        var ids = new CaseId[n];
        for (var i = 0; i < n; i++)
            ids[i] = Result(desk.OpenAsync(Walk.Opened.Report with { Id = new($"case-{i:D7}") }, by)).Id;
        long sum = 0;
        foreach (var step in Walk.Steps)
        {
            time.Now = step.Context.Now;
            foreach (var id in ids)
                sum = Checksum.Add(sum, NumberOf(Result(desk.DoAsync(id, step.Command)).Step));
        }

        return sum;
    }

    public override long Theirs(int n)
    {
        var machines = new StatelessCase[n];
        for (var i = 0; i < n; i++)
            machines[i] = new(StatelessCase.Step.Accept);
        long sum = 0;
        foreach (ref readonly var command in Commands.AsSpan())
        {
            foreach (var machine in machines)
                sum = Checksum.Add(sum, (long)machine.Fire(command));
        }

        return sum;
    }

    // The store in memory never waits.
    private static Case Result(ValueTask<Outcome<Case>> outcome) => outcome.IsCompletedSuccessfully
        ? outcome.Result.Value
        : throw new InvalidOperationException("The desk waited for a store in memory.");

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
