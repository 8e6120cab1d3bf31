using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CodeExtensionTests
{
    private static readonly CodeSystem Standard = Freeze(Part("01"), Part("01001", "01"), Matter("01"));

    [Fact]
    public void An_extension_has_the_classes_of_its_base_and_the_citys_own()
    {
        var city = Extend(Part("01999", "01", "许愿池"), Part("21", name: "城市家具"), Part("21001", "21", "钟楼"));

        Assert.Equal(("sample+320508 v1", "320508"), (city.ToString(), city.City));
        Assert.Same(Standard, city.Base);
        Assert.Equal(["01", "01001", "01999", "21", "21001", "01"], city.Classes.Select(c => c.Code.Value));
        Assert.Equal(["01999", "21", "21001"], city.Classes.Where(city.IsLocal).Select(c => c.Code.Value));
        Assert.DoesNotContain(Standard.Classes, Standard.IsLocal);
        Assert.Equal((Info.From, Info.Until, Info.Extension), (city.Info.From, city.Info.Until, city.Info.Extension));
        Assert.Equal("01", city.ParentOf(Find(city, ClassKind.Component, "01999"))!.Code.Value);
    }

    [Theory]
    [InlineData("01080", "01")]
    [InlineData("01999", "01")]
    [InlineData("21", null)]
    [InlineData("99", null)]
    public void The_first_and_the_last_code_of_the_citys_range_are_the_citys(string code, string? parent) =>
        Assert.True(Extend(Part(code, parent)).TryFind(ClassKind.Component, code, out _));

    [Theory]
    [InlineData("01001", "01", "the code is taken by 井盖 of sample v2; choose a free one")]
    [InlineData("01002", "01", "its code is the standard's to give; local majors begin at 21, local minors at 80")]
    [InlineData("01079", "01", "its code is the standard's to give; local majors begin at 21, local minors at 80")]
    [InlineData("20", null, "its code is the standard's to give; local majors begin at 21, local minors at 80")]
    [InlineData("0199", "01", "its code has not 2 digits for a major class or 5 for a minor one")]
    [InlineData("01x99", "01", "its code has not 2 digits for a major class or 5 for a minor one")]
    [InlineData("０１９９９", "01", "its code has not 2 digits for a major class or 5 for a minor one")]
    [InlineData("01999", null, "its parent must be 01, as its digits say")]
    [InlineData("21", "01", "it is a major class and has no parent")]
    public void A_code_that_is_not_the_citys_to_give_is_refused(string code, string? parent, string expected) =>
        Assert.Equal($"Component {code}: {expected}", Assert.Single(Faults.Of(() => Extend(Part(code, parent)))));

    [Fact]
    public void A_local_minor_needs_its_major_class() =>
        Assert.Equal(["Component 21001: its parent 21 is no class of the same kind; add it or correct the code"], Faults.Of(() => Extend(Part("21001", "21"))));

    [Fact]
    public void Every_fault_of_an_extension_is_listed_at_once() => Faults.AreAt(
        ["city", "id", "version", "standard", "source", "dates", "class 2", "Component 01001", "Component 01999"],
        () => Standard.Extend(" ", 0, new(string.Empty), string.Empty, [Part("01001", "01"), null!, Part("01999", "01"), Part("01999", "01")], from: new(2025, 12, 31)));

    [Fact]
    public void An_extension_that_adds_nothing_or_is_not_allowed_is_refused()
    {
        Faults.AreAt(["classes"], () => Extend());
        Faults.AreAt(["extension"], () => CodeSystem.Freeze(Info with { Extension = null }, [Part("01")]).Extend("c", 1, new("x"), "y", [Part("21")]));
        Faults.AreAt(["dates"], () => Standard.Extend("c", 1, new("x"), "y", [Part("21")], until: new(2027, 1, 1)));
    }

    [Fact]
    public void A_district_may_extend_its_city_and_not_take_the_citys_codes()
    {
        var city = Extend(Part("01999", "01"));
        var district = city.Extend("x", 1, new("District rule"), "made up", [Part("01998", "01")]);

        Assert.Same(city, district.Base);
        Assert.Equal(["01998"], district.Classes.Where(district.IsLocal).Select(c => c.Code.Value));
        Assert.Contains("is taken by", Assert.Single(Faults.Of(() => city.Extend("x", 1, new("y"), "z", [Part("01999", "01")]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_of_the_base_is_taken_by_the_extension_and_not_the_other_way_round()
    {
        var city = Extend(Part("01999", "01"));
        var ofBase = Standard.Qualify(ClassKind.Component, new("01001")).Value;
        var ofCity = city.Qualify(ClassKind.Component, new("01001")).Value;

        Assert.Equal("01001", city.Resolve(ofBase).Value.Code.Value);
        Assert.Equal(RefusalCodes.CodeOfAnotherSystem, Standard.Resolve(ofCity).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeUnknown, city.Resolve(ofBase with { Code = new("01999") }).Refusal!.Code);
    }

    [Fact]
    public void A_code_that_reads_as_a_number_in_no_layout_is_never_local()
    {
        foreach (var rule in new ExtensionRule[] { new(-1, 1, 3, 1), new(0, 1, 2, 1), new(2, 21, int.MaxValue, 80), new(20, 1, 20, 1) })
            Assert.False(rule.IsLocal(new(new string('9', 20))) || rule.IsLocal(new("99")));
    }

    private static CodeSystem Extend(params CodedClass[] classes) => Standard.Extend("320508", 1, new("City rule"), "made up", classes);
}
