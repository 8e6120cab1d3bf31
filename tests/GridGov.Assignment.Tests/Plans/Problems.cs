using CsCheck;

namespace GridGov.Assignment.Tests;

/// <summary>Small problems of every kind, feasible or not.</summary>
internal static class Problems
{
    public static Gen<TransportationProblem> Any(int most = 9) =>
        from workers in Gen.Int[1, most]
        from cases in Gen.Int[0, most]
        from costs in Gen.OneOf(Gen.Int[0, 0], Gen.Int[1, 3], Gen.Int[-20, 20], Gen.Int[int.MinValue, int.MaxValue]).Array[cases * workers]
        from arcs in Gen.Frequency((1, Gen.Const(0.15)), (3, Gen.Const(0.5)), (1, Gen.Const(1.0))).SelectMany(p => Gen.Double[0, 1].Select(d => d < p).Array[cases * workers])
        from capacities in Gen.Int[0, 3].Array[workers]
        from kind in Gen.Int[0, 7]
        from heads in Gen.Int[0, 3].Array[cases]
        from minima in Gen.Int[0, 2].Array[workers]
        from leave in Gen.Int[-5, 40].Array[cases]
        select Make(cases, workers, costs, arcs, capacities, (kind & 1) != 0 ? heads : [], (kind & 2) != 0 ? minima : [], (kind & 4) != 0 ? leave : []);

    public static TransportationProblem Make(int cases, int workers, int[] costs, bool[] arcs, int[] capacities, int[]? heads = null, int[]? minima = null, int[]? leave = null)
    {
        var starts = new int[cases + 1];
        var (to, cost) = (new List<int>(), new List<int>());
        for (var c = 0; c < cases; c++)
        {
            for (var w = 0; w < workers; w++)
            {
                if (!arcs[c * workers + w])
                    continue;
                to.Add(w);
                cost.Add(costs[c * workers + w]);
            }

            starts[c + 1] = to.Count;
        }

        return new(starts, to.ToArray(), cost.ToArray(), capacities)
        {
            Headcounts = heads ?? [],
            Minima = minima is null ? [] : minima.Zip(capacities, Math.Min).ToArray(),
            UnassignedCosts = leave ?? [],
        };
    }

    public static TransportationProblem With(this TransportationProblem p, int[] minima) =>
        new(p.RowStarts, p.ArcWorkers, p.ArcCosts, p.Capacities) { Headcounts = p.Headcounts, UnassignedCosts = p.UnassignedCosts, Minima = minima };

    /// <summary>Cases that all want the same few workers; a seeded generator.</summary>
    public static TransportationProblem Popular(ulong seed, int cases, int workers, int arcs, double slack, int costs = 1000)
    {
        var random = new SplitMix(seed);
        var (starts, to, cost) = (new int[cases + 1], new int[cases * arcs], new int[cases * arcs]);
        var seen = new int[workers];
        for (var c = 0; c < cases; c++)
        {
            for (var a = 0; a < arcs; a++)
            {
                int worker;
                do
                {
                    var u = random.Unit();
                    worker = (int)(workers * u * u * u);
                }
                while (seen[worker] == c + 1);
                seen[worker] = c + 1;
                (to[c * arcs + a], cost[c * arcs + a]) = (worker, 1 + random.Below(costs));
            }

            starts[c + 1] = (c + 1) * arcs;
        }

        var capacities = new int[workers];
        capacities.AsSpan().Fill((int)Math.Ceiling(cases * (1 + slack) / workers));
        return new(starts, to, cost, capacities);
    }
}

/// <summary>A generator whose sequence never changes.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public double Unit() => (Next() >> 11) * Math.ScaleB(1, -53);

    public int Below(int bound) => (int)(Unit() * bound);
}
