namespace GridGov.Assignment;

/// <summary>Staff numbers to positions: open addressing over the rows themselves. Filled once, then read by any thread.</summary>
internal sealed class IdIndex(Worker[] workers)
{
    // At most half full, so that a search ends soon.
    private readonly int[] _places = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(workers.Length * 2, 4))];

    /// <summary>Puts a row in; its number must not be there.</summary>
    public void Add(int worker, string id)
    {
        var mask = _places.Length - 1;
        var at = id.GetHashCode(StringComparison.Ordinal) & mask;
        while (_places[at] != 0)
            at = (at + 1) & mask;
        _places[at] = worker + 1;
    }

    public bool TryFind(string id, out int worker)
    {
        var mask = _places.Length - 1;
        for (var at = id.GetHashCode(StringComparison.Ordinal) & mask; _places[at] != 0; at = (at + 1) & mask)
        {
            worker = _places[at] - 1;
            if (string.Equals(workers[worker].Id.Value, id, StringComparison.Ordinal))
                return true;
        }

        worker = -1;
        return false;
    }
}
