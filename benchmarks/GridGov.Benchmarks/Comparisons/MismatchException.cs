namespace GridGov.Benchmarks;

/// <summary>The two sides of a comparison gave different answers, so their times say nothing.</summary>
internal sealed class MismatchException(IComparison comparison, int n)
    : Exception($"{comparison.Id}: the answers differ within {n} operations; the peer is: {comparison.Peer}.\nMake both sides do the same work before timing them.");
