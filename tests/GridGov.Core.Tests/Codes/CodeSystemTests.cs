using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CodeSystemTests
{
    [Fact]
    public void Classes_lie_in_pre_order_components_first_whatever_the_order_of_the_rows()
    {
        var system = Freeze(Matter("01"), Part("02"), Part("01002", "01"), Part("01"), Part("01001", "01"), Part("01001a", "01001"));

        Assert.Equal(["01", "01001", "01001a", "01002", "02", "01"], system.Classes.Select(c => c.Code.Value));
        Assert.Equal(ClassKind.Matter, system.Classes[^1].Kind);
        Assert.Equal(("sample v2", new CodeSystemVersion("sample", 2), Info), (system.ToString(), system.Key, system.Info));
    }

    [Fact]
    public void A_code_is_found_with_its_kind_and_not_without()
    {
        var system = Freeze(Part("01", name: "井盖"), Matter("01", name: "市容"), Matter("02"));

        Assert.Equal("井盖", Find(system, ClassKind.Component, "01").Name);
        Assert.Equal("市容", Find(system, ClassKind.Matter, "01").Name);
        Assert.False(system.TryFind(ClassKind.Component, new ClassCode("02"), out _));
        Assert.False(system.TryFind((ClassKind)0, new ClassCode("01"), out _));
        Assert.False(system.TryFind((ClassKind)3, "01", out _));
        Assert.False(system.TryFind(ClassKind.Matter, default(ClassCode), out _));
    }

    [Fact]
    public void A_code_is_found_without_allocating()
    {
        var code = new ClassCode("06010");
        Assert.True(National.TryFind(ClassKind.Matter, code, out var warm));
        _ = National.ParentOf(warm);
        _ = National.ChildrenOf(warm);
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                National.TryFind(ClassKind.Matter, code, out var found);
                National.TryFind(ClassKind.Component, "01002", out _);
                _ = National.ChildrenOf(National.ParentOf(found!)!);
            }
        }));
    }

    [Fact]
    public void A_class_knows_those_above_and_below()
    {
        var system = Freeze(Part("01"), Part("01002", "01"), Part("01001", "01"), Matter("01"));
        var major = Find(system, ClassKind.Component, "01");

        Assert.Equal(["01001", "01002"], system.ChildrenOf(major).Select(c => c.Code.Value));
        Assert.Equal(major, system.ParentOf(system.ChildrenOf(major)[0]));
        Assert.Null(system.ParentOf(major));
        Assert.Equal([major], system.Majors(ClassKind.Component));
        Assert.Empty(system.Majors((ClassKind)9));
        Assert.Empty(system.ChildrenOf(Find(system, ClassKind.Matter, "01")));
    }

    [Fact]
    public void A_class_of_another_system_is_a_mistake()
    {
        var (one, other) = (Freeze(Part("01", name: "a")), Freeze(Part("01", name: "b")));

        Assert.Contains("is not a class of sample v2", Assert.Throws<ArgumentException>(() => one.ParentOf(other.Classes[0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => one.ChildrenOf(other.Classes[0]));
        Assert.Throws<ArgumentNullException>(() => one.ParentOf(null!));
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void A_system_is_in_force_from_its_first_day_to_its_last(string day, bool expected) =>
        Assert.Equal(expected, Freeze(Part("01")).IsInForceOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_system_without_days_is_always_in_force()
    {
        var system = CodeSystem.Freeze(Info with { From = null, Until = null }, [Part("01")]);

        Assert.True(system.IsInForceOn(DateOnly.MinValue));
        Assert.True(system.IsInForceOn(DateOnly.MaxValue));
    }

    [Fact]
    public void A_qualified_code_is_resolved_by_its_own_system_only()
    {
        var system = Freeze(Part("01"));
        var code = system.Qualify(ClassKind.Component, new("01")).Value;

        Assert.Equal("sample v2 Component 01", code.ToString());
        Assert.Equal(system.Classes[0], system.Resolve(code).Value);
        Assert.Equal(RefusalCodes.CodeUnknown, system.Resolve(code with { Kind = ClassKind.Matter }).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeUnknown, system.Qualify(ClassKind.Component, new("02")).Refusal!.Code);
        foreach (var other in new CodeSystemVersion[] { new("sample", 1), new("samples", 2), default })
        {
            var refusal = system.Resolve(code with { System = other }).Refusal;
            Assert.Equal(RefusalCodes.CodeOfAnotherSystem, refusal!.Code);
            Assert.Contains("sample v2", refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_fault_of_what_is_known_of_a_system_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        [
            "id: it is empty",
            "version: it is -1; versions begin at 1",
            "standard: its instrument is missing",
            "source: it is missing; readers must know how sure the table is",
            "dates: it ends on 2026-01-01, before it begins on 2026-01-02",
            "extension: -1 major digits are not within 1 to 4",
            "extension: local minor classes from 1000 do not fit 3 digits",
            "classes: there is none; a code system has at least one",
        ],
        Faults.Of(() => CodeSystem.Freeze(
            new()
            {
                Id = string.Empty,
                Version = -1,
                Standard = new(" "),
                Source = " ",
                From = new(2026, 1, 2),
                Until = new(2026, 1, 1),
                Extension = new(-1, 1, 3, 1000),
            },
            []))));

    [Fact]
    public void Every_fault_of_the_classes_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        [
            "class 8: it is null",
            "Component 21: its code is in the range left to cities; extend the system with it, or correct the rule",
            "Component without a code: its code is missing",
            "Component 02: the code occurs more than once within its kind; keep one class",
            "Component 03: its Chinese name is missing",
            "42 05: its kind 42 is neither component nor matter",
            "Component 04: its parent 09 is no class of the same kind; add it or correct the code",
            "Matter 09: its parents form a circle; one of them must be a major class",
        ],
        Faults.Of(() => Freeze(
            Part("02"),
            Part("03", name: " "),
            Part("04", "09"),
            Part("01") with { Code = default },
            Part("02"),
            Matter("09", "09"),
            Part("05") with { Kind = (ClassKind)42 },
            null!,
            Part("21")))));

    [Fact]
    public void A_circle_of_parents_names_each_class_on_it_and_none_below() => Faults.AreAt(
        ["Component a", "Component b", "Component c"],
        () => Freeze(Part("a", "b"), Part("b", "c"), Part("c", "a"), Part("d", "a"), Part("e")));

    [Fact]
    public void A_chain_of_a_hundred_thousand_classes_is_no_depth_too_far()
    {
        var rows = Enumerable.Range(0, 100_000).Select(i => Part($"p{i}", i == 0 ? null : $"p{i - 1}"));

        Assert.Equal(100_000, CodeSystem.Freeze(Info, rows).Classes.Count);
    }

    [Fact]
    public void A_system_without_its_parts_is_a_mistake()
    {
        Assert.Throws<ArgumentNullException>(() => CodeSystem.Freeze(null!, []));
        Assert.Throws<ArgumentNullException>(() => CodeSystem.Freeze(Info, null!));
        Assert.Equal("Code system \"sample\" version 2", Assert.Throws<DefinitionException>(() => Freeze()).Definition);
    }
}
