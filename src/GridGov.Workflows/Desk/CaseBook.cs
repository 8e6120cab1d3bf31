using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>
/// What a desk knows of the open cases: where each stands, which clocks run, who holds what, and who waits. It only
/// follows what a store has accepted, so it can be made again from the log at any time. Thread-safe.
/// </summary>
internal sealed class CaseBook(CityProfile city, AssignmentEngine engine)
{
    private readonly Lock _following = new();

    // Open cases only: what ends is dropped, so memory follows the open cases.
    private readonly ConcurrentDictionary<CaseId, Case> _open = new();
    // How often the clocks of a case failed in a row; nearly always empty.
    private readonly Dictionary<CaseId, int> _failures = [];
    private long _frees;

    public DueQueue Due { get; private set; } = new();

    public WaitingLine Waiting { get; } = new();

    public DuplicateBook Duplicates { get; } = new();

    public bool IsEmpty => _open.IsEmpty;

    /// <summary>How often room appeared; grows for ever.</summary>
    public long Frees => Interlocked.Read(ref _frees);

    public bool TryGet(CaseId id, [NotNullWhen(true)] out Case? @case) => _open.TryGetValue(id, out @case);

    /// <summary>Says that there may be room for those who wait.</summary>
    public void CallForRound() => Interlocked.Increment(ref _frees);

    /// <summary>Takes weight off a worker, and says so to those who wait.</summary>
    public void GiveBack(int worker, int weight)
    {
        engine.Workload.Release(worker, weight);
        CallForRound();
    }

    /// <summary>
    /// What is known of a case only moves forward; clocks, line and workloads move with it, under one lock, from what
    /// was known and not from what a writer saw.
    /// </summary>
    /// <param name="after">The case as a store has it.</param>
    /// <param name="reserved">The worker for whom weight was taken already, or null.</param>
    /// <param name="adopt">Whether a case that is not known is followed from now on; else it has ended meanwhile.</param>
    public void Follow(Case after, int? reserved, bool adopt)
    {
        var next = DueOf(after);
        lock (_following)
        {
            var known = _open.GetValueOrDefault(after.Id);
            if (known is null ? adopt && !after.IsClosed : known.Version < after.Version)
            {
                if (after.IsClosed)
                    _open.TryRemove(after.Id, out _);
                else
                    _open[after.Id] = after;
                Duplicates.Follow(known, after, _open.ContainsKey);
                SetDue(after.Id, next);
                if (_failures.Count > 0)
                    _failures.Remove(after.Id);
                if (city.LifecycleOf(after).AssigningFrom(after.Step) is null)
                    Waiting.Remove(after.Id);
                Load(known is null ? null : HolderOf(known), HolderOf(after), WeightOf(after), ref reserved);
            }
        }

        // Taken for a step that holds nobody, or that another thread has followed already.
        if (reserved is { } worker)
            GiveBack(worker, WeightOf(after));
    }

    /// <summary>What the clocks do next with a case.</summary>
    public ClockAct? NextOf(Case @case) =>
        @case.IsClosed ? null : ClockPlan.Next(city.LifecycleOf(@case), city.Escalation, @case, city.Calendar);

    /// <summary>Moves the clock of a case that was just looked at, or silences it until it changes; not if it has changed.</summary>
    public void Postpone(Case seen, DateTimeOffset? until)
    {
        lock (_following)
        {
            if (_open.TryGetValue(seen.Id, out var known) && known.Version == seen.Version)
                SetDue(seen.Id, until);
        }
    }

    /// <summary>
    /// Puts off a clock that failed: each time twice as long, from a second to five minutes, so that neither is it
    /// forgotten nor does it keep others waiting.
    /// </summary>
    /// <returns>When it is tried again.</returns>
    public DateTimeOffset PutOff(CaseId id, DateTimeOffset now)
    {
        lock (_following)
        {
            var times = _failures.GetValueOrDefault(id);
            var again = now.AddSeconds(Math.Min(300, 1 << Math.Min(times, 9)));
            if (!_open.ContainsKey(id))
                return again;
            _failures[id] = times + 1;
            SetDue(id, again);
            return again;
        }
    }

    /// <summary>Fills an empty book.</summary>
    /// <param name="cases">The open cases.</param>
    /// <param name="turns">When each worker was last given something, as a rank.</param>
    public void Restore(IReadOnlyCollection<Case> cases, IReadOnlyDictionary<int, int> turns)
    {
        RestoreWorkloads(cases, turns);
        var empty = Due;
        Due = DueQueue.From([.. cases.Select(c => (c.Id, At: DueOf(c))).Where(c => c.At is not null).Select(c => new DueCase(c.Id, c.At!.Value))]);
        foreach (var @case in cases.OrderBy(c => c.Id))
        {
            _open[@case.Id] = @case;
            if (city.LifecycleOf(@case).AssigningFrom(@case.Step) is not null && HasEligible(@case))
                Waiting.Add(@case);
        }

        foreach (var @case in cases)
            Duplicates.Follow(null, @case, _open.ContainsKey);
        CallForRound();
        empty.Retire();
    }

    /// <summary>Whose capacity the case takes up now, by position on the roster.</summary>
    public int? HolderOf(Case @case) =>
        @case.Handler is { } handler && !@case.IsClosed
        && city.LifecycleOf(@case).State(@case.Step).HoldsHandler
        && city.Roster.TryFind(handler, out var worker) ? worker : null;

    /// <summary>What the case asks of the engine, unless nobody could ever satisfy it.</summary>
    public bool TryRequest(Case @case, out AssignmentRequest request)
    {
        request = default;
        if (!city.Grids.TryFind(@case.Report.Grid, out var node)
            || !city.Standards.TryFind(@case.Report.Class, out var standard)
            || !city.Roster.TryGetSkills(standard.Skills, out var skills))
        {
            return false;
        }

        request = new(node, skills, standard.Weight) { Terms = TermsOf(@case) };
        return true;
    }

    // Most cases ask nothing of the kind, and share no terms.
    private RequestTerms? TermsOf(Case @case)
    {
        var body = BodyFor(@case);
        return body is null && @case.Recused.IsEmpty ? null : new() { Excluded = @case.Recused, Body = body };
    }

    // The body that was decided on after a return, or where the first unit stays responsible (首接负责) that unit.
    private BodyId? BodyFor(Case @case)
    {
        if (@case.IsAdjudicated)
            return @case.RightBody;
        return @case.FirstLead is { } first && city.LifecycleOf(@case).AssigningFrom(@case.Step)?.Guards.Contains(Guard.FirstLeadStays) == true ? first : null;
    }

    // Taken in the order of the last turns, so that whoever was idle for longest still is.
    private void RestoreWorkloads(IEnumerable<Case> cases, IReadOnlyDictionary<int, int> turns)
    {
        var loads = new Dictionary<int, int>();
        foreach (var @case in cases)
        {
            if (HolderOf(@case) is { } worker)
                loads[worker] = loads.GetValueOrDefault(worker) + WeightOf(@case);
        }

        foreach (var worker in turns.OrderBy(t => t.Value).Select(t => t.Key))
        {
            var load = loads.GetValueOrDefault(worker);
            engine.Workload.Take(worker, Math.Max(load, 1));
            if (load == 0)
                engine.Workload.Release(worker, 1);
        }
    }

    private void Load(int? was, int? now, int weight, ref int? reserved)
    {
        if (was == now)
            return;
        if (now is { } next && next == reserved)
            reserved = null;
        else if (now is { } other)
            engine.Workload.Take(other, weight);
        if (was is { } previous)
            GiveBack(previous, weight);
    }

    // What was stored is followed, also where a condition of the lifecycle fails: the tick finds that out and tells it.
    private DateTimeOffset? DueOf(Case @case)
    {
        _ = city.LifecycleOf(@case);
        try
        {
            return NextOf(@case)?.At;
        }
#pragma warning disable CA1031 // Conditions are an embedder's code; whatever they throw, the case must not be lost.
        catch (Exception)
#pragma warning restore CA1031
        {
            return @case.StepDue;
        }
    }

    private void SetDue(CaseId id, DateTimeOffset? due)
    {
        if (due is { } at)
            Due.Set(id, at);
        else
            Due.Remove(id);
    }

    private int WeightOf(Case @case) => city.Standards.TryFind(@case.Report.Class, out var standard) ? standard.Weight : 1;

    private bool HasEligible(Case @case) =>
        TryRequest(@case, out var request) && engine.Explain(request).Decision.Outcome != AssignmentOutcome.NobodyEligible;
}
