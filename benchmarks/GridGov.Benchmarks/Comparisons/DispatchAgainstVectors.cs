using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov.Benchmarks;

/// <summary>
/// What a specialist would write for this very case by hand: arrays side by side, eight workers at a time with vector
/// instructions, plain writes. One thread, one level, 32 skills, no other feature.
/// </summary>
internal sealed class DispatchAgainstVectors(string id, int workers)
    : DispatchComparison(id, "hand-vectorised loop for this very case, one thread only, no interlocked writes", workers)
{
    private VectorCity _city = null!;
    private int _next;

    public static DispatchAgainstVectors Usual() => new("assignment.dispatch.vector", DispatchCity.Usual);

    public static DispatchAgainstVectors Large() => new("assignment.dispatch.vector.100k", 100_000);

    public override long Theirs(int n) => _city.Run(City.AskedPlainly, ref _next, n);

    protected override void Prepare() => _city = new(City, City.Held);
}

/// <summary>The hand-written dispatcher, also used by the comparison on two threads.</summary>
internal sealed class VectorCity
{
    private readonly int[] _starts;
    private readonly int[] _worker;
    private readonly int[] _slotOf;
    private readonly uint[] _skills;
    private readonly int[] _loads;
    private readonly int[] _capacities;
    private readonly float[] _quotients;
    private readonly long[] _taken;
    private readonly HeldCases _held;
    private long _clock;

    public VectorCity(DispatchCity city, int held)
    {
        _worker = [.. Enumerable.Range(0, city.Workers).OrderBy(i => city.GridOf[i]).ThenBy(i => i)];
        _slotOf = new int[_worker.Length];
        for (var s = 0; s < _worker.Length; s++)
            _slotOf[_worker[s]] = s;
        _skills = Array.ConvertAll(_worker, i => (uint)DispatchCity.MaskOf(city.SkillsOf[i]));
        _capacities = Array.ConvertAll(_worker, i => city.Capacities[i]);
        _quotients = Array.ConvertAll(_capacities, c => (float)c);
        _loads = new int[_worker.Length];
        _taken = new long[_worker.Length];
        _starts = new int[city.Grids + 1];
        foreach (var grid in city.GridOf)
            _starts[grid + 1]++;
        for (var g = 0; g < city.Grids; g++)
            _starts[g + 1] += _starts[g];
        _held = new(held);
    }

    public long Run(DispatchCity.PlainRequest[] asked, ref int next, int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            if (_held.IsFull)
                _loads[_slotOf[_held.TakeOldest()]]--;
            ref readonly var request = ref asked[next++ & (asked.Length - 1)];
            var best = Best(_starts[request.GridIndex], _starts[request.GridIndex + 1], (uint)request.Mask);
            var worker = -1;
            if (best >= 0)
            {
                _loads[best]++;
                _taken[best] = ++_clock;
                worker = _worker[best];
                _held.Add(worker);
            }

            sum = Checksum.Add(sum, worker);
        }

        return sum;
    }

    private int Best(int from, int to, uint needed)
    {
        Span<int> ratios = stackalloc int[32];
        var (count, least) = (to - from, int.MaxValue);
        ref var ratio = ref MemoryMarshal.GetReference(ratios);
        if (!Vector256.IsHardwareAccelerated)
            return BestOneByOne(from, to, needed);
        var (need, lowest) = (Vector256.Create(needed), Vector256.Create(int.MaxValue));
        for (var i = 0; i < count; i += 8)
        {
            var at = Math.Min(i, count - 8);
            var after = Vector256.Create(_loads.AsSpan(from + at, 8)) + Vector256<int>.One;
            var able = Vector256.LessThanOrEqual(after, Vector256.Create(_capacities.AsSpan(from + at, 8)))
                & Vector256.Equals(Vector256.Create(_skills.AsSpan(from + at, 8)) & need, need).AsInt32();
            var quotient = (Vector256.ConvertToSingle(after) / Vector256.Create(_quotients.AsSpan(from + at, 8))).AsInt32();
            var value = Vector256.ConditionalSelect(able, quotient, Vector256.Create(int.MaxValue));
            value.StoreUnsafe(ref ratio, (nuint)at);
            lowest = Vector256.Min(lowest, value);
        }

        for (var lane = 0; lane < 8; lane++)
            least = Math.Min(least, lowest[lane]);
        if (least == int.MaxValue)
            return -1;
        var (best, idlest) = (-1, long.MaxValue);
        for (var i = 0; i < count; i += 8)
        {
            var at = Math.Min(i, count - 8);
            var equal = Vector256.Equals(Vector256.LoadUnsafe(ref ratio, (nuint)at), Vector256.Create(least)).ExtractMostSignificantBits();
            for (; equal != 0; equal &= equal - 1)
            {
                var slot = from + at + BitOperations.TrailingZeroCount(equal);
                if (_taken[slot] < idlest)
                    (best, idlest) = (slot, _taken[slot]);
            }
        }

        return best;
    }

    private int BestOneByOne(int from, int to, uint needed)
    {
        var (best, least, idlest) = (-1, float.MaxValue, long.MaxValue);
        for (var slot = from; slot < to; slot++)
        {
            if ((needed & ~_skills[slot]) != 0 || _loads[slot] >= _capacities[slot])
                continue;
            var ratio = (_loads[slot] + 1) / _quotients[slot];
            if (ratio < least || (ratio == least && _taken[slot] < idlest))
                (best, least, idlest) = (slot, ratio, _taken[slot]);
        }

        return best;
    }
}
