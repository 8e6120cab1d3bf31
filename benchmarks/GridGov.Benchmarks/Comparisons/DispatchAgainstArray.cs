namespace GridGov.Benchmarks;

/// <summary>A loop written for this one case: structs side by side by grid, one thread, no levels, no checks of arguments.</summary>
internal sealed class DispatchAgainstArray(string id, int workers)
    : DispatchComparison(id, "bare loop over structs for this very case, one thread only", workers)
{
    private Slot[] _slots = [];
    private int[] _starts = [];
    private int[] _slotOf = [];
    private HeldCases _held = new(1);
    private long _clock;
    private int _next;

    public static DispatchAgainstArray Usual() => new("assignment.dispatch.array", DispatchCity.Usual);

    public static DispatchAgainstArray Large() => new("assignment.dispatch.array.100k", 100_000);

    public override long Theirs(int n)
    {
        var asked = City.AskedPlainly;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            if (_held.IsFull)
                _slots[_slotOf[_held.TakeOldest()]].Load--;
            ref readonly var request = ref asked[_next++ & (asked.Length - 1)];
            var slots = _slots.AsSpan(_starts[request.GridIndex].._starts[request.GridIndex + 1]);
            var best = -1;
            for (var s = 0; s < slots.Length; s++)
            {
                ref readonly var slot = ref slots[s];
                if ((request.Mask & ~slot.Skills) != 0 || slot.Load >= slot.Capacity)
                    continue;
                if (best < 0 || ComesBefore(slot, slots[best]))
                    best = s;
            }

            var worker = -1;
            if (best >= 0)
            {
                slots[best].Load++;
                slots[best].LastTaken = ++_clock;
                worker = slots[best].Worker;
                _held.Add(worker);
            }

            sum = Checksum.Add(sum, worker);
        }

        return sum;
    }

    protected override void Prepare()
    {
        var order = Enumerable.Range(0, City.Workers).OrderBy(i => City.GridOf[i]).ThenBy(i => i).ToArray();
        _slots = Array.ConvertAll(order, i => new Slot
        {
            Worker = i,
            Skills = DispatchCity.MaskOf(City.SkillsOf[i]),
            Capacity = City.Capacities[i],
        });
        _slotOf = new int[order.Length];
        for (var s = 0; s < order.Length; s++)
            _slotOf[order[s]] = s;
        _starts = new int[City.Grids + 1];
        foreach (var grid in City.GridOf)
            _starts[grid + 1]++;
        for (var g = 0; g < City.Grids; g++)
            _starts[g + 1] += _starts[g];
        _held = new(City.Held);
    }

    private static bool ComesBefore(in Slot one, in Slot other)
    {
        var (left, right) = ((one.Load + 1) * other.Capacity, (other.Load + 1) * one.Capacity);
        return left < right || (left == right && one.LastTaken < other.LastTaken);
    }

    private struct Slot
    {
        public ulong Skills;
        public long LastTaken;
        public int Load;
        public int Capacity;
        public int Worker;
    }
}
