using CityDay.Input;
using CsCheck;

namespace CityDay.Tests.Input;

public sealed class ShownTests
{
    [Theory]
    [InlineData("占道 🚲", "占道 🚲")]
    [InlineData("a\tb\r\n\0\u001B", "a\\u0009b\\u000D\\u000A\\u0000\\u001B")]
    [InlineData("left\u202Eright", "left\\u202Eright")]
    public void Characters_that_could_steer_a_terminal_are_escaped(string text, string shown) => Assert.Equal(shown, Shown.Of(text));

    [Fact]
    public void A_value_is_cut_at_its_limit()
    {
        Assert.Equal(new string('a', 80), Shown.Of(new string('a', 80)));
        Assert.Equal($"{new string('a', 79)}…", Shown.Of(new string('a', 81)));
        Assert.Equal($"{new string('a', 78)}…", Shown.Of($"{new string('a', 78)}🚲🚲"));
    }

    [Fact]
    public void Any_text_is_shown_short_whole_and_without_control_characters() => Gen.String.Sample(text =>
    {
        string shown = Shown.Of(text);
        Assert.True(shown.Length <= Shown.Limit);
        Assert.DoesNotContain(shown, char.IsControl);
        Assert.Equal(shown, new string([.. shown.EnumerateRunes().SelectMany(rune => rune.ToString())]));
        Assert.Equal(shown, Shown.Of(shown));
    });
}
