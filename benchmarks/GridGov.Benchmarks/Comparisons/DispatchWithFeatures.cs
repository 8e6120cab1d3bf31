using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>
/// Everything at once against nothing special: shifts, certificates, relaxing skills, post preference, continuity,
/// exclusions and an offer to the best three, of whom the first accepts. The sides do different work, so only the number of
/// cases is compared; that the answers are right is proved by the tests against a model.
/// </summary>
internal sealed class DispatchWithFeatures : IComparison
{
    private const int Cases = 1 << 11;

    private AssignmentEngine _engine = null!;
    private AssignmentEngine _plainEngine = null!;
    private AssignmentRequest[] _asked = [];
    private AssignmentRequest[] _plain = [];
    private HeldCases _held = new(1);
    private HeldCases _plainHeld = new(1);
    private int _next;
    private int _plainNext;

    public string Id => "assignment.features";

    public string Area => Areas.Assignment;

    public string What => "5,000 workers with shifts, certificates, posts; cases with relaxing skills, continuity, exclusions, an offer to three";

    public string Peer => "the same engine in its plain configuration: skills, capacity, idle tie-break";

    public string Unit => "ns/case";

    public void Setup()
    {
        var city = new DispatchCity();
        var rich = new DispatchCity(DispatchCity.Usual, new());
        _plainEngine = new(city.Roster);
        _engine = new(rich.Roster, new StandingTime(), new()
        {
            Duties = [new() { Duty = new("inspection"), Posts = [PostKind.FullTime, PostKind.Professional, PostKind.PartTime] }],
            UrgentReserve = 10,
        });

        // As few as stay in the cache: the terms of a case have just been made when it is decided.
        (_plain, _asked) = (city.Asked[..Cases], rich.Asked[..Cases]);
        (_plainHeld, _held) = (new(city.Held), new(city.Held / 2));
        Ours(city.Held * 2);
        Theirs(city.Held * 2);
    }

    public long Ours(int n)
    {
        Span<int> best = stackalloc int[3];
        for (var i = 0; i < n; i++)
        {
            if (_held.IsFull)
                _engine.Workload.Release(_held.TakeOldest(), 1);
            ref readonly var request = ref _asked[_next++ & (_asked.Length - 1)];
            var found = _engine.Shortlist(request, best, out var roster);
            if (found > 0 && _engine.TryAssignTo(request, roster, best[0]))
                _held.Add(best[0]);
        }

        return n;
    }

    public long Theirs(int n)
    {
        for (var i = 0; i < n; i++)
        {
            if (_plainHeld.IsFull)
                _plainEngine.Workload.Release(_plainHeld.TakeOldest(), 1);
            var worker = _plainEngine.Assign(_plain[_plainNext++ & (_plain.Length - 1)]).Worker;
            if (worker >= 0)
                _plainHeld.Add(worker);
        }

        return n;
    }
}

/// <summary>The whole reasoning against the decision alone, of the same cases in the same state.</summary>
internal sealed class ExplainAgainstAssign : IComparison
{
    private AssignmentEngine _engine = null!;
    private AssignmentRequest[] _asked = [];
    private int _next;
    private int _theirNext;

    public string Id => "assignment.explain";

    public string Area => Areas.Assignment;

    public string What => "explaining who takes a case: 20 candidates, every criterion, obstacle, margin and counterfactual";

    public string Peer => "deciding it, and giving it back";

    public string Unit => "ns/case";

    public void Setup()
    {
        var city = new DispatchCity();
        (_engine, _asked) = (new(city.Roster), city.Asked);
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, (int)_engine.Explain(_asked[_next++ & (_asked.Length - 1)]).Decision.Outcome);
        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var decision = _engine.Assign(_asked[_theirNext++ & (_asked.Length - 1)]);
            if (decision.IsAssigned)
                _engine.Workload.Release(decision.Worker, 1);
            sum = Checksum.Add(sum, (int)decision.Outcome);
        }

        return sum;
    }
}
