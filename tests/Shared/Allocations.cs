namespace GridGov.Tests;

/// <summary>Counts what a piece of work allocates on its own thread.</summary>
internal static class Allocations
{
    /// <summary>
    /// The least of some rounds. The runtime recompiles busy code now and then, and charges a few bytes of it to whoever
    /// runs; work that allocates does so in every round.
    /// </summary>
    public static long Least(Action work)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 20 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
