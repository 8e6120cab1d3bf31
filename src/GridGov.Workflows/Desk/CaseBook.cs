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
    private readonly Dictionary<CaseId, HandOver> _leaving = [];
    // Cases that ended here, by their last version, until what is read from the store has come so far.
    private readonly Dictionary<CaseId, int> _ended = [];
    private HandlerMemory _memory = new(city.Dispatch);

    public DueQueue Due { get; private set; } = new();

    public StaffBook Staff { get; } = new(engine);

    public OpenPlaces Places { get; } = new(city, engine);

    public DuplicateBook Duplicates { get; } = new();

    public bool IsEmpty => _open.IsEmpty;

    /// <summary>How many cases have ended here whose last entries were not read from the store since.</summary>
    public int EndedCount
    {
        get
        {
            lock (_following)
                return _ended.Count;
        }
    }

    public bool TryGet(CaseId id, [NotNullWhen(true)] out Case? @case) => _open.TryGetValue(id, out @case);

    /// <summary>
    /// What is known of a case only moves forward; clocks, line and workloads move with it, under one lock, from what
    /// was known and not from what a writer saw.
    /// </summary>
    /// <param name="after">The case as a store has it.</param>
    /// <param name="entries">Its entries, at least those that are not known yet.</param>
    /// <param name="reserved">Whose weight was taken already, or null.</param>
    /// <param name="adopt">Whether a case that is not known is followed from now on; else it has ended meanwhile.</param>
    /// <param name="learns">Whether it was read from the store, in order, and not done or looked up here.</param>
    public void Follow(Case after, ValueList<CaseEntry> entries, Reservation? reserved, bool adopt, bool learns = false)
    {
        var next = DueOf(after);
        lock (_following)
        {
            var known = _open.GetValueOrDefault(after.Id);
            if (learns && HasEnded(after.Id, after.Version))
                return;
            if (known is null ? adopt && !after.IsClosed : known.Version < after.Version)
            {
                foreach (var entry in entries)
                {
                    if (entry.Number > (known?.Version ?? 0))
                        _memory.Follow(entry, after.Report);
                }

                if (!after.IsClosed)
                    _open[after.Id] = after;
                else if (_open.TryRemove(after.Id, out _) && !learns)
                    _ended[after.Id] = after.Version;
                Duplicates.Follow(known, after, _open.ContainsKey);
                SetDue(after.Id, next);
                if (_failures.Count > 0)
                    _failures.Remove(after.Id);
                if (known?.Step != after.Step || city.LifecycleOf(after).AssigningFrom(after.Step) is null)
                    Places.Remove(after.Id);
                var isGone = Staff.Move(known is null ? null : HolderOf(known), HolderOf(after), WeightOf(after), ref reserved);
                if (isGone)
                    _leaving[after.Id] = HandOver.OfOneWhoLeft(after.Handler!.Value);
                else if (_leaving.Count > 0 && _leaving.TryGetValue(after.Id, out var leaving) && HolderOf(after) != leaving.From)
                    _leaving.Remove(after.Id);
            }
        }

        // Taken for a step that holds nobody, or that another thread has followed already.
        if (reserved is { } kept)
            Staff.GiveBack(kept);
    }

    /// <summary>
    /// Keeps up with an entry read from the store, whoever wrote it; one after the other, in the order of the store. What is
    /// known already changes nothing. A case under a version that the city does not know is left to those who know it.
    /// </summary>
    public void Learn(CaseEntry entry)
    {
        Case? known;
        lock (_following)
        {
            if (HasEnded(entry.Case, entry.Number))
                return;
            known = _open.GetValueOrDefault(entry.Case);
        }

        if (known is null ? entry.Number != 1 : entry.Number <= known.Version)
            return;
        var after = Case.Apply(known, entry);
        if (city.Knows(after.Lifecycle))
            Follow(after, [entry], reserved: null, adopt: true, learns: true);
        else if (known is not null)
            Drop(known.Id);
    }

    /// <summary>The open cases that somebody holds, the one that is due first before all others.</summary>
    public Case[] HeldBy(ActorId worker) =>
        [.. _open.Values.Where(c => HolderOf(c) == worker).OrderBy(c => c.CaseDue ?? DateTimeOffset.MaxValue).ThenBy(c => c.Id)];

    /// <summary>Puts another roster or profile in force; the cases of those who left are to be handed over.</summary>
    public void Swap(Action<AssignmentEngine> replace, Actor by, string reason, DateTimeOffset now)
    {
        lock (_following)
        {
            var gone = Staff.Swap(replace);
            if (gone.Count > 0)
            {
                foreach (var @case in _open.Values)
                {
                    if (HolderOf(@case) is { } holder && gone.Contains(holder))
                        _leaving[@case.Id] = new(holder, by, reason);
                }
            }
        }

        Places.Reorder(now);
    }

    /// <summary>The cases whose holders have left, the one that is due first before all others.</summary>
    public (Case Case, HandOver Why)[] Leaving()
    {
        lock (_following)
        {
            return _leaving.Count == 0 ? [] : [.. _leaving
                .Where(l => _open.ContainsKey(l.Key)).Select(l => (_open[l.Key], l.Value))
                .OrderBy(l => l.Item1.CaseDue ?? DateTimeOffset.MaxValue).ThenBy(l => l.Item1.Id)];
        }
    }

    /// <summary>The points that somebody has earned.</summary>
    public long PointsOf(ActorId worker)
    {
        lock (_following)
            return _memory.PointsOf(worker);
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
    /// <param name="memory">What is known of handlers.</param>
    /// <param name="now">The time.</param>
    public void Restore(IReadOnlyCollection<Case> cases, IReadOnlyDictionary<ActorId, int> turns, HandlerMemory memory, DateTimeOffset now)
    {
        var held = new Dictionary<ActorId, int>();
        foreach (var @case in cases)
        {
            if (HolderOf(@case) is { } worker)
                held[worker] = held.GetValueOrDefault(worker) + WeightOf(@case);
        }

        _memory = memory;
        Staff.Restore(held, turns);
        var empty = Due;
        Due = DueQueue.From([.. cases.Select(c => (c.Id, At: DueOf(c))).Where(c => c.At is not null).Select(c => new DueCase(c.Id, c.At!.Value))]);
        foreach (var @case in cases.OrderBy(c => c.Id))
        {
            _open[@case.Id] = @case;
            if (city.LifecycleOf(@case).AssigningFrom(@case.Step) is null)
                continue;
            if (BoardOf(@case, now) is { } board)
                Places.Post(@case, board, @case.StepSince + board.For);
            else if (HasEligible(@case))
                Places.LineUp(@case, now);
        }

        foreach (var @case in cases)
            Duplicates.Follow(null, @case, _open.ContainsKey);
        Staff.CallForRound();
        empty.Retire();
    }

    /// <summary>Whose capacity the case takes up now.</summary>
    public ActorId? HolderOf(Case @case) =>
        !@case.IsClosed && city.LifecycleOf(@case).State(@case.Step).HoldsHandler ? @case.Handler : null;

    /// <summary>The terms under which a case hangs on the board by its class, until its time there is over.</summary>
    public BoardTerms? BoardOf(Case @case, DateTimeOffset now) =>
        city.DispatchOf(@case.Report.Class)?.Board is { } board
        && !(@case.StepSince + board.For <= now) && !Places.Look(@case.Id, p => p.IsBoardOver) ? board : null;

    /// <summary>What the case asks of the engine, unless nobody could ever satisfy it.</summary>
    /// <param name="case">The case.</param>
    /// <param name="request">What it asks.</param>
    /// <param name="step">The step in which it is assigned; null for the one that it is in.</param>
    /// <param name="besides">Who is not to take it besides those who may not, or null.</param>
    public bool TryRequest(Case @case, out AssignmentRequest request, string? step = null, ActorId? besides = null)
    {
        request = default;
        var roster = engine.Roster;
        if (!roster.Grids.TryFind(@case.Report.Grid, out var node) || !city.Standards.TryFind(@case.Report.Class, out var standard))
            return false;
        var rules = city.DispatchOf(@case.Report.Class);
        var isHeld = roster.TryGetSkills(standard.Skills, out var skills);
        var steps = new List<RelaxedNeed>();
        if (rules is not null)
        {
            isHeld &= roster.TryGetSkills(rules.Needs, out var further);
            skills = skills.With(further);
            foreach (var (after, needs) in rules.Relaxing)
            {
                // A step that nobody can satisfy is passed over: a later one will do.
                if (!roster.TryGetSkills(needs, out var set))
                    continue;
                steps.Add(new(after, set));
            }
        }

        if (!isHeld)
        {
            // What nobody on the roster can satisfy is not waited for where a later step will do.
            if (steps.Count == 0)
                return false;
            skills = steps[0].Skills;
        }

        var (urgent, widened, declined) = Places.Look(@case.Id, p => (p.IsMadeUrgent, p.WidenedBy, p.Declined));
        request = new(node, skills, standard.Weight)
        {
            IsUrgent = urgent || rules?.IsUrgent == true,
            Terms = TermsOf(@case, standard, step ?? @case.Step, besides, declined, Widen(roster.Grids, node, widened), ValueList.From(steps)),
        };
        return true;
    }

    private bool HasEnded(CaseId id, int number)
    {
        if (_ended.Count == 0 || !_ended.TryGetValue(id, out var last))
            return false;
        if (number >= last)
            _ended.Remove(id);
        return true;
    }

    private void Drop(CaseId id)
    {
        lock (_following)
        {
            if (!_open.TryRemove(id, out var known))
                return;
            Due.Remove(id);
            Places.Remove(id);
            _leaving.Remove(id);
            Reservation? none = null;
            Staff.Move(HolderOf(known), null, WeightOf(known), ref none);
        }
    }

    // Most cases ask nothing of the kind, and share no terms.
    private RequestTerms? TermsOf(
        Case @case, CaseStandard standard, string step, ActorId? besides, ValueList<ActorId> declined, GridHandle? widened, ValueList<RelaxedNeed> relaxing)
    {
        var body = BodyFor(@case, step);
        var excluded = @case.Recused;
        foreach (var one in declined)
            excluded = excluded.Add(one);
        if (besides is { } also)
            excluded = excluded.Add(also);
        if (city.Dispatch is not { } dispatch)
        {
            return body is null && excluded.IsEmpty && widened is null
                ? null
                : new() { Excluded = excluded, Body = body, Widened = widened };
        }

        var known = Known(@case);
        var nice = default(SkillSet);
        if (city.DispatchOf(@case.Report.Class)?.NiceToHave is { } welcome && welcome != SkillNeeds.None)
            engine.Roster.TryGetSkills(welcome, out nice);
        return new()
        {
            Duty = engine.Profile.Duties.IsEmpty ? null : standard.Duty,
            NiceToHave = nice,
            Since = @case.StepSince,
            Relaxing = relaxing,
            Preferred = known.IsEmpty || dispatch.PreferKnownFor == TimeSpan.Zero ? null : known[0],
            PreferredFor = dispatch.PreferKnownFor,
            Continuity = known,
            Excluded = excluded,
            Separated = @case.CheckedBy,
            Body = body,
            Widened = widened,
        };
    }

    // Whoever handled this very case, the last one first; then those who handled one with a tie.
    private ValueList<ActorId> Known(Case @case)
    {
        var known = @case.HandledBy.AsEnumerable().Reverse().ToList();
        lock (_following)
            known.AddRange(_memory.Known(@case.Report).Where(w => !known.Contains(w)));
        return ValueList.From(known);
    }

    private static GridHandle? Widen(GridTree grids, GridHandle node, int levels)
    {
        GridHandle? widened = null;
        for (var up = 0; up < levels; up++)
        {
            if (grids.TryGetParent(widened ?? node, out var parent))
                widened = parent;
        }

        return widened;
    }

    // The body that was decided on after a return, or where the first unit stays responsible (首接负责) that unit.
    private BodyId? BodyFor(Case @case, string step)
    {
        if (@case.IsAdjudicated)
            return @case.RightBody;
        return @case.FirstLead is { } first && city.LifecycleOf(@case).AssigningFrom(step)?.Guards.Contains(Guard.FirstLeadStays) == true ? first : null;
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

    public int WeightOf(Case @case) => city.Standards.TryFind(@case.Report.Class, out var standard) ? standard.Weight : 1;

    private bool HasEligible(Case @case) =>
        TryRequest(@case, out var request) && engine.Explain(request).Decision.Outcome != AssignmentOutcome.NobodyEligible;
}
