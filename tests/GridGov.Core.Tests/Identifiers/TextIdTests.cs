using CsCheck;

namespace GridGov.Core.Tests;

public class TextIdTests
{
    [Theory]
    [InlineData("A")]
    [InlineData("440310001")]
    [InlineData("坪山区-2026/07 №1")]
    [InlineData("a b")]
    [InlineData("𠮷野家")]
    [InlineData("🚲🚲")]
    public void A_short_printable_text_is_an_identifier(string text)
    {
        Assert.True(TextId.IsValid(text, out var reason));
        Assert.Null(reason);
        Assert.Equal(text, new CaseId(text).Value);
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData(" a", "space")]
    [InlineData("a ", "space")]
    [InlineData("\u3000a", "space")]
    [InlineData("a\u00a0", "space")]
    [InlineData("a\tb", "character 2")]
    [InlineData("a\0", "character 2")]
    [InlineData("ab\u007fc", "character 3")]
    [InlineData("a\u0085b", "character 2")]
    [InlineData("a\u2028b", "character 2")]
    [InlineData("a\u2029b", "character 2")]
    public void Any_other_text_is_refused_with_the_reason(string? text, string expected)
    {
        Assert.False(TextId.IsValid(text, out var reason));
        Assert.Contains(expected, reason, StringComparison.Ordinal);
        var thrown = Assert.Throws<ArgumentException>(() => new CaseId(text!));
        Assert.Contains("CaseId", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    // Attribute arguments are stored as UTF-8 and cannot hold half a pair, so these are written as code units.
    [Theory]
    [InlineData(new[] { 0xd83d }, 1)]
    [InlineData(new[] { 0xdeb2 }, 1)]
    [InlineData(new[] { 'a', 0xd83d }, 2)]
    [InlineData(new[] { 'a', 0xd83d, 'b' }, 2)]
    [InlineData(new[] { 0xdeb2, 0xd83d }, 1)]
    [InlineData(new[] { 0xd83d, 0xd83d, 0xdeb2 }, 1)]
    [InlineData(new[] { 0xd83d, 0xdeb2, 0xdeb2 }, 3)]
    public void Half_a_surrogate_pair_is_refused_at_its_place(int[] units, int place)
    {
        var text = new string([.. units.Select(u => (char)u)]);

        Assert.False(TextId.IsValid(text, out var reason));
        Assert.Contains($"character {place} ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_four_characters_are_an_identifier_and_sixty_five_are_not()
    {
        Assert.True(TextId.IsValid(new string('x', TextId.MaxLength), out _));
        Assert.False(TextId.IsValid(new string('x', TextId.MaxLength + 1), out var reason));
        Assert.Equal("it has 65 characters, at most 64 are allowed", reason);
    }

    [Fact]
    public void Every_identifier_survives_UTF_8() =>
        Gen.Char.Array[1, 8].Select(c => new string(c)).Sample(text =>
        {
            if (TextId.IsValid(text, out _))
                Assert.Equal(text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
        });
}
