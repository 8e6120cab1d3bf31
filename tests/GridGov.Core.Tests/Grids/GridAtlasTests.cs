using System.Text;

namespace GridGov.Core.Tests;

public class GridAtlasTests
{
    private static readonly GridSystem Administrative = new("administrative", 3, GridTree.Build([
        new(new("C"), null, "Community", GridLevel.Community),
        new(new("G"), new("C"), "Grid", GridLevel.Grid, 300) { Area = AreaType.Urban, From = new(2026, 1, 1), Until = new(2030, 12, 31) },
        new(new("M"), new("G"), "微网格 \"一\", north", GridLevel.MicroGrid, 60)]));

    private static readonly GridSystem Exclusive = new("exclusive", 1, GridTree.Build([
        new(new("G"), null, "Market", GridLevel.Grid) { Kind = GridKind.Exclusive }]))
    { CoversEveryPlace = false };

    private readonly GridAtlas _atlas = GridAtlas.Freeze([Exclusive, Administrative]);

    [Fact]
    public void A_place_lies_in_one_grid_of_each_system_and_level()
    {
        var place = _atlas.Place(new Dictionary<string, GridCode> { ["administrative"] = new("M"), ["exclusive"] = new("G") });

        Assert.Equal(new GridCode("M"), place.GridIn("administrative"));
        Assert.Equal(new GridCode("G"), place.GridIn("administrative", GridLevel.Grid));
        Assert.Equal(new GridCode("C"), place.GridIn("administrative", GridLevel.Community));
        Assert.Null(place.GridIn("administrative", GridLevel.Street));
        Assert.Null(place.GridIn("exclusive", GridLevel.Community));
        Assert.Null(place.GridIn("unknown"));
    }

    [Fact]
    public void The_same_code_is_another_node_in_another_system()
    {
        Assert.Equal(["administrative", "exclusive"], _atlas.Systems.Select(s => s.Id));
        Assert.True(_atlas.TryFind("exclusive", new("G"), out var market));
        Assert.Equal("Market", _atlas["exclusive"].Tree.NameOf(market));
        Assert.False(_atlas.TryFind("exclusive", new("M"), out _));
        Assert.False(_atlas.TryFind("unknown", new("M"), out _));
        Assert.Throws<KeyNotFoundException>(() => _atlas["unknown"]);
    }

    [Fact]
    public void A_place_without_a_grid_in_a_system_that_covers_all_is_refused_with_every_fault() => Faults.AreAt(
        ["administrative", "exclusive", "fire"],
        () => _atlas.Place(new Dictionary<string, GridCode> { ["exclusive"] = new("X"), ["fire"] = new("F") }));

    [Fact]
    public void An_atlas_that_makes_no_sense_is_refused_with_every_fault()
    {
        Faults.AreAt(["systems"], () => GridAtlas.Freeze([]));
        Faults.AreAt(
            ["system 2", "system 3", "system 3", "system 3", "exclusive"],
            () => GridAtlas.Freeze([Exclusive, null!, new(" ", 0, null!), Exclusive with { Version = 2 }]));
    }

    [Fact]
    public void A_system_is_read_from_its_own_JSON()
    {
        var json = Administrative.ToJson();
        var read = GridSystem.FromJson([.. Encoding.UTF8.Preamble, .. json]);

        Assert.Equal(Administrative.Tree.ToRows(), read.Tree.ToRows());
        Assert.Equal(("administrative", 3, true), (read.Id, read.Version, read.CoversEveryPlace));
        Assert.Equal(json, read.ToJson());
        Assert.False(GridSystem.FromJson(Exclusive.ToJson()).CoversEveryPlace);
    }

    [Theory]
    [InlineData("null", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"format":2,"id":"a","version":1,"grids":[]}""", "$.format")]
    [InlineData("""{"format":1,"id":"a","version":1,"grids":[]}""", "rows")]
    [InlineData("""{"format":1,"id":"a","version":1,"grids":[{"code":"A","name":"A","level":"Galaxy"}]}""", "$.grids[0].level")]
    [InlineData("""{"format":1,"id":"a","version":1,"grids":[{"code":"A","name":"A","level":"Grid","size":1}]}""", "$.grids[0].size")]
    [InlineData("""{"format":1,"id":"a","id":"b","version":1,"grids":[]}""", "line 1, byte 27, $.id")]
    [InlineData("""{"format":1,"id":"a","version":1,"grids":[{"code":"A","name":"A","level":"Grid","households":1e99}]}""", "$.grids[0].households")]
    public void A_document_that_does_not_fit_is_refused_with_the_place(string json, string where) =>
        Assert.Contains($"{where}: ", Faults.Of(() => GridSystem.FromJson(Encoding.UTF8.GetBytes(json)))[0], StringComparison.Ordinal);

    [Fact]
    public void All_faults_of_a_document_are_listed()
    {
        Faults.AreAt(["$.id", "$.version", "$.grids[0]"], () => GridSystem.FromJson("""{"format":1,"id":" ","version":0,"grids":[null]}"""u8));
        Faults.AreAt(["A", "B"], () => GridSystem.FromJson(
            """{"format":1,"id":"a","version":1,"grids":[{"code":"A","name":"","level":"Grid"},{"code":"B","parent":"X","name":"B","level":"Grid"}]}"""u8));
    }

    [Fact]
    public void Rows_are_read_from_CSV()
    {
        var rows = GridCsv.Read(new StringReader(
            "\uFEFFlevel,code,parent,name,area,kind,from,until,households\r\nCommunity,C,,Community,,,,,\n\ngrid,G,C,Grid,Urban,,2026-01-01,2030-12-31,300\nMicroGrid,M,G,\"微网格 \"\"一\"\", north\",,,,,60"));

        Assert.Equal(Administrative.Tree.ToRows(), GridTree.Build(rows).ToRows());
    }

    [Fact]
    public void All_faults_of_a_table_are_listed_by_line_and_column()
    {
        Faults.AreAt(["line 1", "line 1", "line 1, field 3"], () => GridCsv.Read(new StringReader("code,name,name,level,size")));
        Faults.AreAt(["line 1"], () => GridCsv.Read(new StringReader(string.Empty)));
        Faults.AreAt(
            ["line 2", "line 3, column 4", "line 4, code", "line 5, level", "line 6, households", "line 6, from", "line 7, column 7"],
            () => GridCsv.Read(new StringReader(
                "code,parent,name,level,households,from\nA,,A,Grid,1\nB,,\"B,Grid,1,\n,,C,Grid,1,\nD,,D,,1,\nE,,E,Grid,-1,2026-13-01\nF,,\"F\"x,Grid,1,")));
    }
}
