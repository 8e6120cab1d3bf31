using CsCheck;
using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

/// <summary>Random trees of classes against plain walks over their rows.</summary>
public class CodeSystemLawTests
{
    [Fact]
    public void Parents_and_children_are_those_of_the_rows() => Forests.Sample(rows =>
    {
        var system = Freeze(rows);
        foreach (var row in rows)
        {
            Assert.Equal(row, Find(system, row.Kind, row.Code.Value));
            Assert.Equal(row.Parent, system.ParentOf(row)?.Code);
            Assert.Equal(rows.Where(r => r.Kind == row.Kind && r.Parent == row.Code).Select(r => r.Code).Order(), system.ChildrenOf(row).Select(c => c.Code));
        }
    });

    [Fact]
    public void The_order_is_the_recursive_pre_order_of_each_kind() => Forests.Sample(rows =>
    {
        IEnumerable<CodedClass> Visit(ClassKind kind, ClassCode? parent) => rows
            .Where(r => r.Kind == kind && r.Parent == parent)
            .OrderBy(r => r.Code)
            .SelectMany(r => Visit(kind, r.Code).Prepend(r));

        Assert.Equal([.. Visit(ClassKind.Component, null), .. Visit(ClassKind.Matter, null)], Freeze(rows).Classes);
    });

    [Fact]
    public void The_order_of_the_rows_does_not_matter() =>
        (from rows in Forests from other in Gen.Shuffle(rows) select (rows, other)).Sample(pair =>
        {
            var (one, other) = (Freeze(pair.rows), Freeze(pair.other));
            Assert.Equal(one.Classes, other.Classes);
            Assert.Equal(one.ToJson(), other.ToJson());
            Assert.Equal(one.Search("水", 50), other.Search("水", 50));
        });

    [Fact]
    public void Every_class_is_found_by_its_code_each_part_of_its_name_and_its_initials() => Forests.Sample(rows =>
    {
        var system = Freeze(rows);
        foreach (var row in rows)
        {
            var initials = string.Concat(row.Name.Select(PinyinInitials.Of).Where(i => i.Length > 0).Select(i => i[^1]));
            string[] texts = [row.Code.Value, row.Name, row.Name[(row.Name.Length / 2)..], row.Name[..1], .. initials.Any(char.IsAsciiLetter) ? new[] { initials } : []];
            Assert.All(texts, text => Assert.Contains(row, system.Search(text, 1000).Select(m => m.Class)));
        }
    });

    [Fact]
    public void A_search_finds_each_class_once_in_the_order_of_the_ways() => Gen.Select(Forests, Gen.Int[0, 5].Select(i => new[] { "w", "水", "g0", "sj", "a", "（" }[i])).Sample((rows, text) =>
    {
        var system = Freeze(rows);
        var found = system.Search(text, 1000);
        Assert.Equal(found.Count, found.Select(m => m.Class).Distinct().Count());
        var places = system.Classes.Index().ToDictionary(c => c.Item, c => c.Index);
        Assert.Equal(found.OrderBy(m => m.By).ThenBy(m => places[m.Class]), found);
    });

    [Fact]
    public void What_is_written_is_read_back_the_same() => Forests.Sample(rows =>
    {
        var system = Freeze(rows);
        var back = CodeSystem.FromJson(system.ToJson());
        Assert.Equal((system.Info, system.Classes), (back.Info, back.Classes));
    });

    [Fact]
    public void A_class_comes_back_from_its_qualified_code() => Forests.Sample(rows =>
    {
        var system = Freeze(rows);
        Assert.All(rows, row => Assert.Equal(row, system.Resolve(system.Qualify(row.Kind, row.Code).Value).Value));
    });
}
