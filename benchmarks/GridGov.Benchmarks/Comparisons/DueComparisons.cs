using GridGov.Workflows;

namespace GridGov.Benchmarks;

/// <summary>What the comparisons of the due queue share: cases with due times in no order, each a thousandth of a tick's worth apart.</summary>
internal abstract class DueComparison(string id, string what, string peer, string unit) : IComparison
{
    protected const int Open = 1_000_000;
    protected const int PerTick = 1000;

    protected static readonly DateTimeOffset Begin = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public string Id => id;

    public string Area => Areas.Clocks;

    public string What => what;

    public string Peer => peer;

    public string Unit => unit;

    public abstract void Setup();

    public virtual void Ready()
    {
    }

    public abstract long Ours(int n);

    public abstract long Theirs(int n);

    // Every rank below the count once, in an order that has nothing to do with the numbers of the cases.
    protected static DateTimeOffset DueOf(int i, int count) => Begin.AddSeconds((long)(i * 2_654_435_761L % count));

    protected static DueCase[] Cases(int count) => [.. Enumerable.Range(0, count).Select(i => new DueCase(new($"case-{i:D7}"), DueOf(i, count)))];
}

/// <summary>A tick that finds a thousand cases among a million; with moving, each is then put off as its new clock says.</summary>
internal sealed class DueTickAgainstScan(bool isMoving) : DueComparison(
    isMoving ? "clocks.due-tick-move" : "clocks.due-tick",
    isMoving
        ? "1,000,000 open cases: ticks that find 1,000 due each, the earliest first, and put each of them off"
        : "1,000,000 open cases: ticks that find the 1,000 that are due, the earliest first",
    "a scan over the values of a Dictionary of all open cases, then a sort of what is due",
    "ns/due case")
{
    private readonly Dictionary<CaseId, Watched> _cases = [];
    private DueQueue _queue = new();
    private int _ourTick;
    private int _theirTick;

    public static DueTickAgainstScan Finding() => new(isMoving: false);

    public static DueTickAgainstScan Moving() => new(isMoving: true);

    public override void Setup()
    {
        var all = Cases(Open);
        _cases.Clear();
        foreach (var (id, due) in all)
            _cases.Add(id, new(id, due));
        _queue = DueQueue.From(all);
        (_ourTick, _theirTick) = (0, 0);
    }

    public override long Ours(int n)
    {
        long sum = 0;
        for (var done = 0; done < n; done += PerTick)
        {
            foreach (var (id, due) in _queue.DueBy(Now(_ourTick)))
            {
                if (isMoving)
                    _queue.Set(id, due.AddSeconds(Open));
                sum = Checksum.Add(sum, due.UtcTicks);
            }

            _ourTick += isMoving ? 1 : 0;
        }

        return sum;
    }

    public override long Theirs(int n)
    {
        long sum = 0;
        for (var done = 0; done < n; done += PerTick)
        {
            var now = Now(_theirTick);
            var due = new List<Watched>();
            foreach (var @case in _cases.Values)
            {
                if (@case.StepDue <= now)
                    due.Add(@case);
            }

            due.Sort(static (a, b) => a.StepDue.CompareTo(b.StepDue));
            foreach (var @case in due)
            {
                if (isMoving)
                    _cases[@case.Id] = @case with { StepDue = @case.StepDue.AddSeconds(Open) };
                sum = Checksum.Add(sum, @case.StepDue.UtcTicks);
            }

            _theirTick += isMoving ? 1 : 0;
        }

        return sum;
    }

    // As little as a case can be to be scanned: a larger one would only slow the peer.
    private sealed record Watched(CaseId Id, DateTimeOffset StepDue);

    private static DateTimeOffset Now(int tick) => Begin.AddSeconds(((tick + 1L) * PerTick) - 1);
}

/// <summary>A queue of a million cases made at once, as after a restart.</summary>
internal sealed class DueBuildAgainstSort() : DueComparison(
    "clocks.due-build",
    "a queue of n cases built at once, ready to find, move and take out each by its number",
    "Array.Sort of the same due times alone, as ticks",
    "ns/case")
{
    private const int Most = 1 << 21;

    private DueCase[] _cases = [];
    private long[] _ticks = [];
    private long[] _sorted = [];

    public override void Setup()
    {
        _cases = Cases(Most);
        _ticks = [.. _cases.Select(c => c.Due.UtcTicks)];
        _sorted = new long[Most];
    }

    // As after a start: what earlier rounds built is not collected within this one.
    public override void Ready() => GC.Collect();

    public override long Ours(int n) => DueQueue.From(_cases.AsSpan(0, n)).Next!.Value.UtcTicks;

    public override long Theirs(int n)
    {
        _ticks.AsSpan(0, n).CopyTo(_sorted);
        Array.Sort(_sorted, 0, n);
        return _sorted[0];
    }
}

/// <summary>One change of one case among a million, as at every entry of the log.</summary>
internal sealed class DueMoveAgainstSortedSet() : DueComparison(
    "clocks.due-move",
    "1,000,000 open cases: one of them moves to another time, in no order",
    "SortedSet of (due, case) beside a Dictionary of due times",
    "ns/move")
{
    private readonly SortedSet<(long Due, CaseId Case)> _set = [];
    private readonly Dictionary<CaseId, long> _due = [];
    private DueCase[] _cases = [];
    private DueQueue _queue = new();
    private int _ours;
    private int _theirs;

    public override void Setup()
    {
        _cases = Cases(Open);
        _queue = DueQueue.From(_cases);
        _set.Clear();
        _due.Clear();
        foreach (var (id, due) in _cases)
        {
            _set.Add((due.UtcTicks, id));
            _due.Add(id, due.UtcTicks);
        }

        (_ours, _theirs) = (0, 0);
    }

    public override long Ours(int n)
    {
        for (var i = 0; i < n; i++)
        {
            var (id, due) = Move(_ours++);
            _queue.Set(id, due);
        }

        return _queue.Next!.Value.UtcTicks;
    }

    public override long Theirs(int n)
    {
        for (var i = 0; i < n; i++)
        {
            var (id, due) = Move(_theirs++);
            _set.Remove((_due[id], id));
            _set.Add((due.UtcTicks, id));
            _due[id] = due.UtcTicks;
        }

        return _set.Min.Due;
    }

    private DueCase Move(int i) => new(_cases[(int)(i * 7_919L % Open)].Case, DueOf(i, Open).AddSeconds(i % 4096));
}
