using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CityDay.City;
using GridGov;
using GridGov.Assignment;
using GridGov.Workflows;

namespace CityDay.Simulation;

/// <summary>What came of a day that was given out round by round.</summary>
/// <param name="Placed">Cases given to somebody.</param>
/// <param name="LevelsUp">The cost: levels of the grid tree between each case and its worker, added up.</param>
/// <param name="Gini">The Gini coefficient of the work given to each worker, in parts of their capacity.</param>
/// <param name="MaxToMean">The most that one was given, in multiples of the mean.</param>
/// <param name="Late">Cases done after their limit, and those that nobody took by the end.</param>
/// <param name="Left">Of these, the cases that nobody took by the end.</param>
internal sealed record DayOutcome(int Placed, long LevelsUp, double Gini, double MaxToMean, int Late, int Left);

/// <summary>A backlog for which the staff has too little room.</summary>
/// <param name="Until">All that was reported before this lies there.</param>
/// <param name="Cases">How many cases that are.</param>
/// <param name="Plan">The plan, with the shortage.</param>
internal sealed record TightMorning(DateTimeOffset Until, int Cases, AssignmentPlan Plan);

/// <summary>
/// A day given out at every full hour: what was reported meanwhile, and what waits, either one by one as it came or by the
/// best plan. Both ways see the same rounds, staff and handling times; a case is handled as long as its report says, or four hours.
/// </summary>
internal sealed class PlannedDay
{
    private const int Least = 3;
    private const int Most = 6;
    private static readonly TimeSpan Usual = TimeSpan.FromHours(4);
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    private readonly WorkCalendar _calendar;
    private readonly List<Job> _jobs = [];
    private readonly Roster _roster;

    /// <summary>Prepares the day.</summary>
    /// <param name="script">The city.</param>
    /// <param name="arrivals">The day's reports, in order of time.</param>
    /// <param name="everyNth">Of the staff, every n-th is there; 1 for all.</param>
    public PlannedDay(CityScript script, IEnumerable<Arrival> arrivals, int everyNth)
    {
        var options = new GridGovOptions();
        script.Configure(options);
        _calendar = script.Calendar;
        _roster = Roster.Freeze(options.Grids!, options.Workers!.Where((_, i) => i % everyNth == 0));
        foreach (var arrival in arrivals)
        {
            var report = arrival.Report;
            if (!options.Standards!.TryFind(report.Class, out var standard) || !_roster.Grids.TryFind(report.Grid, out var node))
                continue;
            var request = _roster.TryGetSkills(new SkillNeeds { Skills = standard.Skills }, out var skills)
                ? new AssignmentRequest(node, skills, standard.Weight)
                : (AssignmentRequest?)null;
            var takes = arrival.HandledAt is { } at && at > report.At ? at - report.At : Usual;
            _jobs.Add(new(report.At, request, _calendar.Add(report.At, standard.Limit), takes));
        }
    }

    /// <summary>How many are there.</summary>
    public int Staff => _roster.Workers.Count;

    /// <summary>Plays the day.</summary>
    /// <param name="isPlanned">By the best plan of each round; else one by one.</param>
    /// <param name="small">The first plan of three to six cases; null where there was none, or nothing was planned.</param>
    public DayOutcome Play(bool isPlanned, out AssignmentPlan? small)
    {
        small = null;
        var time = new SimulatedTime(_jobs[0].At);
        var engine = new AssignmentEngine(_roster, time);
        var ends = new PriorityQueue<(int Worker, int Weight), DateTimeOffset>();
        var given = new double[_roster.Workers.Count];
        var waiting = new List<Job>();
        var (next, placed, late) = (0, 0, 0);
        long levels = 0;
        for (var (now, last) = (NextRound(_jobs[0].At), _jobs[^1].At + TimeSpan.FromDays(1)); now <= last; now += Round)
        {
            while (ends.TryPeek(out var done, out var end) && end <= now)
            {
                ends.Dequeue();
                engine.Workload.Release(done.Worker, done.Weight);
            }

            time.AdvanceTo(now);
            for (; next < _jobs.Count && _jobs[next].At <= now; next++)
                waiting.Add(_jobs[next]);
            var left = new List<Job>();
            if (isPlanned)
            {
                // A plan is of one weight; the heaviest first, since they fit in fewest places.
                foreach (var group in waiting.Where(j => j.Request is not null).GroupBy(j => j.Request!.Value.Weight).OrderByDescending(g => g.Key))
                {
                    Job[] jobs = [.. group];
                    var plan = engine.Optimize(Requests(jobs));
                    if (engine.Apply(plan) is not PlanApplication.Applied and var answer)
                        throw new InvalidOperationException($"Nothing else happens here, and yet: {answer}.");
                    if (small is null && jobs.Length is >= Least and <= Most)
                        small = plan;
                    for (var i = 0; i < jobs.Length; i++)
                        Note(jobs[i], plan.Decisions[i].Worker);
                }

                left.AddRange(waiting.Where(j => j.Request is null));
            }
            else
            {
                foreach (var job in waiting)
                    Note(job, job.Request is { } request ? engine.Assign(request).Worker : -1);
            }

            // In the order in which they came, whatever the order in which they were planned.
            waiting = [.. left.OrderBy(_jobs.IndexOf)];

            void Note(Job job, int worker)
            {
                if (worker < 0)
                {
                    left.Add(job);
                    return;
                }

                var request = job.Request!.Value;
                var done = now + job.Takes;
                ends.Enqueue((worker, request.Weight), done);
                given[worker] += request.Weight / (double)_roster.Workers[worker].Capacity;
                placed++;
                late += done > job.Due ? 1 : 0;
                levels += LevelsUp(request.At, _roster.Workers[worker]);
            }
        }

        return new(placed, levels, LoadSpread.Gini(given), LoadSpread.MaxToMean(given), late + waiting.Count, waiting.Count);
    }

    /// <summary>
    /// Lets the day's reports lie until a full hour, gives them to a staff that holds nothing, and finds the first hour at which
    /// that cannot be done.
    /// </summary>
    /// <param name="morning">That hour.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFindTightMorning([NotNullWhen(true)] out TightMorning? morning)
    {
        morning = null;
        for (var (until, last) = (NextRound(_jobs[0].At), _jobs[^1].At + Round); until <= last; until += Round)
        {
            var engine = new AssignmentEngine(_roster, new SimulatedTime(until));
            Job[] there = [.. _jobs.Where(j => j.At <= until && j.Request is not null)];
            foreach (var group in there.GroupBy(j => j.Request!.Value.Weight).OrderByDescending(g => g.Key))
            {
                var plan = engine.Optimize(Requests([.. group]));
                if (plan.Shortage is not null)
                {
                    morning = new(TimeZoneInfo.ConvertTime(until, _calendar.Zone), there.Length, plan);
                    return true;
                }

                engine.Apply(plan);
            }
        }

        return false;
    }

    private static AssignmentRequest[] Requests(Job[] jobs) => [.. jobs.Select(j => j.Request!.Value)];

    private static DateTimeOffset NextRound(DateTimeOffset at) => new DateTimeOffset(at.Ticks - (at.Ticks % Round.Ticks), at.Offset) + Round;

    private int LevelsUp(GridHandle at, Worker worker)
    {
        for (var levels = 0; ; levels++)
        {
            if (worker.Covers.Contains(_roster.Grids.CodeOf(at)))
                return levels;
            if (!_roster.Grids.TryGetParent(at, out at))
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Worker {worker.Id} was given a case outside the territory."));
        }
    }

    private sealed record Job(DateTimeOffset At, AssignmentRequest? Request, DateTimeOffset Due, TimeSpan Takes);
}
