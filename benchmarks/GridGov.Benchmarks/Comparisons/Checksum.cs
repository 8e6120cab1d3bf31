namespace GridGov.Benchmarks;

/// <summary>A running checksum of answers, and the repeatable numbers from which the workloads are made.</summary>
internal static class Checksum
{
    /// <summary>The checksum after one more answer; order matters.</summary>
    public static long Add(long sum, long answer) => (sum * 31) + answer;
}

/// <summary>SplitMix64: the same numbers on every machine and runtime.</summary>
internal sealed class Numbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number from 0 to <paramref name="below"/> − 1.</summary>
    public int Next(int below)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }
}
