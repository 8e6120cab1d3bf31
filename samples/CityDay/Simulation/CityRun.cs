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
/// Plays a script: reports arrive at their times, and everybody does their part of the lifecycle. Events at one
/// instant are taken in a fixed order (what people do, then arrivals, then clocks), so a script has one outcome.
/// For one thread.
/// </summary>
internal sealed class CityRun
{
    private readonly CityScript _script;
    private readonly SimulatedTime _time;
    private readonly CaseDesk _desk;
    private readonly PriorityQueue<(int Errand, CaseId Case), (DateTimeOffset At, long Order)> _acts = new();
    private readonly Dictionary<CaseId, Plan> _plans = [];
    private readonly List<RefusedReport> _refused = [];
    private readonly Actor _acceptor;
    private readonly CityLoop _loop;
    private long _order;
    private int _queued;
    private int _archived;

    private CityRun(CityScript script, SimulatedTime time, CaseDesk desk)
    {
        _script = script;
        _time = time;
        _desk = desk;
        _acceptor = new(new("acceptor"), desk.City.Center, Role.Acceptor);
        _loop = script.Loop;
    }

    /// <summary>Plays a script to its last clock, or until it is cancelled.</summary>
    /// <param name="script">The script.</param>
    /// <param name="store">Where the log is kept.</param>
    /// <param name="progress">Told now and then, and at the end.</param>
    /// <param name="ct">Ends the run early; what was done so far stands.</param>
    /// <param name="checkpoints">Signs the log day by day, or null.</param>
    public static async Task<RunResult> PlayAsync(
        CityScript script, ICaseStore store, Action<RunProgress> progress, CancellationToken ct, DailyCheckpoints? checkpoints = null)
    {
        var time = new SimulatedTime(script.Arrivals[0].Report.At);
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(store)
            .AddGridGov(city =>
            {
                script.Configure(city);
                city.Lifecycle = script.Loop.Lifecycle;
            })
            .BuildServiceProvider();
        var run = await new CityRun(script, time, services.GetRequiredService<CaseDesk>()).PlayAsync(progress, checkpoints, ct);
        if (checkpoints is not null)
            await checkpoints.TakeAsync(run.EndedAt);
        return run;
    }

    private async Task<RunResult> PlayAsync(Action<RunProgress> progress, DailyCheckpoints? checkpoints, CancellationToken ct)
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
            if (checkpoints is not null)
                await checkpoints.BeforeAsync(next);
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

        _plans.Add(opened.Value.Id, new(arrival, SeededRandom.For(_script.Head.Seed, $"steps:{opened.Value.Id}")));
        if (_loop.Errands[0].Kind == ErrandKind.Assign)
            await AssignAsync(opened.Value.Id, 0);
        else
            Next(opened.Value.Id, 0);
    }

    private async Task AssignAsync(CaseId id, int errand)
    {
        var assigned = await _desk.AssignAsync(id, Actor.System);
        if (assigned.IsAccepted)
            Next(id, errand + 1);
        else if (assigned.Refusal!.Code == RefusalCodes.NobodyFree)
            _queued++;
        else
            throw new InvalidOperationException($"The roster does not cover the city.\n{assigned.Refusal}");
    }

    // Puts the next errand of a case on the agenda.
    private void Next(CaseId id, int errand)
    {
        if (errand == _loop.Errands.Count)
            return;
        var plan = _plans[id];
        var next = _loop.Errands[errand];
        var handled = plan.Arrival.HandledAt;
        if (next.Kind == ErrandKind.Report)
        {
            if (handled is { } result)
                Later(errand, id, result);
            return;
        }

        // Every second reporter answers; who does not is tried again only where the lifecycle says so.
        if (next.Kind == ErrandKind.Revisit && plan.Random.Below(2) != 0)
        {
            if (_loop.GivesUp is null)
                return;
            plan.Unreachable = true;
        }

        var at = _time.GetUtcNow().AddMinutes(next.Least + plan.Random.Below(next.Spread));
        if (next.InHours)
            at = _script.Calendar.NextOpenAt(at);

        // A result that was there before the receipt would have been confirmed is confirmed at once.
        if (_loop.Errands.Skip(errand).Any(e => e.Kind == ErrandKind.Report) && next.Role == Role.Handler && handled < at)
            at = handled.Value;
        Later(errand, id, at);
    }

    private async Task DoAsync((int Errand, CaseId Case) due)
    {
        var (number, id) = due;
        var errand = _loop.Errands[number];
        var plan = _plans[id];
        switch (errand.Kind)
        {
            case ErrandKind.Assign:
                await AssignAsync(id, number);
                return;
            case ErrandKind.Report:
                await MustAsync(id, await CommandAsync(id, errand));
                Next(id, number + 1);
                foreach (var freed in await _desk.AssignWaitingAsync())
                    Next(freed.Id, _loop.Errands.Index().First(e => e.Item.Kind == ErrandKind.Assign).Index + 1);
                return;
            case ErrandKind.Check when !plan.WasReworked && plan.Random.Below(10_000) < _script.Head.ReworkPer10000:
                plan.WasReworked = true;
                await MustAsync(id, new(EightStep.Triggers.Rework, (await CommandAsync(id, errand)).By) { Note = "not as reported" });
                var again = _loop.Errands.Index().First(e => e.Item.Kind == ErrandKind.Report).Index;
                Later(again, id, _script.Calendar.NextOpenAt(_time.GetUtcNow().AddMinutes(30 + plan.Random.Below(451))));
                return;
            case ErrandKind.Revisit when plan.Unreachable:
                await TryInVainAsync(id, number, plan);
                return;
        }

        await MustAsync(id, await CommandAsync(id, errand));
        if (number + 1 == _loop.Errands.Count)
            _plans.Remove(id);
        else
            Next(id, number + 1);
    }

    private async Task TryInVainAsync(CaseId id, int number, Plan plan)
    {
        var by = (await CommandAsync(id, _loop.Errands[number])).By;
        var tried = await MustAsync(id, new(SideRoads.Triggers.NotReached, by) { Facts = new() { Answer = Satisfaction.NotReached } });
        if (tried.Unreached < 3)
        {
            Later(number, id, _script.Calendar.NextOpenAt(_time.GetUtcNow().AddMinutes(60 + plan.Random.Below(121))));
            return;
        }

        await MustAsync(id, new(_loop.GivesUp!, by));
        _plans.Remove(id);
    }

    private async Task<CaseCommand> CommandAsync(CaseId id, Errand errand)
    {
        var by = errand.Role switch
        {
            Role.Handler => await HandlerAsync(id),
            Role.Reporter => new(new("reporter"), default, Role.Reporter),
            var role => new Actor(new(RoleName(role)), errand.Body ?? _desk.City.Center, role),
        };
        return new(errand.Trigger, by) { Note = errand.Note, Facts = errand.Facts };
    }

    private static string RoleName(Role role) => role switch
    {
        Role.Acceptor => "acceptor",
        Role.Collector => "collector",
        Role.Dispatcher => "dispatcher",
        _ => "verifier",
    };

    private void Later(int errand, CaseId id, DateTimeOffset at)
    {
        var now = _time.GetUtcNow();
        _acts.Enqueue((errand, id), (at > now ? at : now, _order++));
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

        public bool Unreachable { get; set; }
    }
}
