using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

/// <summary>The three editions of the codes, as real tables have them.</summary>
public class CodeEditionsTests
{
    private const string Where = "a table of the data folder";

    // Yuncheng numbers its own minors downward from 99; the lowest that is its own is 78.
    private static readonly ExtensionRule TwoDigits = new(2, 21, 2, 78);

    [Fact]
    public void A_citys_table_is_the_standards_classes_and_its_own()
    {
        var city = Yuncheng();

        Assert.Equal(
            [(ClassKind.Component, 5, 92), (ClassKind.Matter, 6, 98)],
            new[] { ClassKind.Component, ClassKind.Matter }.Select(k => (k, city.Base!.Majors(k).Count, city.Majors(k).Sum(m => city.ChildrenOf(m).Count))));
        Assert.Equal("违规小产权房", Find(city, ClassKind.Matter, "0199").Name);
        Assert.True(city.IsLocal(Find(city, ClassKind.Matter, "0199")));
        Assert.False(city.IsLocal(Find(city, ClassKind.Matter, "0101")));
        Assert.Contains("0110", city.Search("blshlj", 5).Select(m => m.Class.Code.Value));
    }

    [Fact]
    public void Every_character_of_every_name_in_the_tables_has_an_initial() => Assert.All(
        Yuncheng().Classes.Concat(Oldest().Classes),
        row => Assert.All(row.Name.Where(char.IsLetterOrDigit), c => Assert.NotEqual(string.Empty, PinyinInitials.Of(c))));

    [Fact]
    public void Majors_04_and_05_are_swapped_between_two_editions()
    {
        var (oldest, old) = (Oldest(), Yuncheng().Base!);

        Assert.Equal(("突发事件", "街面秩序"), (Find(oldest, ClassKind.Matter, "04").Name, Find(oldest, ClassKind.Matter, "05").Name));
        Assert.Equal(("街面秩序", "突发事件"), (Find(old, ClassKind.Matter, "04").Name, Find(old, ClassKind.Matter, "05").Name));
    }

    [Theory]
    [InlineData("0401", "路面塌陷", "无照经营游商")]
    [InlineData("0501", "无照经营游商", "供水管道破裂")]
    [InlineData("0405", "热力管道破裂", "店外经营")]
    [InlineData("0102", "暴露垃圾", "店面无证装修")]
    public void The_same_digits_are_another_class_and_are_never_taken_for_it(string digits, string before, string after)
    {
        var (oldest, old) = (Oldest(), Yuncheng());
        var code = new ClassCode(digits);
        Assert.Equal((before, after), (Find(oldest, ClassKind.Matter, digits).Name, Find(old, ClassKind.Matter, digits).Name));

        var ofOldest = oldest.Qualify(ClassKind.Matter, code).Value;
        var ofOld = old.Qualify(ClassKind.Matter, code).Value;
        Assert.NotEqual(ofOldest, ofOld);
        Assert.Equal(before, oldest.Resolve(ofOldest).Value.Name);
        Assert.Equal(RefusalCodes.CodeOfAnotherSystem, old.Resolve(ofOldest).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeOfAnotherSystem, oldest.Resolve(ofOld).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeOfAnotherSystem, ToNational().Map(ofOldest).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeOfAnotherSystem, National.Resolve(ofOld).Refusal!.Code);
    }

    [Fact]
    public void The_crosswalk_says_97_exact_19_inferred_and_16_none()
    {
        var walk = ToNational();

        Assert.Equal(
            [(CodeRelation.Exact, 97), (CodeRelation.Inferred, 19), (CodeRelation.None, 16)],
            walk.Entries.CountBy(e => e.Relation).OrderBy(g => g.Key).Select(g => (g.Key, g.Value)));
        Assert.DoesNotContain(walk.Entries, e => e.Relation == CodeRelation.Renamed);
    }

    [Theory]
    [InlineData(ClassKind.Matter, "0101", CodeRelation.Exact, "06001", true)]
    [InlineData(ClassKind.Matter, "0128", CodeRelation.Inferred, "06028", true)]
    [InlineData(ClassKind.Matter, "0501", CodeRelation.None, null, true)]
    [InlineData(ClassKind.Matter, "0199", CodeRelation.None, null, false)]
    [InlineData(ClassKind.Component, "0101", CodeRelation.Inferred, "01001", true)]
    [InlineData(ClassKind.Component, "0102", CodeRelation.Exact, "01002", true)]
    public void A_class_maps_as_sure_as_the_table_is(ClassKind kind, string code, CodeRelation relation, string? target, bool stated)
    {
        var mapping = ToNational().Map(kind, new(code)).Value;

        Assert.Equal((relation, stated), (mapping.Relation, mapping.IsStated));
        Assert.Equal(target, mapping.Targets.Count == 0 ? null : mapping.Targets[0].Code.Value);
    }

    [Fact]
    public void The_crosswalk_of_one_edition_is_refused_for_another()
    {
        var text = File.ReadAllText(SharedData.PathOf("standards/crosswalk-30428.2-to-47678.5-INFERRED.csv"));
        var faults = Faults.Of(() => Crosswalk.FromCsv("wrong", 1, Oldest(), National, text, Where));

        Assert.Contains(faults, f => f.Contains("Matter 0401 is 路面塌陷", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("Component 0101 is no class of", StringComparison.Ordinal));
    }

    private static Crosswalk ToNational() => Crosswalk.FromCsv(
        "30428.2-to-47678.5",
        1,
        Yuncheng(),
        National,
        File.ReadAllText(SharedData.PathOf("standards/crosswalk-30428.2-to-47678.5-INFERRED.csv")),
        Where);

    private static CodeSystem Yuncheng()
    {
        var rows = CodeTableCsv.Read(File.ReadAllText(SharedData.PathOf("standards/yuncheng-case-standards.csv")));
        var info = new CodeSystemInfo { Id = "GB/T 30428.2-2013", Version = 1, Standard = new("GB/T 30428.2-2013"), Source = Where, Extension = TwoDigits };
        return CodeSystem.Freeze(info, rows.Where(r => !TwoDigits.IsLocal(r.Code)))
            .Extend("1408", 1, new("Yuncheng's case standards"), Where, rows.Where(r => TwoDigits.IsLocal(r.Code)));
    }

    private static CodeSystem Oldest() => CodeSystem.Freeze(
        new() { Id = "CJ/T 214-2007", Version = 1, Standard = new("CJ/T 214-2007"), Source = Where },
        CodeTableCsv.Read(File.ReadAllText(SharedData.PathOf("standards/legacy-event-codes-cjt214-2007-style.csv")), ClassKind.Matter));
}
