using System.Numerics;
using CityDay.City;
using CsCheck;

namespace CityDay.Tests.City;

public sealed class SeededRandomTests
{
    private const int Most = int.MaxValue;

    // What Vigna's splitmix64.c prints for these seeds; the first three for 1234567 are quoted all over.
    [Theory]
    [InlineData(0UL, 0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL)]
    [InlineData(1_234_567UL, 6_457_827_717_110_365_317UL, 3_203_168_211_198_807_973UL, 9_817_491_932_198_370_423UL)]
    public void The_first_numbers_are_those_of_splitmix64(ulong seed, ulong first, ulong second, ulong third)
    {
        var random = new SeededRandom(seed);

        Assert.Equal([Top(first), Top(second), Top(third)], [random.Below(Most), random.Below(Most), random.Below(Most)]);
    }

    [Fact]
    public void Numbers_follow_the_published_algorithm_for_any_seed() => Gen.ULong.Sample(seed =>
    {
        var random = new SeededRandom(seed);
        for (ulong i = 1; i <= 20; i++)
            Assert.Equal(Top(Published(unchecked(seed + (i * 0x9E3779B97F4A7C15UL)))), random.Below(Most));
    });

    [Fact]
    public void A_number_is_at_least_zero_and_below_its_bound() => Gen.Select(Gen.ULong, Gen.Int[1, Most]).Sample((seed, below) =>
        new SeededRandom(seed).Below(below) is >= 0 and var number && number < below);

    // 41.34 is what chi-square with 16 degrees of freedom exceeds once in 2,000.
    [Fact]
    public void Every_number_comes_as_often_as_every_other()
    {
        const int Kinds = 17, Draws = 170_000;
        var random = new SeededRandom(20_260_302);
        var counts = new int[Kinds];
        for (int i = 0; i < Draws; i++)
            counts[random.Below(Kinds)]++;

        Assert.InRange(counts.Sum(count => Math.Pow(count - (Draws / Kinds), 2) / (Draws / Kinds)), 0, 41.34);
    }

    // The ids of a day differ in their last digits only; what they draw must not.
    [Fact]
    public void The_streams_of_neighbouring_names_are_spread_as_evenly()
    {
        const int Kinds = 17, Draws = 170_000;
        var counts = new int[Kinds];
        for (int i = 0; i < Draws; i++)
            counts[SeededRandom.For(1, $"20260302-{i:D6}").Below(Kinds)]++;

        Assert.InRange(counts.Sum(count => Math.Pow(count - (Draws / Kinds), 2) / (Draws / Kinds)), 0, 41.34);
    }

    [Fact]
    public void A_weight_of_zero_is_never_drawn() => Gen.Select(Gen.ULong, Gen.Int[0, 3].Array[1, 12].Where(weights => weights.Sum() > 0)).Sample((seed, weights) =>
    {
        var random = new SeededRandom(seed);
        for (int i = 0; i < 20; i++)
            Assert.NotEqual(0, weights[random.Weighted(weights)]);
    });

    [Fact]
    public void Weights_are_drawn_in_their_proportion()
    {
        var random = new SeededRandom(7);
        var counts = new int[4];
        for (int i = 0; i < 100_000; i++)
            counts[random.Weighted([1, 0, 3, 6])]++;

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 9_700, 10_300);
        Assert.InRange(counts[2], 29_500, 30_500);
        Assert.InRange(counts[3], 59_400, 60_600);
    }

    [Fact]
    public void A_stream_depends_on_its_seed_and_its_name_alone() =>
        Gen.Select(Gen.Int[0, Most], Gen.Int[0, Most], Gen.String, Gen.String).Sample((seed, otherSeed, name, otherName) =>
            Numbers(seed, name) == Numbers(seed, name)
            && (name == otherName || Numbers(seed, name) != Numbers(seed, otherName))
            && (seed == otherSeed || Numbers(seed, name) != Numbers(otherSeed, name)));

    private static string Numbers(int seed, string name)
    {
        var random = SeededRandom.For(seed, name);
        return string.Join(' ', Enumerable.Range(0, 4).Select(_ => random.Below(Most)));
    }

    // Below takes the top of the product, so it shows the high bits of each number.
    private static int Top(ulong number) => (int)(new BigInteger(number) * Most >> 64);

    private static ulong Published(ulong state)
    {
        unchecked
        {
            ulong z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
