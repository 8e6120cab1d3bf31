using GridGov.Assignment;

namespace GridGov.Benchmarks;

/// <summary>
/// Two threads at once, each with the cases of every other grid: on our side on one engine, on the peer's on two hand-written
/// dispatchers that share nothing. So the answers of each thread are the same on both sides. One operation is one case of
/// each thread, in half the time.
/// </summary>
internal sealed class DispatchOnTwoThreads : IComparison
{
    private const int Threads = 2;

    private readonly DispatchCity.PlainRequest[][] _plain = new DispatchCity.PlainRequest[Threads][];
    private readonly AssignmentRequest[][] _asked = new AssignmentRequest[Threads][];
    private readonly HeldCases[] _held = new HeldCases[Threads];
    private readonly VectorCity[] _peers = new VectorCity[Threads];
    private readonly int[] _next = new int[Threads * 32];
    private readonly int[] _theirNext = new int[Threads * 32];
    private AssignmentEngine _engine = null!;

    public string Id => "assignment.dispatch.threads";

    public string Area => Areas.Assignment;

    public string What => "the same on two threads: one engine against two dispatchers that share nothing";

    public string Peer => "two hand-vectorised loops, one a thread, nothing shared";

    public string Unit => "ns/case";

    public void Setup()
    {
        var city = new DispatchCity();
        _engine = new(city.Roster);
        for (var t = 0; t < Threads; t++)
        {
            int[] mine = [.. Enumerable.Range(0, city.AskedPlainly.Length).Where(i => city.AskedPlainly[i].GridIndex % Threads == t)];
            var count = 1 << 14;
            _plain[t] = [.. mine.Take(count).Select(i => city.AskedPlainly[i])];
            _asked[t] = [.. mine.Take(count).Select(i => city.Asked[i])];
            _held[t] = new(city.Held / Threads);
            _peers[t] = new(city, city.Held / Threads);
        }

        var filling = city.Held * 5 / 4;
        if (Ours(filling) != Theirs(filling))
            throw new MismatchException(this, filling);
    }

    public long Ours(int n) => Together(n, Run);

    public long Theirs(int n) => Together(n, (t, cases) => _peers[t].Run(_plain[t], ref _theirNext[t * 32], cases));

    private static long Together(int n, Func<int, int, long> run)
    {
        var each = (n + Threads - 1) / Threads;
        var sums = new long[Threads];
        var other = new Thread(() => sums[1] = run(1, each));
        other.Start();
        sums[0] = run(0, each);
        other.Join();
        return Checksum.Add(sums[0], sums[1]);
    }

    private long Run(int thread, int n)
    {
        var (engine, asked, held, next) = (_engine, _asked[thread], _held[thread], _next[thread * 32]);
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            if (held.IsFull)
                engine.Workload.Release(held.TakeOldest(), 1);
            var worker = engine.Assign(asked[next++ & (asked.Length - 1)]).Worker;
            if (worker >= 0)
                held.Add(worker);
            sum = Checksum.Add(sum, worker);
        }

        _next[thread * 32] = next;
        return sum;
    }
}
