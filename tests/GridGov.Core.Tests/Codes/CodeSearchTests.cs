using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CodeSearchTests
{
    [Theory]
    [InlineData("wsjg", "污水井盖", CodeMatchKind.Initials)]
    [InlineData("WSJG", "污水井盖", CodeMatchKind.Initials)]
    [InlineData("ｗｓｊｇ", "污水井盖", CodeMatchKind.Initials)]
    [InlineData(" wsjg ", "污水井盖", CodeMatchKind.Initials)]
    [InlineData("污水井盖", "污水井盖", CodeMatchKind.Name)]
    [InlineData("01002", "污水井盖", CodeMatchKind.Code)]
    [InlineData("０１００２", "污水井盖", CodeMatchKind.Code)]
    [InlineData("0100", "供水井盖", CodeMatchKind.CodePrefix)]
    [InlineData("污水井", "污水井盖", CodeMatchKind.NamePrefix)]
    [InlineData("水井盖", "供水井盖", CodeMatchKind.NamePart)]
    [InlineData("(气)井", "输油（气）井盖", CodeMatchKind.NamePart)]
    [InlineData("syqjg", "输油（气）井盖", CodeMatchKind.Initials)]
    [InlineData("wsj", "污水井盖", CodeMatchKind.InitialsPrefix)]
    [InlineData("qjg", "燃气井盖", CodeMatchKind.InitialsPart)]
    [InlineData("sos", "紧急报警点SOS", CodeMatchKind.NamePart)]
    [InlineData("jjbjdsos", "紧急报警点SOS", CodeMatchKind.Initials)]
    public void The_first_hit_is_the_closest(string text, string name, CodeMatchKind by)
    {
        Assert.Equal((name, by), (National.Search(text, 10)[0].Class.Name, National.Search(text, 10)[0].By));
    }

    [Theory]
    [InlineData("rxhdz", "人行横道桩")]
    [InlineData("rhhdz", "人行横道桩")]
    [InlineData("cltf", "机动车乱停放")]
    [InlineData("jltf", "机动车乱停放")]
    public void A_character_with_two_readings_is_found_by_both(string text, string name)
    {
        Assert.Contains(name, National.Search(text, 1000).Select(m => m.Class.Name));
    }

    [Theory]
    [InlineData("cltz")]
    [InlineData("rhxdz")]
    public void A_reading_fits_only_its_own_character(string text) => Assert.Empty(National.Search(text, 10));

    [Fact]
    public void Hits_are_ordered_by_how_they_fit_and_then_as_they_lie()
    {
        var system = Freeze(Part("wc", name: "垃圾"), Part("b", name: "旁边wc"), Part("wcx", name: "垃圾"), Part("c", name: "屋车"), Part("d", name: "屋车站"), Matter("a", name: "小屋车"), Part("e", name: "WC"), Part("f", name: "wc间"), Part("g", name: "屋车"));

        Assert.Equal(
            [("wc", CodeMatchKind.Code), ("wcx", CodeMatchKind.CodePrefix), ("e", CodeMatchKind.Name), ("f", CodeMatchKind.NamePrefix), ("b", CodeMatchKind.NamePart), ("c", CodeMatchKind.Initials), ("g", CodeMatchKind.Initials), ("d", CodeMatchKind.InitialsPrefix), ("a", CodeMatchKind.InitialsPart)],
            system.Search("wc", 99).Select(m => (m.Class.Code.Value, m.By)));
    }

    [Fact]
    public void A_limit_keeps_the_first_and_a_kind_keeps_its_own()
    {
        var all = National.Search("井盖", 1000);

        Assert.Equal(all.Take(3), National.Search("井盖", 3));
        Assert.Equal(all.Where(m => m.Class.Kind == ClassKind.Matter), National.Search("井盖", 1000, ClassKind.Matter));
        Assert.Empty(National.Search("井盖", 10, (ClassKind)7));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  　")]
    [InlineData("没有这样的类别")]
    [InlineData("()")]
    [InlineData("\ud800")]
    public void Nothing_is_found_by_nothing(string text) => Assert.Empty(National.Search(text, 10));

    [Fact]
    public void An_English_name_is_found_too()
    {
        var system = Freeze(Part("01") with { EnglishName = "Manhole cover" }, Part("02", name: "盖"));

        Assert.Equal((CodeMatchKind.NamePart, "01"), (system.Search("COVER", 5)[0].By, system.Search("COVER", 5)[0].Class.Code.Value));
    }

    [Fact]
    public void A_limit_out_of_range_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => National.Search("a", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => National.Search("a", 1001));
        Assert.Throws<ArgumentNullException>(() => National.Search(null!, 1));
    }

    [Fact]
    public void A_search_is_the_same_in_every_culture()
    {
        var expected = National.Search("zsig", 50).ToString() + National.Search("WSJG", 50) + National.Search("sos", 50);
        Cultures.InEach(_ => Assert.Equal(expected, National.Search("zsig", 50).ToString() + National.Search("WSJG", 50) + National.Search("sos", 50)));
    }
}
