namespace GridGov.Community;

/// <summary>
/// What a quorum asks: one comparison, all of several, or any of several. Nothing else derives from it. Immutable and
/// thread-safe.
/// </summary>
public abstract record QuorumExpression
{
    private protected QuorumExpression()
    {
    }

    /// <summary>All of them must hold.</summary>
    /// <param name="parts">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static QuorumExpression All(params ReadOnlySpan<QuorumExpression> parts) => new QuorumAll(Checked(parts));

    /// <summary>One of them must hold.</summary>
    /// <param name="parts">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static QuorumExpression Any(params ReadOnlySpan<QuorumExpression> parts) => new QuorumAny(Checked(parts));

    /// <summary>A part of a whole, by one measure: <c>AtLeast(Participating, 2, 3, Entitled, Area)</c>.</summary>
    /// <param name="part">The group that is compared.</param>
    /// <param name="numerator">The share's number above the line.</param>
    /// <param name="denominator">The share's number below the line.</param>
    /// <param name="whole">The group of which the share is taken.</param>
    /// <param name="measure">What is counted.</param>
    public static QuorumCondition AtLeast(QuorumGroup part, int numerator, int denominator, QuorumGroup whole, QuorumMeasure measure) =>
        new(part, QuorumComparison.AtLeast, new(numerator, denominator), whole, measure);

    /// <summary>More than a share of a whole, by one measure.</summary>
    /// <param name="part">The group that is compared.</param>
    /// <param name="numerator">The share's number above the line.</param>
    /// <param name="denominator">The share's number below the line.</param>
    /// <param name="whole">The group of which the share is taken.</param>
    /// <param name="measure">What is counted.</param>
    public static QuorumCondition MoreThan(QuorumGroup part, int numerator, int denominator, QuorumGroup whole, QuorumMeasure measure) =>
        new(part, QuorumComparison.MoreThan, new(numerator, denominator), whole, measure);

    internal abstract bool IsMet(QuorumFigures figures);

    /// <summary>Every condition that would have to change for it to hold; none when it holds.</summary>
    internal abstract void AddUnmet(QuorumFigures figures, List<QuorumFinding> unmet);

    internal abstract void AddAll(QuorumFigures figures, List<QuorumFinding> findings);

    private static ValueList<QuorumExpression> Checked(ReadOnlySpan<QuorumExpression> parts)
    {
        if (parts.IsEmpty || parts.Contains(null!))
            throw new ArgumentException("There must be at least one part, and none may be null.", nameof(parts));
        return ValueList.Create(parts);
    }
}

/// <summary>All parts must hold. Immutable and thread-safe.</summary>
public sealed record QuorumAll : QuorumExpression
{
    internal QuorumAll(ValueList<QuorumExpression> parts) => Parts = parts;

    /// <summary>The parts, at least one.</summary>
    public ValueList<QuorumExpression> Parts { get; }

    internal override bool IsMet(QuorumFigures figures) => Parts.All(p => p.IsMet(figures));

    internal override void AddUnmet(QuorumFigures figures, List<QuorumFinding> unmet)
    {
        foreach (var part in Parts)
            part.AddUnmet(figures, unmet);
    }

    internal override void AddAll(QuorumFigures figures, List<QuorumFinding> findings)
    {
        foreach (var part in Parts)
            part.AddAll(figures, findings);
    }
}

/// <summary>One of the parts must hold. Immutable and thread-safe.</summary>
public sealed record QuorumAny : QuorumExpression
{
    internal QuorumAny(ValueList<QuorumExpression> parts) => Parts = parts;

    /// <summary>The parts, at least one.</summary>
    public ValueList<QuorumExpression> Parts { get; }

    internal override bool IsMet(QuorumFigures figures) => Parts.Any(p => p.IsMet(figures));

    internal override void AddUnmet(QuorumFigures figures, List<QuorumFinding> unmet)
    {
        if (IsMet(figures))
            return;
        foreach (var part in Parts)
            part.AddUnmet(figures, unmet);
    }

    internal override void AddAll(QuorumFigures figures, List<QuorumFinding> findings)
    {
        foreach (var part in Parts)
            part.AddAll(figures, findings);
    }
}
