using System.Globalization;

namespace GridGov.Core.Tests;

public class LocalizedTextTests
{
    private static readonly LocalizedText Cover = new("manhole cover", "井盖");

    [Theory]
    [InlineData("zh", "井盖")]
    [InlineData("zh-CN", "井盖")]
    [InlineData("zh-Hant-TW", "井盖")]
    [InlineData("en-GB", "manhole cover")]
    [InlineData("de-DE", "manhole cover")]
    [InlineData("", "manhole cover")]
    public void A_reader_gets_Chinese_for_a_Chinese_culture_and_English_for_any_other(string culture, string expected) =>
        Assert.Equal(expected, Cover.For(CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void As_text_it_is_English_in_every_culture() =>
        Cultures.InEach(_ => Assert.Equal("manhole cover", Cover.ToString()));

    [Fact]
    public void The_default_text_is_empty_in_both_languages()
    {
        Assert.Equal(string.Empty, default(LocalizedText).ToString());
        Assert.Equal(string.Empty, default(LocalizedText).For(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void A_reader_without_a_culture_is_a_mistake() =>
        Assert.Throws<ArgumentNullException>(() => Cover.For(null!));
}
