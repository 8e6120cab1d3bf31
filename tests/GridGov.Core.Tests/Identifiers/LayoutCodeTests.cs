namespace GridGov.Core.Tests;

public class UnitGridCodeTests
{
    [Theory]
    [InlineData("320508019044001", false, 1)]
    [InlineData("320508019044999", false, 999)]
    [InlineData("32050801904401", true, 1)]
    [InlineData("32050801904499", true, 99)]
    public void A_code_has_community_and_number(string text, bool isLegacy, int sequence)
    {
        var code = UnitGridCode.Parse(text);
        Assert.Equal((DivisionCode.Parse("320508019044"), sequence, isLegacy), (code.Community, code.Sequence, code.IsLegacy));
        Assert.Equal(text, code.ToString());
    }

    [Theory]
    [InlineData("32050801904400", ParseReason.Zero, 12)]
    [InlineData("320508019044000", ParseReason.Zero, 12)]
    [InlineData("320508019000001", ParseReason.Level, 9)]
    [InlineData("990508019044001", ParseReason.Province, 0)]
    [InlineData("32050801904400A", ParseReason.Character, 14)]
    [InlineData("3205080190440", ParseReason.Length, 13)]
    [InlineData("3205080190440011", ParseReason.Length, 15)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position)
    {
        Assert.False(UnitGridCode.TryParse(text, out _, out var error));
        Assert.Equal((reason, position), (error.Reason, error.Position));
    }

    [Fact]
    public void Codes_are_made_up_to_the_number_that_fits()
    {
        var community = DivisionCode.Parse("320508019044");
        Assert.Equal("320508019044007", UnitGridCode.Create(community, 7).ToString());
        Assert.Equal("320508019044999", UnitGridCode.Create(community, UnitGridCode.MaxSequence).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitGridCode.Create(community, 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitGridCode.Create(community, 0));
        Assert.Throws<ArgumentException>(() => UnitGridCode.Create(DivisionCode.Parse("320508019"), 1));
        Assert.Throws<ArgumentException>(() => UnitGridCode.Create(default, 1));
        Assert.Equal((default, 0, false), (default(UnitGridCode).Community, default(UnitGridCode).Sequence, default(UnitGridCode).IsLegacy));
    }

    [Fact]
    public void Both_forms_of_a_grid_are_different_codes() =>
        Assert.NotEqual(UnitGridCode.Parse("32050801904410"), UnitGridCode.Parse("320508019044100"));
}

public class ComponentCodeTests
{
    [Theory]
    [InlineData("3205080101000001", true, 1, 1, 1, "0101")]
    [InlineData("32050801001000001", false, 1, 1, 1, "01001")]
    [InlineData("44190005999999999", false, 5, 999, 999_999, "05999")]
    public void A_code_has_its_parts(string text, bool isLegacy, int major, int minor, int sequence, string classCode)
    {
        var code = ComponentCode.Parse(text);
        Assert.Equal(DivisionCode.Parse(text[..6]), code.Division);
        Assert.Equal((isLegacy, major, minor, sequence), (code.IsLegacy, code.Major, code.Minor, code.Sequence));
        Assert.Equal(new ClassCode(classCode), code.ToClassCode());
        Assert.Equal(text, code.ToString());
        if (!isLegacy)
            Assert.Equal(code, ComponentCode.Create(code.Division, major, minor, sequence));
    }

    [Theory]
    [InlineData("320508010010000", ParseReason.Length, 15)]
    [InlineData("320508010010000011", ParseReason.Length, 17)]
    [InlineData("32050800001000001", ParseReason.Zero, 6)]
    [InlineData("32050801000000001", ParseReason.Zero, 8)]
    [InlineData("32050801001000000", ParseReason.Zero, 11)]
    [InlineData("3205080101000000", ParseReason.Zero, 10)]
    [InlineData("32000801001000001", ParseReason.Gap, 2)]
    [InlineData("3205080100100000X", ParseReason.Character, 16)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position)
    {
        Assert.False(ComponentCode.TryParse(text, out _, out var error));
        Assert.Equal((reason, position), (error.Reason, error.Position));
    }

    [Fact]
    public void Parts_out_of_range_are_misuse()
    {
        var division = DivisionCode.Parse("320508");
        Assert.Throws<ArgumentException>(() => ComponentCode.Create(default, 1, 1, 1));
        Assert.Throws<ArgumentException>(() => ComponentCode.Create(DivisionCode.Parse("320508019"), 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComponentCode.Create(division, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComponentCode.Create(division, 100, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComponentCode.Create(division, 1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComponentCode.Create(division, 1, 1000, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComponentCode.Create(division, 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ComponentCode.Create(division, 1, 1, 1_000_000));
        Assert.Throws<InvalidOperationException>(() => default(ComponentCode).ToClassCode());
    }
}

public class MatterClassCodeTests
{
    [Fact]
    public void A_code_has_its_parts()
    {
        var code = MatterClassCode.Parse("440310 06-010");
        Assert.Equal((DivisionCode.Parse("440310"), 6, 10), (code.Division, code.Major, code.Minor));
        Assert.Equal(new ClassCode("06010"), code.ToClassCode());
        Assert.Equal(code, MatterClassCode.Create(code.Division, 6, 10));
    }

    [Theory]
    [InlineData("4403100601", ParseReason.Length, 10)]
    [InlineData("440310060100", ParseReason.Length, 11)]
    [InlineData("44031000010", ParseReason.Zero, 6)]
    [InlineData("44031006000", ParseReason.Zero, 8)]
    [InlineData("04031006010", ParseReason.Province, 0)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position)
    {
        Assert.False(MatterClassCode.TryParse(text, out _, out var error));
        Assert.Equal((reason, position), (error.Reason, error.Position));
    }

    [Fact]
    public void Parts_out_of_range_are_misuse()
    {
        var division = DivisionCode.Parse("440310");
        Assert.Throws<ArgumentException>(() => MatterClassCode.Create(default, 1, 1));
        Assert.Throws<ArgumentException>(() => MatterClassCode.Create(DivisionCode.Parse("440310001"), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatterClassCode.Create(division, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatterClassCode.Create(division, 100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatterClassCode.Create(division, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatterClassCode.Create(division, 1, 1000));
        Assert.Throws<InvalidOperationException>(() => default(MatterClassCode).ToClassCode());
    }
}

public class HotlineOrderNumberTests
{
    [Theory]
    [InlineData("20231101000123", "20231101000123")]
    [InlineData(" gd-2023/11_01 ", "GD-2023/11_01")]
    [InlineData("ＦＴ２０２３－０１", "FT2023-01")]
    [InlineData("-1", "-1")]
    [InlineData("0", "0")]
    public void A_city_number_is_kept_as_it_is_written(string text, string canonical) =>
        Assert.Equal(canonical, HotlineOrderNumber.Parse(text).ToString());

    [Fact]
    public void Thirty_six_characters_fit_and_thirty_seven_do_not()
    {
        Assert.Equal(new string('9', 36), HotlineOrderNumber.Parse(new string('9', 36)).ToString());
        Assert.False(HotlineOrderNumber.TryParse(new string('9', 37), out _, out var error));
        Assert.Equal(new(ParseReason.Length, 36, CharacterKind.Digit), error);
    }

    [Theory]
    [InlineData("20 23", ParseReason.Character, 2, CharacterKind.Space)]
    [InlineData("ABC", ParseReason.Character, 0, CharacterKind.Letter)]
    [InlineData("京2023", ParseReason.Character, 0, CharacterKind.Other)]
    [InlineData("2023*", ParseReason.Character, 4, CharacterKind.Mask)]
    [InlineData("2023.1", ParseReason.Character, 4, CharacterKind.Other)]
    public void A_refusal_says_where_and_why(string text, ParseReason reason, int position, CharacterKind found)
    {
        Assert.False(HotlineOrderNumber.TryParse(text, out _, out var error));
        Assert.Equal(new(reason, position, found), error);
    }
}
