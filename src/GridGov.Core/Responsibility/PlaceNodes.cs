namespace GridGov;

/// <summary>
/// The nodes of the grid tree and the places below them as one forest of numbers: grids by their handles, then places in
/// ordinal order of their ids. Immutable once built.
/// </summary>
internal sealed class PlaceNodes
{
    /// <summary>How many places a place may lie within, one inside the other.</summary>
    public const int MaxDepth = 32;

    private readonly GridTree _grids;
    private readonly Place[] _places;
    private readonly int[] _rankedAbove;

    private PlaceNodes(GridTree grids, Place[] places, Dictionary<PlaceId, int> byPlace)
    {
        _grids = grids;
        _places = places;
        ByPlace = byPlace;
        _rankedAbove = new int[places.Length];
    }

    public int Count => _grids.Count + _places.Length;

    public Dictionary<PlaceId, int> ByPlace { get; }

    public static PlaceNodes Build(GridTree grids, IEnumerable<Place> places, List<Fault> faults)
    {
        var sound = Sound(grids, places, faults);
        var byPlace = new Dictionary<PlaceId, int>(sound.Length);
        for (var i = 0; i < sound.Length; i++)
            byPlace[sound[i].Id] = grids.Count + i;
        var nodes = new PlaceNodes(grids, sound, byPlace);
        nodes.Hang(faults);
        return nodes;
    }

    /// <summary>The level, or default for a place that none answers for itself, and for no node (-1).</summary>
    public ResponsibilityLevel LevelOf(int node)
    {
        if (node < 0)
            return default;
        if (node < _grids.Count)
            return (ResponsibilityLevel)(byte)_grids.LevelOf(new(node));
        return _places[node - _grids.Count].Kind switch
        {
            PlaceKind.Building => ResponsibilityLevel.Building,
            PlaceKind.Unit => ResponsibilityLevel.Neighbours,
            _ => default,
        };
    }

    /// <summary>The nearest node above that has a level, or -1.</summary>
    public int RankedAbove(int node)
    {
        if (node >= _grids.Count)
            return _rankedAbove[node - _grids.Count];
        return _grids.TryGetParent(new(node), out var parent) ? parent.Index : -1;
    }

    public GridCode GridOf(int node) => node < _grids.Count ? _grids.CodeOf(new(node)) : _places[node - _grids.Count].Grid;

    public PlaceId? PlaceOf(int node) => node < _grids.Count ? null : _places[node - _grids.Count].Id;

    private static Place[] Sound(GridTree grids, IEnumerable<Place?> places, List<Fault> faults)
    {
        var rows = new List<Place>();
        var number = 0;
        foreach (var place in places)
        {
            number++;
            if (place is null)
                faults.Add(new(FormattableString.Invariant($"place row {number}"), "it is null"));
            else
                rows.Add(place);
        }

        // Sorted, so that the same rows give the same numbers and faults whatever their order.
        rows.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        var sound = new List<Place>(rows.Count);
        foreach (var place in rows)
        {
            if (sound.Count > 0 && sound[^1].Id == place.Id)
            {
                faults.Add(new($"place {place.Id}", "the id occurs twice; keep one row"));
                continue;
            }

            sound.Add(place);
            if (!grids.TryFind(place.Grid, out _))
                faults.Add(new($"place {place.Id}", $"its grid {place.Grid} is not in the tree"));
        }

        return [.. sound];
    }

    private void Hang(List<Fault> faults)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            var place = _places[i];
            if (place.Within is { } within)
            {
                if (!ByPlace.TryGetValue(within, out var outer))
                    faults.Add(new($"place {place.Id}", $"it is within {within}, which is not among the places"));
                else if (_places[outer - _grids.Count].Grid != place.Grid)
                    faults.Add(new($"place {place.Id}", $"its grid {place.Grid} is not that of {within}, which it is within"));
            }
        }

        for (var i = 0; i < _places.Length; i++)
        {
            _rankedAbove[i] = Above(i, out var isCircle);
            var own = LevelOf(_grids.Count + i);
            if (isCircle)
                faults.Add(new($"place {_places[i].Id}", FormattableString.Invariant($"what it is within leads round in a circle, or through more than {MaxDepth} places")));
            else if (own != default && _rankedAbove[i] >= 0 && LevelOf(_rankedAbove[i]) >= own)
                faults.Add(new($"place {_places[i].Id}", $"its level {own} is not finer than that of the place around it, {LevelOf(_rankedAbove[i])}"));
        }
    }

    // A dwelling in a unit in a building in a compound is four deep. The bound keeps a circle of many places cheap to refuse.
    private int Above(int i, out bool isCircle)
    {
        isCircle = false;
        var at = i;
        for (var steps = 0; _places[at].Within is { } within && ByPlace.TryGetValue(within, out var outer); steps++)
        {
            if (LevelOf(outer) != default && outer != _grids.Count + i)
                return outer;
            if (steps >= MaxDepth)
            {
                isCircle = true;
                return -1;
            }

            at = outer - _grids.Count;
        }

        return _grids.TryFind(_places[at].Grid, out var grid) ? grid.Index : -1;
    }
}
