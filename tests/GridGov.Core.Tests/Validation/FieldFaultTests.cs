using System.Globalization;

namespace GridGov.Core.Tests;

public class FieldFaultTests
{
    private static readonly FieldFault Sample = new("Name", FieldFaultCodes.TooLong, new("text of 61 character(s)", "61 个字符的文本"),
        new("it has at most 30 characters", "不超过 30 个字符"), new("GB/T 47678.5-2026", "表2 GLBJMC"));

    [Fact]
    public void It_reads_as_field_value_class_rule_and_basis() => Cultures.InEach(_ =>
    {
        Assert.Equal("Name is text of 61 character(s); it has at most 30 characters (GB/T 47678.5-2026, 表2 GLBJMC)", Sample.ToString());
        Assert.Equal("Name：61 个字符的文本；不超过 30 个字符（GB/T 47678.5-2026, 表2 GLBJMC）", Sample.ToCondition().Text.For(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal("Name is text of 61 character(s); it has at most 30 characters", (Sample with { Basis = null }).ToString());
    });

    [Fact]
    public void The_codes_are_stable_and_no_two_are_the_same()
    {
        var codes = typeof(FieldFaultCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToArray();

        Assert.Equal(codes, codes.Distinct());
        Assert.All(codes, c => Assert.Matches("^field\\.[a-z]+(-[a-z]+)*$", c));
    }

    [Theory]
    [InlineData("井", 1)]
    [InlineData("𠮷", 1)]
    [InlineData("a𠮷b", 3)]
    public void Length_counts_characters_and_not_their_halves(string character, int length)
    {
        var name = string.Concat(Enumerable.Repeat(character, 30 / length));
        Assert.True(Component.Create(ComponentSamples.Draft with { Name = name }).IsAccepted);
        Assert.False(Component.Create(ComponentSamples.Draft with { Name = name + character }).IsAccepted);
    }

    [Theory]
    [InlineData("a\u0000")]
    [InlineData("a\u202e")]
    [InlineData("a\u2028b")]
    [InlineData("a\nb")]
    public void A_text_that_cannot_be_printed_on_one_line_is_refused(string name) =>
        Assert.Equal([FieldFaultCodes.Form], Component.Create(ComponentSamples.Draft with { Name = name }).Refusal!.Fields.Select(f => f.Code));

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal([FieldFaultCodes.Form], Component.Create(ComponentSamples.Draft with { Name = "井\ud83d" }).Refusal!.Fields.Select(f => f.Code));

    [Fact]
    public void A_remark_may_have_lines() =>
        Assert.True(Component.Create(ComponentSamples.Draft with { Note = "a\r\nb" }).IsAccepted);
}
