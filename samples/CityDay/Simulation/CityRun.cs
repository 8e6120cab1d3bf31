using CityDay.City;
using GridGov;
using GridGov.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace CityDay.Simulation;

/// <summary>How far a run has come: a report counts once when it arrives and once when it is refused or archived.</summary>
internal readonly record struct RunProgress(int Played, int Archived, int Done, int Total);

/// <summary>A report that did not become a case, and why.</summary>
internal sealed record RefusedReport(Report Report, Refusal Refusal);

/// <summary>What a run counted at its own end; the log is counted apart from it.</summary>
internal sealed record RunResult(
    IReadOnlyList<RefusedReport> Refused, int Played, int Queued, bool Cancelled, DateTimeOffset EndedAt);

/// <summary>
/// Plays a script: reports arrive at their times, and everybody does their part of the eight steps. Events at one
/// instant are taken in a fixed order (what people do, then arrivals, then clocks), so a script has one outcome.
/// For one thread.
/// </summary>
internal sealed class CityRun
{
    private readonly CityScript _script;
    private readonly SimulatedTime _time;
    private readonly CaseDesk _desk;
    private readonly PriorityQueue<(Act Act, CaseId Case), (DateTimeOffset At, long Order)> _acts = new();
    private readonly Dictionary<CaseId, Plan> _plans = [];
    private readonly List<RefusedReport> _refused = [];
    private readonly Actor _acceptor;
    private readonly Actor _verifier;
    private readonly Actor _reporter = new(new("reporter"), default, Role.Reporter);
    private long _order;
    private int _queued;
    private int _archived;

    private CityRun(CityScript script, SimulatedTime time, CaseDesk desk)
    {
        _script = script;
        _time = time;
        _desk = desk;
        _acceptor = new(new("acceptor"), desk.City.Center, Role.Acceptor);
        _verifier = new(new("verifier"), desk.City.Center, Role.Verifier);
    }

    private enum Act
    {
        Start,
        Report,
        Check,
        Evaluate,
    }

    /// <summary>Plays a script to its last clock, or until it is cancelled.</summary>
    /// <param name="script">The script.</param>
    /// <param name="store">Where the log is kept.</param>
    /// <param name="progress">Told now and then, and at the end.</param>
    /// <param name="ct">Ends the run early; what was done so far stands.</param>
    public static async Task<RunResult> PlayAsync(CityScript script, ICaseStore store, Action<RunProgress> progress, CancellationToken ct)
    {
        var time = new SimulatedTime(script.Arrivals[0].Report.At);
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(store)
            .AddGridGov(script.Configure)
            .BuildServiceProvider();
        return await new CityRun(script, time, services.GetRequiredService<CaseDesk>()).PlayAsync(progress, ct);
    }

    private async Task<RunResult> PlayAsync(Action<RunProgress> progress, CancellationToken ct)
    {
        var arrivals = _script.Arrivals;
        var played = 0;
        var steps = 0;
        var total = (2 * arrivals.Count) - arrivals.Count(a => a.HandledAt is null);
        var cancelled = false;
        while (true)
        {
            var act = _acts.TryPeek(out _, out var first) ? first.At : DateTimeOffset.MaxValue;
            var arrival = played < arrivals.Count ? arrivals[played].Report.At : DateTimeOffset.MaxValue;
            var due = _desk.NextDue ?? DateTimeOffset.MaxValue;
            var next = act <= arrival ? act : arrival;
            next = next <= due ? next : due;
            if (next == DateTimeOffset.MaxValue)
                break;
            cancelled = ct.IsCancellationRequested;
            if (cancelled)
                break;
            _time.AdvanceTo(next);
            if (act == next)
                await DoAsync(_acts.Dequeue());
            else if (arrival == next)
                await ArriveAsync(arrivals[played++]);
            else
                _archived += (await _desk.TickAsync(CancellationToken.None)).Count(c => c.IsClosed);
            if (++steps % 256 == 0)
                progress(Progress());
        }

        progress(Progress());
        return new(_refused, played, _queued, cancelled, _time.GetUtcNow());

        RunProgress Progress() => new(played, _archived, played + _refused.Count + _archived, total);
    }

    private async Task ArriveAsync(Arrival arrival)
    {
        var opened = await _desk.OpenAsync(arrival.Report, _acceptor);
        if (opened.Refusal is { } refusal)
        {
            _refused.Add(new(arrival.Report, refusal));
            return;
        }

        var @case = opened.Value;
        _plans.Add(@case.Id, new(arrival, SeededRandom.For(_script.Head.Seed, $"steps:{@case.Id}")));
        var assigned = await _desk.AssignAsync(@case.Id, Actor.System);
        if (assigned.TryGetValue(out var given))
            Assigned(given);
        else if (assigned.Refusal!.Code == RefusalCodes.NobodyFree)
            _queued++;
        else
            throw new InvalidOperationException($"The roster does not cover the city.\n{assigned.Refusal}");
    }

    private void Assigned(Case @case)
    {
        var plan = _plans[@case.Id];
        var start = _time.GetUtcNow().AddMinutes(5 + plan.Random.Below(56));

        // A result that was there before the receipt would have been confirmed is confirmed at once.
        if (plan.Arrival.HandledAt is { } handled && handled < start)
            start = handled;
        Later(Act.Start, @case.Id, start);
    }

    private async Task DoAsync((Act Act, CaseId Case) due)
    {
        var (act, id) = due;
        var plan = _plans[id];
        var now = _time.GetUtcNow();
        switch (act)
        {
            case Act.Start:
                var started = await MustAsync(id, new(EightStep.Triggers.Start, await HandlerAsync(id)));
                if (plan.Arrival.HandledAt is { } handled)
                    Later(Act.Report, started.Id, handled);
                break;
            case Act.Report:
                await MustAsync(id, new(EightStep.Triggers.Report, await HandlerAsync(id)) { Note = "handled on site", Facts = new() { Outcome = CaseOutcome.Solved } });
                Later(Act.Check, id, _script.Calendar.NextOpenAt(now.AddMinutes(10 + plan.Random.Below(351))));
                foreach (var freed in await _desk.AssignWaitingAsync())
                    Assigned(freed);
                break;
            case Act.Check when !plan.WasReworked && plan.Random.Below(10_000) < _script.Head.ReworkPer10000:
                plan.WasReworked = true;
                await MustAsync(id, new(EightStep.Triggers.Rework, _verifier) { Note = "not as reported" });
                Later(Act.Report, id, _script.Calendar.NextOpenAt(now.AddMinutes(30 + plan.Random.Below(451))));
                break;
            case Act.Check:
                await MustAsync(id, new(EightStep.Triggers.Verify, _verifier));
                if (plan.Random.Below(2) == 0)
                    Later(Act.Evaluate, id, now.AddMinutes(60 + plan.Random.Below(2821)));
                break;
            case Act.Evaluate:
                await MustAsync(id, new(EightStep.Triggers.Evaluate, _reporter) { Note = "answered", Facts = new() { Answer = Satisfaction.Satisfied } });
                _plans.Remove(id);
                break;
        }
    }

    private void Later(Act act, CaseId id, DateTimeOffset at)
    {
        var now = _time.GetUtcNow();
        _acts.Enqueue((act, id), (at > now ? at : now, _order++));
    }

    private async Task<Actor> HandlerAsync(CaseId id)
    {
        var @case = await _desk.FindAsync(id);
        return new(@case!.Handler!.Value, @case.Lead, Role.Handler);
    }

    // The script does only what the lifecycle allows; a refusal here is a fault of the sample.
    private async Task<Case> MustAsync(CaseId id, CaseCommand command)
    {
        var outcome = await _desk.DoAsync(id, command);
        return outcome.TryGetValue(out var @case) ? @case : throw new InvalidOperationException(outcome.Refusal!.ToString());
    }

    private sealed class Plan(Arrival arrival, SeededRandom random)
    {
        public Arrival Arrival { get; } = arrival;

        public SeededRandom Random { get; } = random;

        public bool WasReworked { get; set; }
    }
}
