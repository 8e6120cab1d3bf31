using global::NRules.Fluent.Dsl;

namespace GridGov.Rules.Inference;

/// <summary>A report as the cluster rule sees it. Immutable and thread-safe.</summary>
/// <param name="Id">The report.</param>
/// <param name="Class">The class of the matter.</param>
/// <param name="At">When it came in.</param>
/// <param name="Place">Where, on WGS 84 or CGCS 2000.</param>
public sealed record ReportSeen(ReportId Id, ClassCode Class, DateTimeOffset At, GeoPoint Place);

/// <summary>Reports of one class that are close in place and time: one matter, or one cause (聚集性诉求). Immutable and thread-safe.</summary>
/// <param name="Class">The class.</param>
/// <param name="Reports">The reports, in the order in which they came in.</param>
public sealed record ClusterFound(ClassCode Class, ValueList<ReportId> Reports);

/// <summary>What counts as a cluster. Immutable and thread-safe.</summary>
public sealed record ClusterTerms
{
    /// <summary>From how many reports; five unless given (assumed).</summary>
    public int Reports { get; init; } = 5;

    /// <summary>Within how many metres of the first; a hundred unless given (assumed).</summary>
    public double Metres { get; init; } = 100;

    /// <summary>Within what time of the first; a week unless given (assumed).</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>
/// Five reports of one class within a hundred metres and a week become one cluster. A report is in one cluster only: the
/// first in the order in which facts are given; give them in the order in which they came in.
/// </summary>
[Name("cluster of reports")]
public sealed class ClusterRule : Rule
{
    private readonly ClusterTerms _terms;

    /// <summary>With the terms as they are.</summary>
    public ClusterRule()
        : this(new())
    {
    }

    /// <summary>With terms of a city.</summary>
    /// <param name="terms">What counts as a cluster.</param>
    public ClusterRule(ClusterTerms terms) => _terms = terms;

    /// <inheritdoc/>
    public override void Define()
    {
        ReportSeen first = null!;
        IEnumerable<ReportSeen> near = null!;
        var terms = _terms;

        When()
            .Match(() => first)
            .Not<ClusterFound>(c => c.Reports.Contains(first.Id))
            .Query(() => near, q => q
                .Match<ReportSeen>(r => r.Class == first.Class, r => IsNear(terms, first, r))
                .Collect()
                .Where(all => all.Count() >= terms.Reports));

        Then()
            .Do(ctx => ctx.Insert(new ClusterFound(first.Class, ValueList.From(near.OrderBy(r => r.At).ThenBy(r => r.Id.Value, StringComparer.Ordinal).Select(r => r.Id)))));
    }

    private static bool IsNear(ClusterTerms terms, ReportSeen first, ReportSeen other) =>
        other.At >= first.At && other.At - first.At <= terms.Within && other.Place.IsWithin(terms.Metres, first.Place);
}
