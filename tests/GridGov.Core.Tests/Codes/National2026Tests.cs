using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

/// <summary>The classes of GB/T 47678.5-2026 that the library carries, against what is known of the standard.</summary>
public class National2026Tests
{
    [Fact]
    public void There_are_153_classes_of_components_and_250_of_matters()
    {
        Assert.Equal([(5, 153), (10, 250)], new[] { ClassKind.Component, ClassKind.Matter }.Select(kind => (
            National.Majors(kind).Count,
            National.Majors(kind).Sum(major => National.ChildrenOf(major).Count))));
        Assert.Equal(15 + 403, National.Classes.Count);
        Assert.Equal(["市政公用设施", "交通设施", "市容环卫设施", "园林绿化设施", "其他管理部件"], National.Majors(ClassKind.Component).Select(c => c.Name));
    }

    [Theory]
    [InlineData(ClassKind.Component, "01", 77, "016")]
    [InlineData(ClassKind.Component, "02", 44, "")]
    [InlineData(ClassKind.Component, "03", 16, "")]
    [InlineData(ClassKind.Component, "04", 14, "")]
    [InlineData(ClassKind.Component, "05", 9, "001 004 005 006 007 008")]
    [InlineData(ClassKind.Matter, "01", 77, "016")]
    [InlineData(ClassKind.Matter, "02", 44, "")]
    [InlineData(ClassKind.Matter, "03", 16, "")]
    [InlineData(ClassKind.Matter, "04", 14, "")]
    [InlineData(ClassKind.Matter, "05", 9, "001 004 005 006 007 008")]
    [InlineData(ClassKind.Matter, "06", 52, "031")]
    [InlineData(ClassKind.Matter, "07", 8, "005")]
    [InlineData(ClassKind.Matter, "08", 16, "")]
    [InlineData(ClassKind.Matter, "09", 22, "007")]
    [InlineData(ClassKind.Matter, "10", 2, "")]
    public void Numbers_have_exactly_the_gaps_of_the_table(ClassKind kind, string major, int last, string gaps)
    {
        var minors = National.ChildrenOf(Find(National, kind, major)).Select(c => c.Code.Value).ToHashSet();
        var missing = Enumerable.Range(1, last).Select(i => $"{i:000}").Where(i => !minors.Contains(major + i)).ToArray();

        Assert.Equal(gaps, string.Join(' ', missing));
        Assert.Equal($"{major}{last:000}", minors.Max(StringComparer.Ordinal));
    }

    [Fact]
    public void A_matter_of_the_first_five_groups_is_a_component_that_is_not_as_it_should_be() => Assert.All(
        National.Majors(ClassKind.Component),
        major => Assert.All(
            National.ChildrenOf(Find(National, ClassKind.Component, major.Code.Value)),
            part =>
            {
                var matter = Find(National, ClassKind.Matter, part.Code.Value);
                Assert.Equal(part.Name.Replace("SOS", string.Empty, StringComparison.Ordinal), matter.Name.Replace("SOS", string.Empty, StringComparison.Ordinal).Replace("异常", string.Empty, StringComparison.Ordinal));
                Assert.EndsWith("类", National.ParentOf(matter)!.Name, StringComparison.Ordinal);
            }));

    [Fact]
    public void Its_provenance_is_stated()
    {
        Assert.Equal(("GB/T 47678.5-2026 v1", new DateOnly(2026, 7, 1), null), (National.ToString(), National.Info.From!.Value, National.Info.Until));
        Assert.StartsWith("Secondary: a transcription", National.Info.Source, StringComparison.Ordinal);
        Assert.Contains("not compared with the official text", National.Info.Source, StringComparison.Ordinal);
        Assert.False(National.IsInForceOn(new(2026, 6, 30)));
    }

    [Fact]
    public void Every_character_of_every_name_has_an_initial() => Assert.All(
        National.Classes,
        row => Assert.All(row.Name.Where(char.IsLetterOrDigit), c => Assert.NotEqual(string.Empty, PinyinInitials.Of(c))));

    [Fact]
    public void Every_class_is_found_by_its_initials() => Assert.All(National.Classes, row =>
    {
        var initials = string.Concat(row.Name.Select(PinyinInitials.Of).Where(i => i.Length > 0).Select(i => i[0]));
        Assert.Contains(row, National.Search(initials, 1000).Select(m => m.Class));
    });

    [Fact]
    public void It_is_read_once_by_however_many_threads()
    {
        var read = new CodeSystem[8];
        Parallel.For(0, read.Length, i => read[i] = CodeSystems.National2026);
        Assert.All(read, system => Assert.Same(CodeSystems.National2026, system));
    }

    [Fact]
    public void It_is_the_table_that_it_was_transcribed_from()
    {
        var table = CodeTableCsv.Read(File.ReadAllText(SharedData.PathOf("standards/gbt47678.5-2026-parts-matters.csv")));

        Assert.Equal(CodeSystem.Freeze(National.Info, table).Classes, National.Classes);
    }
}
