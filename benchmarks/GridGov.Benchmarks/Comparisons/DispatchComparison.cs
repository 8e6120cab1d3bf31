using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>
/// Online dispatch with completions in the loop: once 60 % of the capacity is held, the oldest case is completed
/// before each new one. Both sides must choose the same worker every time.
/// </summary>
internal abstract class DispatchComparison(string id, string peer, int workers = DispatchCity.Usual) : IComparison
{
    private HeldCases _held = new(1);
    private AssignmentEngine? _engine;
    private int _next;

    public string Id => id;

    public string Area => Areas.Assignment;

    public string What => FormattableString.Invariant(
        $"who takes a case: {workers:N0} workers, 20 a grid, skills, capacity, idle tie-break, completions");

    public string Peer => peer;

    public string Unit => "ns/case";

    protected DispatchCity City { get; private set; } = null!;

    public void Setup()
    {
        City = new(workers);
        _engine = new(City.Roster);
        _held = new(City.Held);
        Prepare();

        // Timing begins with the city as full as it stays.
        var filling = City.Held * 5 / 4;
        if (Ours(filling) != Fill(filling))
            throw new MismatchException(this, filling);
    }

    public long Ours(int n)
    {
        var engine = _engine!;
        var asked = City.Asked;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            if (_held.IsFull)
                engine.Workload.Release(_held.TakeOldest(), 1);
            var worker = engine.Assign(asked[_next++ & (asked.Length - 1)]).Worker;
            if (worker >= 0)
                _held.Add(worker);
            sum = Checksum.Add(sum, worker);
        }

        return sum;
    }

    public abstract long Theirs(int n);

    /// <summary>Makes the peer's data.</summary>
    protected abstract void Prepare();

    /// <summary>Brings the peer to its steady state; the same answers as <see cref="Theirs"/>.</summary>
    protected virtual long Fill(int n) => Theirs(n);
}
