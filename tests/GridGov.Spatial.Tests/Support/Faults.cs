namespace GridGov.Spatial.Tests;

/// <summary>Expectations about definitions that are refused as a whole.</summary>
internal static class Faults
{
    /// <summary>The faults that freezing lists, each as one line.</summary>
    public static string[] Of(Action freeze) =>
        [.. Assert.Throws<DefinitionException>(freeze).Faults.Select(f => f.ToString())];

    /// <summary>Expects exactly these places to be at fault, in any order.</summary>
    public static void AreAt(string[] places, Action freeze) =>
        Assert.Equal(
            places.Order(StringComparer.Ordinal),
            Assert.Throws<DefinitionException>(freeze).Faults.Select(f => f.Where).Order(StringComparer.Ordinal));
}
