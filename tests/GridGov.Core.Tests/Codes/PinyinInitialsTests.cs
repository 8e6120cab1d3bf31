namespace GridGov.Core.Tests;

public class PinyinInitialsTests
{
    [Theory]
    [InlineData("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "abcdefghjklmnopqrstwxyz")]
    [InlineData("澳怖错堕贰咐过祸骏阔络穆诺沤瀑群弱所唾误迅孕座", "abcdefghjklmnopqrstwxyz")]
    [InlineData("污水井盖垃圾箱照明灯", "wsjgljxzmd")]
    [InlineData("匾箅篦驿潢", "bbbyh")]
    public void The_initial_of_a_character_is_that_of_its_pinyin(string text, string letters) =>
        Assert.All(text.Zip(letters), pair => Assert.Contains(pair.Second, PinyinInitials.Of(pair.First)));

    [Theory]
    [InlineData('行', "hx")]
    [InlineData('车', "cj")]
    [InlineData('单', "cds")]
    [InlineData('长', "cz")]
    [InlineData('调', "dt")]
    [InlineData('水', "s")]
    [InlineData('a', "a")]
    [InlineData('Ａ', "a")]
    [InlineData('７', "7")]
    [InlineData('（', "")]
    [InlineData('犇', "")]
    [InlineData('\ud800', "")]
    [InlineData('é', "")]
    public void A_character_has_all_initials_that_are_listed_for_it(char character, string letters) =>
        Assert.Equal(letters, PinyinInitials.Of(character));

    [Fact]
    public void The_3755_characters_of_level_1_and_those_listed_are_covered() =>
        Assert.Equal(3755 + 14, Enumerable.Range(0x4E00, 0x9FFF - 0x4E00).Count(c => PinyinInitials.Of((char)c).Length > 0));

    [Fact]
    public void No_syllable_begins_with_i_u_or_v() =>
        Assert.DoesNotContain(Enumerable.Range(0x4E00, 0x5200), c => PinyinInitials.Of((char)c).AsSpan().ContainsAny("iuv"));
}
