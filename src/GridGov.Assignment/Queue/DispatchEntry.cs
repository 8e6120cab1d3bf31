namespace GridGov.Assignment;

/// <summary>A case at a dispatcher, with everything that changes. Guarded by the dispatcher's lock.</summary>
internal sealed class DispatchEntry(DispatchCase @case, DateTimeOffset since, long number)
{
    private AssignmentRequest _request;
    private Roster? _madeFor;
    private DateTimeOffset _possibleFrom;

    public DispatchCase Case { get; private set; } = @case;

    public DateTimeOffset Since { get; } = since;

    public long Number { get; } = number;

    public DispatchStanding Standing { get; set; } = DispatchStanding.Waiting;

    /// <summary>Its place in line while it waits.</summary>
    public (long Key, long Number) Place { get; set; }

    public List<(ActorId Worker, int Weight)> Holders { get; } = [];

    public List<ActorId> Asked { get; } = [];

    public HashSet<ActorId> AskedBefore { get; } = [];

    public List<ActorId> Declined { get; } = [];

    public DateTimeOffset? AnswerUntil { get; set; }

    public HashSet<int> Fired { get; } = [];

    public int ExtraPriority { get; set; }

    public bool IsMadeUrgent { get; set; }

    public int WidenedBy { get; set; }

    public ValueList<ActorId> Known { get; set; }

    public bool IsClaimed { get; set; }

    /// <summary>Whether it was told already that nobody could ever take it.</summary>
    public bool IsStuck { get; set; }

    public void Forget() => _madeFor = null;

    public void MoveTo(GridCode code)
    {
        Case = Case with { At = code };
        Forget();
    }

    /// <summary>What it asks of the engine; false while a skill is asked for that nobody on the roster has.</summary>
    public bool TryRequest(Roster roster, DateTimeOffset now, out AssignmentRequest request)
    {
        if (_madeFor != roster)
        {
            _possibleFrom = Make(roster, out _request);
            _madeFor = roster;
        }

        request = _request;
        return now >= _possibleFrom;
    }

    /// <summary>Whether waiting can make it possible.</summary>
    public bool IsEverPossible => _possibleFrom < DateTimeOffset.MaxValue;

    private DateTimeOffset Make(Roster roster, out AssignmentRequest request)
    {
        request = default;
        if (!roster.Grids.TryFind(Case.At, out var node))
            return DateTimeOffset.MaxValue;
        var from = roster.TryGetSkills(Case.Needs, out var needs) ? Since : DateTimeOffset.MaxValue;
        var steps = new List<RelaxedNeed>(Case.Relaxing.Count);
        foreach (var (after, later) in Case.Relaxing)
        {
            // A step that nobody can satisfy is passed over: a later one will do.
            if (!roster.TryGetSkills(later, out var set))
                continue;
            if (from == DateTimeOffset.MaxValue)
                (needs, from) = (set, Since + after);
            steps.Add(new(after, set));
        }

        request = new(node, needs, Case.Weight)
        {
            IsUrgent = Case.IsUrgent || IsMadeUrgent,
            Terms = IsOrdinary() ? null : Terms(roster, node, ValueList.From(steps)),
        };
        return from;
    }

    private bool IsOrdinary() => Case is
    {
        Duty: null, Preferred: null, Excluded.IsEmpty: true, Separated.IsEmpty: true, Body: null, Relaxing.IsEmpty: true,
    } && Case.NiceToHave == SkillNeeds.None && Known.IsEmpty && Declined.Count == 0 && WidenedBy == 0;

    private RequestTerms Terms(Roster roster, GridHandle node, ValueList<RelaxedNeed> steps)
    {
        var nice = default(SkillSet);
        if (Case.NiceToHave != SkillNeeds.None)
            roster.TryGetSkills(Case.NiceToHave, out nice);
        GridHandle? widened = null;
        for (var up = 0; up < WidenedBy; up++)
        {
            if (roster.Grids.TryGetParent(widened ?? node, out var parent))
                widened = parent;
        }

        return new()
        {
            Duty = Case.Duty,
            NiceToHave = nice,
            Since = Since,
            Relaxing = steps,
            Preferred = Case.Preferred,
            PreferredFor = Case.PreferredFor,
            Continuity = Known,
            Excluded = ValueList.From(Case.Excluded.Concat(Declined)),
            Separated = Case.Separated,
            Body = Case.Body,
            Widened = widened,
        };
    }
}
