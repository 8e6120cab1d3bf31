using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

public class CrosswalkTests
{
    private static readonly CodeSystem Old = CodeSystem.Freeze(
        Info with { Id = "old", Version = 1 },
        [Part("01", name: "设施"), Part("0101", "01", "上水井盖"), Part("0102", "01", "污水井盖"), Part("0103", "01", "塔"), Part("0104", "01", "亭"), Part("0105", "01", "杆")]);

    private static readonly CodeSystem New = CodeSystem.Freeze(
        Info with { Id = "new", Version = 4 },
        [Part("01", name: "设施"), Part("01001", "01", "供水井盖"), Part("01002", "01", "污水井盖"), Part("01003", "01", "水塔"), Part("01004", "01", "电塔")]);

    private static readonly CrosswalkEntry[] Lines =
    [
        Line("0103", CodeRelation.Inferred, "01004", "01003") with { Note = "by use" },
        Line("0102", CodeRelation.Exact, "01002"),
        Line("0101", CodeRelation.Renamed, "01001"),
        Line("0104", CodeRelation.None),
    ];

    [Theory]
    [InlineData("0101", CodeRelation.Renamed, "01001", true)]
    [InlineData("0102", CodeRelation.Exact, "01002", true)]
    [InlineData("0103", CodeRelation.Inferred, "01003 01004", true)]
    [InlineData("0104", CodeRelation.None, "", true)]
    [InlineData("0105", CodeRelation.None, "", false)]
    public void A_mapping_says_how_sure_it_is_and_whether_it_is_stated(string code, CodeRelation relation, string targets, bool stated)
    {
        var mapping = Walk().Map(ClassKind.Component, new(code)).Value;

        Assert.Equal((relation, stated), (mapping.Relation, mapping.IsStated));
        Assert.Equal(new QualifiedClass(Old.Key, ClassKind.Component, new(code)), mapping.From);
        Assert.Equal(targets.Split(' ', StringSplitOptions.RemoveEmptyEntries), mapping.Targets.Select(t => t.Code.Value));
        Assert.All(mapping.Targets, t => Assert.Equal(New.Key, t.System));
        Assert.Equal(stated ? "made up" : null, mapping.Basis);
    }

    [Fact]
    public void A_code_that_is_none_is_refused_and_not_guessed_at()
    {
        Assert.Equal(RefusalCodes.CodeUnknown, Walk().Map(ClassKind.Component, new("01001")).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeUnknown, Walk().Map(ClassKind.Matter, new("0101")).Refusal!.Code);
        Assert.Equal(RefusalCodes.CodeUnknown, Walk().Map(ClassKind.Matter, default).Refusal!.Code);
    }

    [Fact]
    public void A_code_of_another_system_is_refused_although_its_digits_are_known()
    {
        var major = New.Qualify(ClassKind.Component, new("01")).Value;

        Assert.Equal(RefusalCodes.CodeOfAnotherSystem, Walk().Map(major).Refusal!.Code);
        Assert.Equal(CodeRelation.Exact, Walk().Map(Old.Qualify(ClassKind.Component, new("0102")).Value).Value.Relation);
    }

    [Fact]
    public void A_mapping_is_read_without_allocating()
    {
        var (walk, code) = (Walk(), Old.Qualify(ClassKind.Component, new("0102")).Value);
        _ = walk.Map(code);
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
                _ = walk.Map(code).IsAccepted;
        }));
    }

    [Fact]
    public void The_reverse_chooses_nothing_where_several_come_together()
    {
        var back = Crosswalk.Freeze("w", 1, Old, New, [.. Lines, Line("0105", CodeRelation.Renamed, "01001")]).Reverse("back");

        Assert.Equal("back v1 (new v4 to old v1)", back.ToString());
        Assert.Equal(
            [("01001", CodeRelation.Inferred, "0101 0105"), ("01002", CodeRelation.Exact, "0102"), ("01003", CodeRelation.Inferred, "0103"), ("01004", CodeRelation.Inferred, "0103")],
            back.Entries.Select(e => (e.Source.Value, e.Relation, string.Join(' ', e.Targets))));
        Assert.False(back.Map(ClassKind.Component, new("01")).Value.IsStated);
    }

    [Fact]
    public void A_way_over_two_crosswalks_is_as_sure_as_its_least_sure_part()
    {
        var last = CodeSystem.Freeze(Info with { Id = "last" }, [Part("a", name: "供水井盖"), Part("b", name: "污水井盖"), Part("c", name: "水塔")]);
        var next = Crosswalk.Freeze("n", 7, New, last, [Line("01001", CodeRelation.Exact, "a"), Line("01002", CodeRelation.Exact, "b"), Line("01003", CodeRelation.Exact, "c")]);
        var whole = Walk().Compose("whole", next);

        Assert.Equal("whole v7 (old v1 to last v2)", whole.ToString());
        Assert.Equal(
            [("0101", CodeRelation.Renamed, "a"), ("0102", CodeRelation.Exact, "b"), ("0103", CodeRelation.Inferred, "c"), ("0104", CodeRelation.None, "")],
            whole.Entries.Select(e => (e.Source.Value, e.Relation, string.Join(' ', e.Targets))));
    }

    [Fact]
    public void Crosswalks_that_do_not_meet_are_not_composed()
    {
        Assert.Contains("begins at old v1", Assert.Throws<ArgumentException>(() => Walk().Compose("x", Walk())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Walk().Compose("x", null!));
    }

    [Fact]
    public void Every_fault_is_listed_at_once() => Cultures.InEach(_ => Assert.Equal(
        [
            "id: it is empty",
            "version: it is 0; versions begin at 1",
            "line 9: it is null",
            "Component without a code: it is no class of old v1",
            "Component 0101: it is exact, but 上水井盖 and 供水井盖 are two names; it is renamed or inferred",
            "Component 0102: its target 01009 is no class of new v4",
            "Component 0102: the class occurs more than once; put its targets into one line",
            "Component 0102: it is Exact with 0 targets; exact and renamed have one, inferred at least one, none has none",
            "Component 0103: its target 01003 occurs more than once",
            "Component 0104: it is None with 1 targets; exact and renamed have one, inferred at least one, none has none",
            "Component 0105: its basis is missing; say what the line rests on",
            "Component 0105: its relation 9 is none of the four",
            "Component 0999: it is no class of old v1",
        ],
        Faults.Of(() => Crosswalk.Freeze(string.Empty, 0, Old, New, [
            Line("0999", CodeRelation.None),
            Line("0102", CodeRelation.Inferred, "01009"),
            Line("0102", CodeRelation.Exact),
            Line("0101", CodeRelation.Exact, "01001"),
            Line("0103", CodeRelation.Inferred, "01003", "01003"),
            Line("0104", CodeRelation.None, "01003"),
            Line("0105", (CodeRelation)9) with { Basis = " " },
            Line("0101", CodeRelation.None) with { Source = default },
            null!]))));

    [Fact]
    public void A_table_whose_names_are_of_another_system_is_refused() => Assert.Equal(
        [
            "line 3: Component 0102 is 污水井盖 in old v1, not 雨水井盖; the table is of another system or version",
            "line 4: Component 01001 is 供水井盖 in new v4, not 水井; the table is of another system or version",
            "line 5: Component 0199 is no class of old v1",
            "line 6: the kind \"thing\" is neither of components nor of matters",
            "line 7: its old code is none: it is empty",
        ],
        Faults.Of(() => Crosswalk.FromCsv(
            "w",
            1,
            Old,
            New,
            "kind,old_code4,old_name,new_code5,new_name\npart,0104,亭,,\npart,0102,雨水井盖,01002,污水井盖\npart,0101,上水井盖,01001,水井\npart,0199,x,01001,供水井盖\nthing,0101,上水井盖,,\npart,,上水井盖,,\n",
            "made up")));

    private static Crosswalk Walk() => Crosswalk.Freeze("walk", 3, Old, New, Lines);

    private static CrosswalkEntry Line(string code, CodeRelation relation, params string[] targets) => new()
    {
        Kind = ClassKind.Component,
        Source = new(code),
        Targets = ValueList.From(targets.Select(t => new ClassCode(t))),
        Relation = relation,
        Basis = "made up",
    };
}
