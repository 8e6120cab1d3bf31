using System.Globalization;

namespace GridGov.Core.Tests;

public class ParseErrorTests
{
    [Fact]
    public void It_speaks_English_and_Chinese_and_counts_from_one()
    {
        var error = new ParseError(ParseReason.Check, 17, CharacterKind.Letter);
        Assert.Equal("the check character does not fit; something was mistyped (at position 18, a letter)", error.ToString());
        Assert.Equal("校验码不符，请核对（第 18 位，字母）", error.Text.For(CultureInfo.GetCultureInfo("zh-CN")));
    }

    [Fact]
    public void Every_reason_and_class_has_a_text_of_its_own_in_every_culture() => Cultures.InEach(_ =>
    {
        var texts = Enum.GetValues<ParseReason>().Select(r => new ParseError(r, 3, CharacterKind.Digit).Text)
            .Concat(Enum.GetValues<CharacterKind>().Where(k => k != CharacterKind.None).Select(k => new ParseError(ParseReason.Character, 3, k).Text))
            .Append(new ParseError(ParseReason.Length, 3, CharacterKind.End).Text).ToArray();
        Assert.Equal(texts.Length - 1, texts.Distinct().Count()); // Character with a digit is there twice
        Assert.All(texts, t => Assert.True(t.En.Length > 0 && t.Zh.Length > 0));
        Assert.All(texts, t => Assert.True(t.En is "no error" or "it is empty" || t.En.Contains("position 4", StringComparison.Ordinal)));
    });

    [Fact]
    public void The_default_value_is_no_error() => Assert.Equal((ParseReason.None, "no error"), (default(ParseError).Reason, default(ParseError).ToString()));

    [Fact]
    public void The_exception_carries_the_error_and_is_a_FormatException()
    {
        var error = new ParseError(ParseReason.Date, 6, CharacterKind.Digit);
        var thrown = new IdentifierFormatException("CitizenNumber", error);
        Assert.IsAssignableFrom<FormatException>(thrown);
        Assert.Equal("Not a CitizenNumber: the date does not exist or is too early (at position 7, a digit).", thrown.Message);
        Assert.Throws<ArgumentNullException>(() => new IdentifierFormatException(null!, error));
    }
}
