namespace GridGov.Workflows;

/// <summary>
/// A heap with four children a node, whose entries know their place, so that one can be moved or taken out without a
/// search. An entry is known by its slot; slots are used again. Not thread-safe.
/// </summary>
internal sealed class DueHeap(int capacity)
{
    private const int Ways = 4;

    private Node[] _nodes = new Node[capacity];
    private CaseId[] _cases = new CaseId[capacity];
    private int[] _places = new int[capacity];
    private readonly Stack<int> _free = new();

    public int Count { get; private set; }

    public long FirstDue => _nodes[0].Due;

    public long DueOf(int slot) => _nodes[_places[slot]].Due;

    /// <summary>Puts an entry at the end, out of order until <see cref="Arrange"/>.</summary>
    public int Append(CaseId id, long due)
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

    /// <summary>Brings all entries into order, in linear time.</summary>
    public void Arrange()
    {
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

    /// <summary>What is due by then, in no order: those nodes lie together at the top, so nothing else is looked at but their children.</summary>
    public (long Due, CaseId Case)[] DueBy(long now)
    {
        var found = new List<(long, CaseId)>();
        var open = new Stack<int>();
        if (Count > 0 && _nodes[0].Due <= now)
            open.Push(0);
        while (open.TryPop(out var place))
        {
            found.Add((_nodes[place].Due, _cases[_nodes[place].Slot]));
            var end = Math.Min((Ways * place) + Ways, Count - 1);
            for (var child = (Ways * place) + 1; child <= end; child++)
            {
                if (_nodes[child].Due <= now)
                    open.Push(child);
            }
        }

        return [.. found];
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
        while (true)
        {
            var least = (Ways * place) + 1;
            if (least >= Count)
                break;
            var end = Math.Min(least + Ways, Count);
            for (var child = least + 1; child < end; child++)
            {
                if (_nodes[child].Due < _nodes[least].Due)
                    least = child;
            }

            if (_nodes[least].Due >= node.Due)
                break;
            Put(place, _nodes[least]);
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
