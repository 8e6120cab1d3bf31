namespace GridGov.Community;

/// <summary>
/// One comparison: a group is at least, or more than, a share of another group by one measure. Computed on exact
/// numbers, never rounded. Immutable and thread-safe.
/// </summary>
/// <param name="Part">The group that is compared.</param>
/// <param name="Comparison">At least, or more than.</param>
/// <param name="Share">The share.</param>
/// <param name="Whole">The group of which the share is taken.</param>
/// <param name="Measure">What is counted.</param>
public sealed record QuorumCondition(QuorumGroup Part, QuorumComparison Comparison, Fraction Share, QuorumGroup Whole, QuorumMeasure Measure)
    : QuorumExpression
{
    /// <summary>
    /// The smallest part that meets it: a whole number of people, households or representatives, a hundredth of a square
    /// metre for areas.
    /// </summary>
    /// <param name="whole">The whole, from 0 to <see cref="MeasureFigures.Largest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The whole is outside its range.</exception>
    public decimal Least(decimal whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(whole, MeasureFigures.Largest);
        var steps = Measure == QuorumMeasure.Area ? 100m : 1m;
        var scaled = whole * steps * Share.Numerator;
        var least = decimal.Truncate(scaled / Share.Denominator);

        // The quotient may have been rounded in its last digit: the comparison decides, not the division.
        while (least > 0 && Holds(least - 1))
            least--;
        while (!Holds(least))
            least++;
        return least / steps;

        bool Holds(decimal part)
        {
            var compared = (part * Share.Denominator).CompareTo(scaled);
            return Comparison == QuorumComparison.AtLeast ? compared >= 0 : compared > 0;
        }
    }

    internal override bool IsMet(QuorumFigures figures) =>
        figures.Of(Measure) is { } counted && IsMet(counted.Of(Part), counted.Of(Whole));

    internal override void AddUnmet(QuorumFigures figures, List<QuorumFinding> unmet)
    {
        if (!IsMet(figures))
            unmet.Add(Find(figures));
    }

    internal override void AddAll(QuorumFigures figures, List<QuorumFinding> findings) => findings.Add(Find(figures));

    // Nothing of nobody decides nothing: where the whole is empty no condition holds.
    private bool IsMet(decimal part, decimal whole)
    {
        if (whole <= 0)
            return false;
        var compared = Share.CompareShare(part, whole);
        return Comparison == QuorumComparison.AtLeast ? compared >= 0 : compared > 0;
    }

    private QuorumFinding Find(QuorumFigures figures)
    {
        var counted = figures.Of(Measure);
        return counted is null
            ? new(this, null, null, null, false)
            : new(this, counted.Of(Part), counted.Of(Whole), Least(counted.Of(Whole)), IsMet(counted.Of(Part), counted.Of(Whole)));
    }
}
