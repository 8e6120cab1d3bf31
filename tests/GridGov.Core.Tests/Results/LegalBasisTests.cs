namespace GridGov.Core.Tests;

public class LegalBasisTests
{
    [Fact]
    public void A_basis_names_the_instrument_and_the_article() =>
        Assert.Equal("GB/T 47678.5-2026, 6.2", new LegalBasis("GB/T 47678.5-2026", "6.2").ToString());

    [Fact]
    public void A_basis_without_an_article_is_the_whole_instrument() =>
        Assert.Equal("GB/T 47678.5-2026", new LegalBasis("GB/T 47678.5-2026").ToString());
}
