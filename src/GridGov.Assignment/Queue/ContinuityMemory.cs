namespace GridGov.Assignment;

/// <summary>Who last completed a case with a tie, for a bounded number of ties. Not thread-safe.</summary>
internal sealed class ContinuityMemory(int most)
{
    private readonly Dictionary<string, (ActorId Worker, long Age)> _last = new(StringComparer.Ordinal);
    private readonly Queue<(string Tie, long Age)> _order = new();
    private long _age;

    public void Remember(ValueList<string> ties, ActorId worker)
    {
        foreach (var tie in ties)
        {
            _last[tie] = (worker, ++_age);
            _order.Enqueue((tie, _age));
        }

        while (_last.Count > most || _order.Count > (2L * most) + 16)
        {
            // An entry that was renewed since is in the queue again, further back.
            var (tie, age) = _order.Dequeue();
            if (_last[tie].Age == age)
                _last.Remove(tie);
        }
    }

    public ValueList<ActorId> Of(ValueList<string> ties)
    {
        var known = new List<ActorId>();
        foreach (var tie in ties)
        {
            if (_last.TryGetValue(tie, out var last) && !known.Contains(last.Worker))
                known.Add(last.Worker);
        }

        return ValueList.From(known);
    }
}
