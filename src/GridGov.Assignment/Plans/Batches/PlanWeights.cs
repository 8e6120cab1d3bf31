namespace GridGov.Assignment;

/// <summary>
/// How the criteria of dispatch were folded into one whole number for a batch. A case costs, for each criterion, the
/// weight times what its worker is worse by than the best that the case could have by that criterion alone. Immutable;
/// thread-safe.
/// </summary>
/// <remarks>
/// The weights are the smallest with which no sum of less important criteria outweighs one step of a more important one,
/// over the whole batch where that fits into the numbers of the solver (<see cref="IsOfTotals"/>), else within each case.
/// </remarks>
public sealed record PlanWeights
{
    // Twice this is a cost too.
    private const int Most = (1 << 30) - 1;

    /// <summary>One level of the grid tree further up; the preferred worker is one level nearer than all.</summary>
    public required int Level { get; init; }

    /// <summary>One place later among the posts that the duty prefers.</summary>
    public required int Post { get; init; }

    /// <summary>One place later among those who know the matter.</summary>
    public required int Continuity { get; init; }

    /// <summary>One more nice-to-have skill missing.</summary>
    public required int NiceToHave { get; init; }

    /// <summary>Leaving an ordinary case without anybody; an urgent one costs twice as much.</summary>
    public required int Unplaced { get; init; }

    /// <summary>
    /// Whether the sums over the batch are in dictionary order: first the least sum of levels, then of posts, and so on.
    /// If not, the least sum of costs is sought that order each case's workers so.
    /// </summary>
    public required bool IsOfTotals { get; init; }

    /// <summary>Whether one case more outweighs all else: as many as possible are placed, and of the urgent as many.</summary>
    public required bool PlacesMost { get; init; }

    internal static PlanWeights Of(BatchArcs batch, out int[] arcCosts)
    {
        var (sums, greatest) = (new long[4], new long[4]);
        var best = new ArcTerms[batch.Cases.Count];
        for (var c = 0; c < best.Length; c++)
        {
            var (least, most) = (batch.Arcs[batch.RowStarts[c]], batch.Arcs[batch.RowStarts[c]]);
            for (var a = batch.RowStarts[c] + 1; a < batch.RowStarts[c + 1]; a++)
                (least, most) = (Each(least, batch.Arcs[a], Math.Min), Each(most, batch.Arcs[a], Math.Max));
            best[c] = least;
            Span<long> ranges = [most.Level - least.Level, most.Post - least.Post, most.Continuity - least.Continuity, most.MissingNice - least.MissingNice];
            for (var k = 0; k < 4; k++)
                (sums[k], greatest[k]) = (sums[k] + ranges[k], Math.Max(greatest[k], ranges[k]));
        }

        var isOfTotals = TryFold(sums, out var weights);
        if (!isOfTotals && !TryFold(greatest, out weights))
            throw new InvalidOperationException("The criteria of one case do not fit into one number.");
        arcCosts = new int[batch.Arcs.Count];
        long together = 0;
        for (var c = 0; c < best.Length; c++)
        {
            var dearest = 0;
            for (var a = batch.RowStarts[c]; a < batch.RowStarts[c + 1]; a++)
            {
                var (arc, least) = (batch.Arcs[a], best[c]);
                arcCosts[a] = ((arc.Level - least.Level) * weights[0]) + ((arc.Post - least.Post) * weights[1])
                    + ((arc.Continuity - least.Continuity) * weights[2]) + ((arc.MissingNice - least.MissingNice) * weights[3]);
                dearest = Math.Max(dearest, arcCosts[a]);
            }

            together += dearest;
        }

        return new()
        {
            Level = weights[0],
            Post = weights[1],
            Continuity = weights[2],
            NiceToHave = weights[3],
            Unplaced = (int)Math.Min(together + 1, Most),
            IsOfTotals = isOfTotals,
            PlacesMost = together < Most,
        };
    }

    // From the least important up: a weight is one more than all less important ranges can come to.
    private static bool TryFold(long[] ranges, out int[] weights)
    {
        weights = new int[ranges.Length];
        Int128 below = 0;
        for (var k = ranges.Length - 1; k >= 0; k--)
        {
            if (below >= Most)
                return false;
            weights[k] = (int)below + 1;
            below += (Int128)ranges[k] * weights[k];
        }

        return below < Most;
    }

    private static ArcTerms Each(in ArcTerms one, in ArcTerms other, Func<int, int, int> of) =>
        new(of(one.Level, other.Level), of(one.Post, other.Post), of(one.Continuity, other.Continuity), of(one.MissingNice, other.MissingNice));
}
