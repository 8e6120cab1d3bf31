using System.Diagnostics;

namespace GridGov.Benchmarks;

/// <summary>Times one comparison: both sides in this process, in turn, medians only.</summary>
internal static class QuickTimer
{
    private const int Runs = 9;
    private const int WarmUpCalls = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Compiling = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FastSide = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan SlowSide = TimeSpan.FromMilliseconds(400);

    /// <summary>Holds the answers of both sides against each other.</summary>
    /// <exception cref="MismatchException">They differ.</exception>
    public static void Check(IComparison comparison)
    {
        comparison.Setup();
        foreach (var n in comparison.IsWhole ? (ReadOnlySpan<int>)[1] : [1, 7, 1000])
            Pair(comparison, n);
    }

    /// <summary>Checks, warms up and times.</summary>
    /// <exception cref="MismatchException">The sides differ.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static QuickResult Time(IComparison comparison, CancellationToken stop)
    {
        Check(comparison);
        var n = 1;
        if (comparison.IsWhole)
        {
            WarmWhole(comparison, stop);
        }
        else
        {
            Settle(comparison, stop);
            n = Size(comparison, stop);
        }

        var pairs = new Measured[Runs];
        for (var i = 0; i < Runs; i++)
        {
            stop.ThrowIfCancellationRequested();
            pairs[i] = Pair(comparison, n);
        }

        return new(
            comparison.Id,
            comparison.Area,
            comparison.Peer,
            Math.Round(Median(pairs, p => p.Theirs / p.Ours * comparison.OursToTheirs), 3),
            Math.Round(Median(pairs, p => p.OurBytes / (double)n / comparison.OursToTheirs), 1),
            Math.Round(Median(pairs, p => p.Ours / n / comparison.OursToTheirs), 2),
            Math.Round(Median(pairs, p => p.Theirs / n), 2),
            comparison.Unit)
        {
            TheirBytesPerOp = Math.Round(Median(pairs, p => p.TheirBytes / (double)n), 1),
        };
    }

    // Tiered compilation promotes in the background after some calls, twice over: instrumented, then optimised.
    private static void Settle(IComparison comparison, CancellationToken stop)
    {
        for (var round = 0; round < 3; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < WarmUpCalls && Stopwatch.GetElapsedTime(began) < WarmUp; i++)
            {
                stop.ThrowIfCancellationRequested();
                Pair(comparison, 200);
            }

            stop.WaitHandle.WaitOne(Compiling);
        }
    }

    // The library's side alone: the peer is native code and is as fast the first time.
    private static void WarmWhole(IComparison comparison, CancellationToken stop)
    {
        for (var round = 0; round < 3; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < WarmUpCalls && Stopwatch.GetElapsedTime(began) < WarmUp / 2; i++)
            {
                stop.ThrowIfCancellationRequested();
                comparison.Ready();
                comparison.Ours(1);
            }

            stop.WaitHandle.WaitOne(Compiling);
        }

        // A side that remembers where it stopped is in step with the other again.
        comparison.Setup();
    }

    // As many operations as give the faster side a time worth reading, unless the slower side takes too long by then.
    private static int Size(IComparison comparison, CancellationToken stop)
    {
        var n = 64;
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var pair = Pair(comparison, n);
            if (Math.Min(pair.Ours, pair.Theirs) >= FastSide.TotalNanoseconds
                || Math.Max(pair.Ours, pair.Theirs) >= SlowSide.TotalNanoseconds / 2)
            {
                return n;
            }

            n *= 2;
        }
    }

    private static Measured Pair(IComparison comparison, int n)
    {
        comparison.Ready();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        var ours = comparison.Ours(n);
        var ourTime = Stopwatch.GetElapsedTime(began);
        var ourBytes = GC.GetAllocatedBytesForCurrentThread() - bytes;

        bytes = GC.GetAllocatedBytesForCurrentThread();
        began = Stopwatch.GetTimestamp();
        var theirs = comparison.Theirs(n);
        var theirTime = Stopwatch.GetElapsedTime(began);
        var theirBytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return ours == theirs
            ? new(ourTime.TotalNanoseconds, theirTime.TotalNanoseconds, ourBytes, theirBytes)
            : throw new MismatchException(comparison, n);
    }

    private static double Median(Measured[] pairs, Func<Measured, double> of) => pairs.Select(of).Order().ElementAt(pairs.Length / 2);

    private readonly record struct Measured(double Ours, double Theirs, long OurBytes, long TheirBytes);
}
