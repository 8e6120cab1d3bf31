using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GridGov.Assignment;

/// <summary>
/// The fast choice among the workers of one node: the lowest ratio after taking, then the longest idle, then the first by
/// staff number. It reads the seats of the node in one sweep, eight at a time where the machine can.
/// </summary>
internal static class Sweep
{
    /// <summary>The most seats that are read in one go.</summary>
    public const int Chunk = 64;

    private const int Few = 32;
    private const int Lanes = 8;

    // A non-negative floating-point number and its bits are in the same order; this is above all of them.
    private const int Nobody = int.MaxValue;

    /// <summary>The best seat of a node, or −1.</summary>
    public static int Best(EngineState state, Availability now, int node, in AssignmentRequest request)
    {
        var seats = state.Seats;
        var (from, to) = (seats.Starts[node], seats.Starts[node + 1]);
        var limits = request.IsUrgent ? now.UrgentLimits : now.Limits;
        var hasGuests = seats.GuestStarts is { } starts && starts[node] < starts[node + 1];
        if (Vector256.IsHardwareAccelerated && to - from is >= Lanes and <= Few && !hasGuests && request.Skills.Bits <= uint.MaxValue)
            return AmongFew(state, now, limits, from, to - from, request);
        var best = new Found(-1, Nobody, 0);
        for (; to - from > Chunk; from += Chunk)
            Among(state, now, limits, from, Chunk, request, ref best);
        if (to > from)
            Among(state, now, limits, from, to - from, request, ref best);
        if (hasGuests)
            AmongGuests(state, now, limits, seats.GuestStarts![node], seats.GuestStarts[node + 1], request, ref best);
        return best.Seat;
    }

    // The usual territory: everything stays in registers.
    private static int AmongFew(EngineState state, Availability now, int[] limitOf, int from, int count, in AssignmentRequest request)
    {
        ref var load = ref MemoryMarshal.GetReference(state.Workload.Loads.AsSpan(from, count));
        ref var limit = ref MemoryMarshal.GetReference(limitOf.AsSpan(from, count));
        ref var capacity = ref MemoryMarshal.GetReference(state.Seats.CapacityExact.AsSpan(from, count));
        ref var low = ref MemoryMarshal.GetReference(now.SkillsLow.AsSpan(from, count));
        var weight = Vector256.Create(request.Weight);
        var needed = Vector256.Create((uint)request.Skills.Bits);
        var (nobody, last) = (Vector256.Create(Nobody), (nuint)(count - Lanes));

        // Groups may overlap: to look twice at a seat changes nothing.
        var (second, third) = (nuint.Min(Lanes, last), nuint.Min(2 * Lanes, last));
        var one = Ratios(ref load, ref limit, ref capacity, ref low, 0, weight, needed);
        var two = Ratios(ref load, ref limit, ref capacity, ref low, second, weight, needed);
        var (three, four) = (nobody, nobody);
        if (count > 2 * Lanes)
            three = Ratios(ref load, ref limit, ref capacity, ref low, third, weight, needed);
        if (count > 3 * Lanes)
            four = Ratios(ref load, ref limit, ref capacity, ref low, last, weight, needed);
        var least = Least(Vector256.Min(Vector256.Min(one, two), Vector256.Min(three, four)));
        if (least == Nobody)
            return -1;
        var wanted = Vector256.Create(least);
        var equal = (ulong)Vector256.Equals(one, wanted).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(two, wanted).ExtractMostSignificantBits() << (int)second)
            | ((ulong)Vector256.Equals(three, wanted).ExtractMostSignificantBits() << (int)third)
            | ((ulong)Vector256.Equals(four, wanted).ExtractMostSignificantBits() << (int)last);
        var index = BitOperations.TrailingZeroCount(equal);
        equal &= equal - 1;
        if (equal == 0)
            return from + index;
        ref var taken = ref MemoryMarshal.GetReference(state.Workload.Taken.AsSpan(from, count));
        var idlest = Unsafe.Add(ref taken, index);
        for (; equal != 0; equal &= equal - 1)
        {
            var other = BitOperations.TrailingZeroCount(equal);
            var its = Unsafe.Add(ref taken, other);
            index = its < idlest ? other : index;
            idlest = its < idlest ? its : idlest;
        }

        return from + index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Ratios(
        ref int load, ref int limit, ref float capacity, ref uint low, nuint at, Vector256<int> weight, Vector256<uint> needed)
    {
        var after = Vector256.LoadUnsafe(ref load, at) + weight;
        var able = Vector256.LessThanOrEqual(after, Vector256.LoadUnsafe(ref limit, at))
            & Vector256.Equals(Vector256.LoadUnsafe(ref low, at) & needed, needed).AsInt32();
        var quotient = (Vector256.ConvertToSingle(after) / Vector256.LoadUnsafe(ref capacity, at)).AsInt32();
        return Vector256.ConditionalSelect(able, quotient, Vector256.Create(Nobody));
    }

    /// <summary>Which of up to 64 seats have the skills and the room: a bit each, the first seat lowest.</summary>
    public static ulong Able(EngineState state, Availability now, int[] limitOf, int from, int count, ulong needed, int weight)
    {
        ref var load = ref MemoryMarshal.GetReference(state.Workload.Loads.AsSpan(from, count));
        ref var limit = ref MemoryMarshal.GetReference(limitOf.AsSpan(from, count));
        ref var low = ref MemoryMarshal.GetReference(now.SkillsLow.AsSpan(from, count));
        ref var high = ref MemoryMarshal.GetReference(now.SkillsHigh.AsSpan(from, count));
        var (needLow, needHigh) = ((uint)needed, (uint)(needed >> 32));
        ulong able = 0;
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (weights, lows, highs) = (Vector256.Create(weight), Vector256.Create(needLow), Vector256.Create(needHigh));
            for (; i + Lanes <= count; i += Lanes)
            {
                var room = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref load, (nuint)i) + weights, Vector256.LoadUnsafe(ref limit, (nuint)i));
                var skilled = Vector256.Equals(Vector256.LoadUnsafe(ref low, (nuint)i) & lows, lows)
                    & Vector256.Equals(Vector256.LoadUnsafe(ref high, (nuint)i) & highs, highs);
                able |= (ulong)(room & skilled.AsInt32()).ExtractMostSignificantBits() << i;
            }
        }

        for (; i < count; i++)
        {
            if (Volatile.Read(ref Unsafe.Add(ref load, i)) + weight <= Unsafe.Add(ref limit, i)
                && (needLow & ~Unsafe.Add(ref low, i)) == 0 && (needHigh & ~Unsafe.Add(ref high, i)) == 0)
            {
                able |= 1UL << i;
            }
        }

        return able;
    }

    private static void Among(
        EngineState state, Availability now, int[] limitOf, int from, int count, in AssignmentRequest request, ref Found best)
    {
        // One check of the range for each array; after that the references stay inside it.
        ref var load = ref MemoryMarshal.GetReference(state.Workload.Loads.AsSpan(from, count));
        ref var limit = ref MemoryMarshal.GetReference(limitOf.AsSpan(from, count));
        ref var capacity = ref MemoryMarshal.GetReference(state.Seats.CapacityExact.AsSpan(from, count));
        ref var low = ref MemoryMarshal.GetReference(now.SkillsLow.AsSpan(from, count));
        ref var high = ref MemoryMarshal.GetReference(now.SkillsHigh.AsSpan(from, count));
        var (needLow, needHigh) = ((uint)request.Skills.Bits, (uint)(request.Skills.Bits >> 32));
        Span<int> ratios = stackalloc int[Chunk];
        ref var ratio = ref MemoryMarshal.GetReference(ratios);
        var least = Nobody;
        if (Vector256.IsHardwareAccelerated && count >= Lanes)
        {
            var weight = Vector256.Create(request.Weight);
            var needed = Vector256.Create(needLow);
            var lowest = Vector256.Create(Nobody);
            for (var i = 0; i < count; i += Lanes)
            {
                // The last group overlaps the one before: to look twice at a seat changes nothing.
                var at = (nuint)Math.Min(i, count - Lanes);
                var after = Vector256.LoadUnsafe(ref load, at) + weight;
                var able = Vector256.LessThanOrEqual(after, Vector256.LoadUnsafe(ref limit, at))
                    & Vector256.Equals(Vector256.LoadUnsafe(ref low, at) & needed, needed).AsInt32();
                if (needHigh != 0)
                    able &= Vector256.Equals(Vector256.LoadUnsafe(ref high, at) & Vector256.Create(needHigh), Vector256.Create(needHigh)).AsInt32();
                var quotient = (Vector256.ConvertToSingle(after) / Vector256.LoadUnsafe(ref capacity, at)).AsInt32();
                var value = Vector256.ConditionalSelect(able, quotient, Vector256.Create(Nobody));
                value.StoreUnsafe(ref ratio, at);
                lowest = Vector256.Min(lowest, value);
            }

            least = Least(lowest);
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                var after = Volatile.Read(ref Unsafe.Add(ref load, i)) + request.Weight;
                var able = after <= Unsafe.Add(ref limit, i)
                    && (needLow & ~Unsafe.Add(ref low, i)) == 0 && (needHigh & ~Unsafe.Add(ref high, i)) == 0;
                var value = able ? BitConverter.SingleToInt32Bits(after / Unsafe.Add(ref capacity, i)) : Nobody;
                Unsafe.Add(ref ratio, i) = value;
                least = Math.Min(least, value);
            }
        }

        if (least == Nobody || least > best.Ratio)
            return;
        Longest(state.Workload.Taken.AsSpan(from, count), ratios[..count], from, least, ref best);
    }

    // Among those of the lowest ratio the longest idle; seats are in the order of the staff numbers.
    private static void Longest(ReadOnlySpan<long> taken, ReadOnlySpan<int> ratios, int from, int least, ref Found best)
    {
        var idlest = best.Ratio == least ? best.Taken : long.MaxValue;
        var seat = best.Ratio == least ? best.Seat : -1;
        if (Vector256.IsHardwareAccelerated && ratios.Length >= Lanes)
        {
            var wanted = Vector256.Create(least);
            for (var i = 0; i < ratios.Length; i += Lanes)
            {
                var at = Math.Min(i, ratios.Length - Lanes);
                var equal = Vector256.Equals(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(ratios), (nuint)at), wanted)
                    .ExtractMostSignificantBits();
                for (; equal != 0; equal &= equal - 1)
                {
                    var index = at + BitOperations.TrailingZeroCount(equal);
                    if (taken[index] < idlest)
                        (idlest, seat) = (taken[index], from + index);
                }
            }
        }
        else
        {
            for (var i = 0; i < ratios.Length; i++)
            {
                if (ratios[i] == least && taken[i] < idlest)
                    (idlest, seat) = (taken[i], from + i);
            }
        }

        best = new(seat, least, idlest);
    }

    private static void AmongGuests(
        EngineState state, Availability now, int[] limitOf, int from, int to, in AssignmentRequest request, ref Found best)
    {
        var seats = state.Seats;
        foreach (ref readonly var guest in seats.Guests.AsSpan(from..to))
        {
            var seat = guest.Seat;
            var after = Volatile.Read(in state.Workload.Loads[seat]) + request.Weight;
            if (after > limitOf[seat] || (request.Skills.Bits & ~now.SkillsAt(seat)) != 0
                || (guest.Condition >= 0 && !now.LeaveIsOn[guest.Condition]))
            {
                continue;
            }

            var ratio = BitConverter.SingleToInt32Bits(after / seats.CapacityExact![seat]);
            var taken = Volatile.Read(in state.Workload.Taken[seat]);
            if (ratio < best.Ratio || (ratio == best.Ratio && (taken < best.Taken
                || (taken == best.Taken && seats.WorkerAt[seat] < seats.WorkerAt[best.Seat]))))
            {
                best = new(seat, ratio, taken);
            }
        }
    }

    private static int Least(Vector256<int> values)
    {
        var four = Vector128.Min(values.GetLower(), values.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    private readonly record struct Found(int Seat, int Ratio, long Taken);
}
