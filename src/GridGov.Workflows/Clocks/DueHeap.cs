namespace GridGov.Workflows;

/// <summary>
/// A heap with eight children a node, two cache lines, whose entries know their place, so that one can be moved or taken out without a
/// search. An entry is known by its slot; slots are used again. Not thread-safe.
/// </summary>
internal sealed class DueHeap(int capacity)
{
    private const int Ways = 8;

    private Node[] _nodes = GC.AllocateUninitializedArray<Node>(capacity);
    private CaseId[] _cases = new CaseId[capacity];
    private int[] _places = GC.AllocateUninitializedArray<int>(capacity);
    private readonly Stack<int> _free = new();

    public int Count { get; private set; }

    /// <summary>The case of each slot.</summary>
    public ReadOnlySpan<CaseId> Cases => _cases;

    public long FirstDue => _nodes[0].Due;

    public long DueOf(int slot) => _nodes[_places[slot]].Due;

    private int Append(CaseId id, long due)
    {
        if (!_free.TryPop(out var slot))
        {
            slot = Count;
            if (slot == _nodes.Length)
            {
                var size = Math.Max(16, slot * 2);
                Array.Resize(ref _nodes, size);
                Array.Resize(ref _cases, size);
                Array.Resize(ref _places, size);
            }
        }

        _cases[slot] = id;
        Put(Count++, new(due, slot));
        return slot;
    }

    /// <summary>Fills an empty heap of that capacity, in linear time: the slots are the positions of the cases.</summary>
    public void Fill(ReadOnlySpan<DueCase> cases)
    {
        var nodes = _nodes.AsSpan(0, cases.Length);
        var ids = _cases.AsSpan(0, cases.Length);
        var places = _places.AsSpan(0, cases.Length);
        for (var i = 0; i < cases.Length; i++)
        {
            nodes[i] = new(cases[i].Due.UtcTicks, i);
            ids[i] = cases[i].Case;
            places[i] = i;
        }

        Count = cases.Length;
        for (var i = (Count - 2) / Ways; i >= 0 && Count > 1; i--)
            Sink(i, _nodes[i]);
    }

    public int Add(CaseId id, long due)
    {
        var slot = Append(id, due);
        Rise(Count - 1, _nodes[Count - 1]);
        return slot;
    }

    public void Move(int slot, long due)
    {
        var place = _places[slot];
        var was = _nodes[place].Due;
        if (due < was)
            Rise(place, new(due, slot));
        else if (due > was)
            Sink(place, new(due, slot));
    }

    public void Remove(int slot)
    {
        var place = _places[slot];
        var last = _nodes[--Count];
        _cases[slot] = default;
        _free.Push(slot);
        if (place == Count)
            return;
        if (last.Due < _nodes[place].Due)
            Rise(place, last);
        else
            Sink(place, last);
    }

    /// <summary>
    /// What is due by then, the earliest first and then by number. Those nodes lie together at the top, so nothing else is
    /// looked at but their children.
    /// </summary>
    public DueCase[] DueBy(long now)
    {
        if (Count == 0 || _nodes[0].Due > now)
            return [];
        var nodes = _nodes.AsSpan(0, Count);
        var (dues, slots, places) = (new long[64], new int[64], new int[64]);
        var found = 1;
        (dues[0], slots[0]) = (nodes[0].Due, nodes[0].Slot);
        for (var next = 0; next < found; next++)
        {
            var first = Math.Min((Ways * places[next]) + 1, nodes.Length);
            var children = nodes[first..Math.Min(first + Ways, nodes.Length)];
            if (found + Ways > dues.Length)
            {
                Array.Resize(ref dues, found * 2);
                Array.Resize(ref slots, found * 2);
                Array.Resize(ref places, found * 2);
            }

            for (var i = 0; i < children.Length; i++)
            {
                if (children[i].Due <= now)
                    (dues[found], slots[found], places[found++]) = (children[i].Due, children[i].Slot, first + i);
            }
        }

        Array.Sort(dues, slots, 0, found);
        var due = new DueCase[found];
        for (var i = 0; i < found; i++)
            due[i] = new(_cases[slots[i]], new(dues[i], TimeSpan.Zero));
        for (int i = 0, end; i < found; i = end)
        {
            for (end = i + 1; end < found && dues[end] == dues[i];)
                end++;
            if (end - i > 1)
                due.AsSpan(i, end - i).Sort(static (a, b) => a.Case.CompareTo(b.Case));
        }

        return due;
    }

    private void Rise(int place, Node node)
    {
        while (place > 0 && node.Due < _nodes[(place - 1) / Ways].Due)
        {
            Put(place, _nodes[(place - 1) / Ways]);
            place = (place - 1) / Ways;
        }

        Put(place, node);
    }

    private void Sink(int place, Node node)
    {
        var nodes = _nodes.AsSpan(0, Count);
        while (true)
        {
            var least = (Ways * place) + 1;
            if (least >= nodes.Length)
                break;
            var end = Math.Min(least + Ways, nodes.Length);
            var due = nodes[least].Due;
            for (var child = least + 1; child < end; child++)
            {
                if (nodes[child].Due < due)
                    (least, due) = (child, nodes[child].Due);
            }

            if (due >= node.Due)
                break;
            Put(place, nodes[least]);
            place = least;
        }

        Put(place, node);
    }

    private void Put(int place, Node node)
    {
        _nodes[place] = node;
        _places[node.Slot] = place;
    }

    private readonly record struct Node(long Due, int Slot);
}
