namespace GridGov.Workflows;

/// <summary>A case that may be about the same matter.</summary>
/// <param name="Case">The case to which another could be joined.</param>
/// <param name="Metres">How far away it is.</param>
/// <param name="Apart">How long lies between the reports.</param>
public readonly record struct DuplicateCandidate(CaseId Case, double Metres, TimeSpan Apart);

/// <summary>
/// Finds cases about one matter among those that it was told of. A case is filed under its class and a square of the map
/// as wide as the rule reaches, so a search looks at a few squares and never at the city. Distances do not cross the date
/// line. Not thread-safe.
/// </summary>
public sealed class DuplicateSearch
{
    // Metres in one degree of latitude at its shortest, at the equator, so that a square is never narrower than the rule reaches.
    private const double MetresPerDegree = 110_574;

    private readonly DuplicateRule _rule;
    private readonly double _step;
    private readonly Dictionary<(ClassCode Class, long Row, long Column), List<Case>> _squares = [];

    /// <summary>Makes an empty search.</summary>
    /// <param name="rule">The rule, or null for the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A distance or time of the rule is not more than 0, or more than 10 km.</exception>
    public DuplicateSearch(DuplicateRule? rule = null)
    {
        _rule = rule ?? new();
        if (!(_rule.Metres > 0 && _rule.Metres <= 10_000) || _rule.Within <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(rule), _rule, "A duplicate is looked for within more than 0 and at most 10,000 metres, and within some time.");
        _step = _rule.Metres / MetresPerDegree;
    }

    /// <summary>Files a case; one that has no position, is closed or is joined to another already is never a head and is left out.</summary>
    /// <param name="case">The case.</param>
    /// <returns>Whether it was filed.</returns>
    public bool Add(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.IsClosed || @case.DuplicateOf is not null || SquareOf(@case) is not { } square)
            return false;
        if (!_squares.TryGetValue(square, out var cases))
            _squares.Add(square, cases = []);
        cases.RemoveAll(c => c.Id == @case.Id);
        cases.Add(@case);
        return true;
    }

    /// <summary>Forgets a case: it was closed, or joined to another.</summary>
    /// <param name="case">The case, with the report under which it was filed.</param>
    /// <returns>Whether it was there.</returns>
    public bool Remove(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (SquareOf(@case) is not { } square || !_squares.TryGetValue(square, out var cases) || cases.RemoveAll(c => c.Id == @case.Id) == 0)
            return false;
        if (cases.Count == 0)
            _squares.Remove(square);
        return true;
    }

    /// <summary>The cases to which a case could be joined: nearest first, then by the time between, then by number.</summary>
    /// <param name="case">The case, filed or not.</param>
    public ValueList<DuplicateCandidate> Find(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (SquareOf(@case) is not var (kind, row, column))
            return [];
        var here = @case.Report.Position!.Value.ToWgs84();

        // Squares are narrower in metres towards the poles, so more of them lie within reach to both sides.
        var reach = (long)Math.Ceiling(1 / Math.Max(Math.Cos((Math.Abs(here.Latitude) + _step) * Math.PI / 180), 0.01));
        var found = new List<DuplicateCandidate>();
        for (var r = row - 1; r <= row + 1; r++)
        {
            for (var c = column - reach; c <= column + reach; c++)
            {
                if (!_squares.TryGetValue((kind, r, c), out var cases))
                    continue;
                foreach (var other in cases)
                {
                    if (_rule.Matches(@case, other))
                        found.Add(new(other.Id, here.MetresTo(other.Report.Position!.Value.ToWgs84()), (other.Report.At - @case.Report.At).Duration()));
                }
            }
        }

        return ValueList.From(found.DistinctBy(f => f.Case).OrderBy(f => f.Metres).ThenBy(f => f.Apart).ThenBy(f => f.Case));
    }

    private (ClassCode Class, long Row, long Column)? SquareOf(Case @case)
    {
        if (@case.Report.Position is not { } position || position.System == 0)
            return null;
        var at = position.ToWgs84();
        return (@case.Report.Class, (long)Math.Floor((at.Latitude + 90) / _step), (long)Math.Floor((at.Longitude + 180) / _step));
    }
}
