using CityDay.City;
using GridGov;
using GridGov.Assignment;
using GridGov.Workflows;

namespace CityDay.Simulation;

/// <summary>One decision of a day with its reasoning, before it was taken.</summary>
internal sealed record ExplainedDecision(DateTimeOffset At, Report Report, AssignmentExplanation Why);

/// <summary>How the work of a day was spread under one policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Gini">The Gini coefficient of the work given to each worker, in parts of their capacity.</param>
/// <param name="MaxToMean">The most that one was given, in multiples of the mean.</param>
/// <param name="Given">Cases given to somebody.</param>
/// <param name="Waited">Cases that had to wait in line first.</param>
internal sealed record PolicySpread(string Policy, double Gini, double MaxToMean, int Given, int Waited);

/// <summary>
/// The busiest day of a script, given out by a dispatcher alone: a report takes capacity until its handling is done, or four
/// hours where that is not known. The desk and its eight steps are left out, so that policies can be compared.
/// </summary>
internal sealed class DispatchDay
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(4);

    private readonly Arrival[] _arrivals;
    private readonly Roster _roster;
    private readonly CaseStandards _standards;

    public DispatchDay(CityScript script)
    {
        var options = new GridGovOptions();
        script.Configure(options);
        _roster = Roster.Freeze(options.Grids!, options.Workers!);
        _standards = options.Standards!;
        (Date, _arrivals) = Busiest(script);
    }

    public DateOnly Date { get; }

    public int Reports => _arrivals.Length;

    /// <summary>The day with most reports, the first of several, by the city's clock.</summary>
    /// <param name="script">The city.</param>
    public static (DateOnly Date, Arrival[] Arrivals) Busiest(CityScript script)
    {
        var zone = script.Calendar.Zone;
        var day = script.Arrivals
            .GroupBy(a => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(a.Report.At, zone).DateTime))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .First();
        return (day.Key, [.. day]);
    }

    /// <summary>Plays the day under a policy.</summary>
    /// <param name="name">What the policy is called.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="explain">How many decisions, evenly over the day, are explained.</param>
    public (PolicySpread Spread, IReadOnlyList<ExplainedDecision> Explained) Play(string name, DispatchPolicy policy, int explain)
    {
        var time = new SimulatedTime(_arrivals[0].Report.At);
        var desk = new Dispatcher(new(_roster, time, new() { Policy = policy }), time);
        var ends = new PriorityQueue<CaseId, (DateTimeOffset At, CaseId Id)>();
        var handled = new Dictionary<CaseId, DateTimeOffset?>();
        var given = new double[_roster.Workers.Count];
        var explained = new List<ExplainedDecision>();
        var (count, waited) = (0, 0);
        for (var i = 0; i < _arrivals.Length; i++)
        {
            var report = _arrivals[i].Report;
            while (ends.TryPeek(out var done, out var end) && end.At <= report.At)
            {
                time.AdvanceTo(end.At);
                ends.Dequeue();
                Note(desk.Complete(done).Value);
            }

            time.AdvanceTo(report.At);
            if (!_standards.TryFind(report.Class, out var standard))
                continue;
            var needs = new SkillNeeds { Skills = standard.Skills };
            var @case = new DispatchCase { Id = new(report.Id.Value), At = report.Grid, Needs = needs, Weight = standard.Weight, Duty = standard.Duty };
            handled[@case.Id] = _arrivals[i].HandledAt;
            var isExplained = explain > 0 && (long)i * explain / _arrivals.Length != (i - 1L) * explain / _arrivals.Length;
            if ((i == 0 || isExplained) && explained.Count < explain
                && _roster.Grids.TryFind(report.Grid, out var node) && _roster.TryGetSkills(needs, out var skills))
            {
                explained.Add(new(report.At, report, desk.Engine.Explain(new(node, skills, standard.Weight))));
            }

            if (desk.Submit(@case).TryGetValue(out var events))
                Note(events);
        }

        return (new(name, LoadSpread.Gini(given), LoadSpread.MaxToMean(given), count, waited), explained);

        void Note(IEnumerable<DispatchEvent> events)
        {
            foreach (var e in events)
            {
                if (e.Kind == DispatchEventKind.Queued)
                    waited++;
                if (e.Kind != DispatchEventKind.Assigned || !_roster.TryFind(e.Worker, out var worker))
                    continue;
                count++;
                given[worker] += desk.Find(e.Case)!.Case.Weight / (double)_roster.Workers[worker].Capacity;
                var now = time.GetUtcNow();
                var end = handled[e.Case] is { } known && known > now ? known : now + Usual;
                ends.Enqueue(e.Case, (end, e.Case));
            }
        }
    }
}
