namespace CityDay.City;

/// <summary>
/// SplitMix64: the same numbers from the same seed on every machine and in every version of the runtime, which
/// <see cref="Random"/> does not promise. For one thread.
/// </summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for a named thing, so that its numbers do not depend on what else is drawn.</summary>
    public static SeededRandom For(int seed, string name)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var character in name)
            hash = (hash ^ character) * 1099511628211UL;
        var stream = new SeededRandom(hash);
        stream.Next();
        return stream;
    }

    /// <summary>A number from 0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => (int)(((UInt128)Next() * (uint)below) >> 64);

    /// <summary>The position of the weight that is drawn.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
            sum += weight;
        var at = Below(sum);
        for (var i = 0; ; i++)
        {
            if ((at -= weights[i]) < 0)
                return i;
        }
    }

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
