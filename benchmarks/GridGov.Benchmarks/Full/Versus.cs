using BenchmarkDotNet.Attributes;

namespace GridGov.Benchmarks;

/// <summary>One comparison as a BenchmarkDotNet class; the peer is the baseline.</summary>
[MemoryDiagnoser]
public abstract class Versus
{
    /// <summary>Operations in one call: enough that the call itself does not count.</summary>
    private const int Operations = 1024;

    private protected Versus(IComparison comparison) => Comparison = comparison;

    internal IComparison Comparison { get; }

    /// <summary>Makes the data of both sides.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Comparison.Setup();
        if (Comparison.Ours(Operations) != Comparison.Theirs(Operations))
            throw new MismatchException(Comparison, Operations);
    }

    /// <summary>The peer.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public long Theirs() => Comparison.Theirs(Operations);

    /// <summary>The library.</summary>
    [Benchmark(OperationsPerInvoke = Operations)]
    public long Ours() => Comparison.Ours(Operations);
}
