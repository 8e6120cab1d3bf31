namespace GridGov.Benchmarks;

/// <summary>The instances of the plan rows; every one comes from a stated seed and is the same on every machine.</summary>
internal static class PlanInstances
{
    /// <summary>n × n costs, each uniform in 1..1,000.</summary>
    public static int[] Uniform(int n, ulong seed)
    {
        var random = new SeededNumbers(seed);
        var costs = new int[n * n];
        for (var i = 0; i < costs.Length; i++)
            costs[i] = 1 + random.Below(1000);
        return costs;
    }

    /// <summary>Distances, rounded down, between n and n uniform points of a square of 10,000 by 10,000.</summary>
    public static int[] Euclidean(int n, ulong seed)
    {
        var random = new SeededNumbers(seed);
        var (x, y) = (new double[2 * n], new double[2 * n]);
        for (var i = 0; i < 2 * n; i++)
            (x[i], y[i]) = (random.Unit() * 10_000, random.Unit() * 10_000);
        var costs = new int[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                costs[i * n + j] = (int)Math.Sqrt((x[i] - x[n + j]) * (x[i] - x[n + j]) + (y[i] - y[n + j]) * (y[i] - y[n + j]));
        }

        return costs;
    }

    /// <summary>(i + 1)(j + 1): every path of a search leads over nearly everybody.</summary>
    public static int[] Products(int n)
    {
        var costs = new int[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                costs[i * n + j] = (i + 1) * (j + 1);
        }

        return costs;
    }

    /// <summary>Cases with arcs to random workers, all alike, or with the cube of a uniform number so that few are popular; costs uniform in 1..1,000.</summary>
    public static SparseInstance Cases(int cases, int workers, int arcs, bool popular, double slack, ulong seed)
    {
        var random = new SeededNumbers(seed);
        var made = new SparseInstance(cases, workers, arcs, slack);
        var seen = new int[workers];
        for (var c = 0; c < cases; c++)
        {
            for (var a = c * arcs; a < (c + 1) * arcs; a++)
            {
                int worker;
                do
                {
                    var u = random.Unit();
                    worker = (int)(workers * (popular ? u * u * u : u));
                }
                while (seen[worker] == c + 1);
                seen[worker] = c + 1;
                (made.Workers[a], made.Costs[a]) = (worker, 1 + random.Below(1000));
            }
        }

        return made;
    }

    /// <summary>Workers on a ring, cases at uniform places of it, arcs to the nearest workers; 50 for each worker between, and up to 499 more.</summary>
    public static SparseInstance Ring(int cases, int workers, int arcs, double slack, ulong seed)
    {
        var random = new SeededNumbers(seed);
        var made = new SparseInstance(cases, workers, arcs, slack);
        for (var c = 0; c < cases; c++)
        {
            var place = random.Unit() * workers;
            for (var a = 0; a < arcs; a++)
            {
                var at = (int)place - arcs / 2 + a;
                made.Workers[c * arcs + a] = (at + workers) % workers;
                made.Costs[c * arcs + a] = (int)(Math.Abs(place - at) * 50) + random.Below(500);
            }
        }

        return made;
    }

    /// <summary>The sparse file of the OR-Library with its 1,500 rows; where it is missing, a made-up one of its shape.</summary>
    public static SparseInstance OneToOne(ulong seed)
    {
        if (OrLibrary.Find("assignp1500.txt") is { } path)
            return OrLibrary.Read(path);
        var made = Cases(1500, 1500, 75, popular: false, 0, seed);
        for (var c = 0; c < 1500; c++)
        {
            // One arc in its own column, so that there is a plan.
            if (!made.Workers.AsSpan(c * 75, 75).Contains(c))
                made.Workers[c * 75] = c;
        }

        return made;
    }
}

/// <summary>Compressed rows.</summary>
internal sealed class SparseInstance
{
    public SparseInstance(int cases, int workers, int arcs, double slack)
    {
        Starts = [.. Enumerable.Range(0, cases + 1).Select(c => c * arcs)];
        (Workers, Costs, Capacities) = (new int[cases * arcs], new int[cases * arcs], new int[workers]);
        Capacities.AsSpan().Fill((int)Math.Ceiling(cases * (1 + slack) / workers));
    }

    public SparseInstance(int[] starts, int[] workers, int[] costs, int[] capacities) =>
        (Starts, Workers, Costs, Capacities) = (starts, workers, costs, capacities);

    public int[] Starts { get; }

    public int[] Workers { get; }

    public int[] Costs { get; }

    public int[] Capacities { get; }

    public int Cases => Starts.Length - 1;
}

/// <summary>SplitMix64: a generator whose sequence never changes.</summary>
internal sealed class SeededNumbers(ulong seed)
{
    private ulong _state = seed;

    public double Unit()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * Math.ScaleB(1, -53);
    }

    public int Below(int bound) => (int)(Unit() * bound);
}
