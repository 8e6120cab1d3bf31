using System.Text;
using System.Text.Json;
using CsCheck;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

public sealed class GeoJsonTests
{
    private const string Square = "[[0,0],[1,0],[1,1],[0,1],[0,0]]";

    [Fact]
    public void Features_are_read_with_all_their_properties()
    {
        var features = GridGeoJson.Read(Collection(
            $$$"""{"type":"Feature","properties":{"code":"s","name":"街道","level":"street","other":[1]},"geometry":null}""",
            $$$"""{"type":"Feature","id":7,"properties":{"code":42,"name":"Grid","level":6,"parent":"s","households":300},"geometry":{"type":"Polygon","coordinates":[{{{Square}}}]}}""",
            $$$"""{"type":"Feature","properties":{"code":"m","name":"M","level":"MicroGrid","parent":"s","households":null},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0,5],[1,0,5],[1,1,5],[0,0,5]]]]}}"""));

        Assert.Equal(new(new("s"), null, "街道", GridLevel.Street, 0, null), features[0]);
        Assert.Equal(new GridRow(new("42"), new("s"), "Grid", GridLevel.Grid, 300), features[1].ToRow());
        Assert.True(features[1].Shape!.EqualsExact(Draw.Box(0, 0, 1, 1)));
        Assert.Equal("MultiPolygon", features[2].Shape!.GeometryType);
        Assert.Equal(GridLevel.MicroGrid, features[2].Level);
    }

    [Fact]
    public void A_file_of_ones_own_is_read_by_its_own_names()
    {
        var layout = new GeoJsonLayout { Code = "id", Name = "title", FixedLevel = GridLevel.Community, FixedParent = new("city") };
        var rows = GridGeoJson.ReadRows(Collection("""{"type":"Feature","properties":{"id":15,"title":"Roslindale"},"geometry":null}"""), layout);

        Assert.Equal([new GridRow(new("15"), new("city"), "Roslindale", GridLevel.Community)], rows);
    }

    [Fact]
    public void A_map_is_built_from_codes_and_shapes_alone()
    {
        var tree = Draw.Tree(("a", Draw.Box(0, 0, 1, 1)), ("b", Draw.Box(0, 0, 1, 1)));
        var map = GridMap.FromGeoJson(tree, Collection(
            $$$"""{"type":"Feature","properties":{"code":"a"},"geometry":{"type":"Polygon","coordinates":[{{{Square}}}]}}""",
            """{"type":"Feature","properties":{"code":"b"},"geometry":null}"""));

        Assert.Equal(1, map.Count);
        Assert.Equal("a", map.At(0.5, 0.5));
    }

    [Fact]
    public void Every_fault_of_a_document_is_listed_with_its_path()
    {
        static string Feature(string coordinates, string properties = """{"code":"a","name":"n","level":6}""") =>
            $$$"""{"type":"Feature","properties":{{{properties}}},"geometry":{"type":"Polygon","coordinates":{{{coordinates}}}}}""";

        var faults = Faults.Of(() => GridGeoJson.Read(Collection(
            Feature("[[[0,0],[1,0],[1,1],[0,1]]]"),
            Feature("[[[0,0],[1,0],[0,0]]]"),
            Feature("""[[[0,0],["NaN",0],[1],7,[1e999,0],[0,91],[0,0]]]"""),
            Feature("[]"),
            Feature("[7]"),
            Feature("7"),
            Feature($"[{Square}]", """{"code":true,"name":3,"level":"ward","parent":"","households":-1}"""),
            Feature($"[{Square}]", """{"name":"n","households":1.5}"""),
            Feature($"[{Square}]", "null"),
            "7",
            """{"type":"Feature","properties":{"code":"a","name":"n","level":6},"geometry":{"type":"Point","coordinates":[0,0]}}""",
            """{"type":"Feature","properties":{"code":"a","name":"n","level":6},"geometry":{"type":"MultiPolygon","coordinates":[]}}""",
            """{"type":"Feature","properties":{"code":"a","name":"n","level":6},"geometry":{"type":"Polygon"}}""",
            """{"type":"Feature","properties":{"code":"a","name":"n","level":6},"geometry":[]}""")));

        Assert.Equal(
            [
                "$.features[0].geometry.coordinates[0]: the ring is not closed: it begins at 0,0 and ends at 0,1; repeat the first position",
                "$.features[1].geometry.coordinates[0]: the ring has 3 position(s); at least 4 are needed, the last like the first",
                "$.features[2].geometry.coordinates[0][1]: a position is an array of longitude and latitude, both numbers",
                "$.features[2].geometry.coordinates[0][2]: a position is an array of longitude and latitude, both numbers",
                "$.features[2].geometry.coordinates[0][3]: a position is an array of longitude and latitude, both numbers",
                "$.features[2].geometry.coordinates[0][4]: a longitude is from −180 to 180 degrees, a latitude from −90 to 90",
                "$.features[2].geometry.coordinates[0][5]: a longitude is from −180 to 180 degrees, a latitude from −90 to 90",
                "$.features[3].geometry.coordinates: there is no ring",
                "$.features[4].geometry.coordinates[0]: a ring is an array of positions",
                "$.features[5].geometry.coordinates: it is missing or no array",
                "$.features[6].properties.code: a code is a text or a whole number",
                "$.features[6].properties.parent: it is no code: it is empty",
                "$.features[6].properties.name: the name is missing or no text",
                "$.features[6].properties.level: it is no level; the levels are Province, City, District, Street, Community, Grid, MicroGrid",
                "$.features[6].properties.households: households are a whole number from 0",
                "$.features[7].properties.code: the code is missing",
                "$.features[7].properties.level: the level is missing; give it, or a level for all",
                "$.features[7].properties.households: households are a whole number from 0",
                "$.features[8].properties: it is missing or no object",
                "$.features[9]: it is no Feature",
                "$.features[10].geometry.type: a Polygon or MultiPolygon is needed",
                "$.features[11].geometry.coordinates: there is no polygon; a feature that is not drawn has the geometry null",
                "$.features[12].geometry.coordinates: it is missing or no array",
                "$.features[13].geometry: it is no geometry with a type",
            ],
            faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"type":"Feature"}""")]
    [InlineData("""{"type":"FeatureCollection"}""")]
    [InlineData("""{"type":"FeatureCollection","features":{}}""")]
    [InlineData("""{"type":"FeatureCollection","features":[NaN]}""")]
    [InlineData("""{"type":"FeatureCollection","type":"FeatureCollection","features":[]}""")]
    [InlineData("""{"type":"FeatureCollection","\ud800x":1,"features":[{"type":"Feature","properties":{"\ud800":1,"code":"a","name":"n","level":6,"\udc00":2},"geometry":7}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"\ud800","name":"n","level":"\ud800"},"geometry":null}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"\ud800","properties":{},"geometry":{"type":"\ud800"}}]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a","name":"\ud800","level":6},"geometry":null}]}""")]
    public void A_document_that_is_none_is_a_located_fault(string text) =>
        Assert.NotEmpty(Faults.Of(() => GridGeoJson.Read(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Text_that_is_not_UTF_8_is_a_located_fault() =>
        Assert.NotEmpty(Faults.Of(() => GridGeoJson.Read((byte[])[.. """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a","name":"""u8, (byte)'"', 0xFF, .. "\",\"level\":6},\"geometry\":null}]}"u8])));

    [Fact]
    public void Deep_nesting_is_refused_where_it_is()
    {
        var text = $$"""{"type":"FeatureCollection","features":{{new string('[', 100_000)}}""";

        Assert.StartsWith("line 1, byte ", Assert.Single(Faults.Of(() => GridGeoJson.Read(Encoding.UTF8.GetBytes(text)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_bytes_or_positions_are_refused()
    {
        var document = Collection(Feature("a"), Feature("b"));

        Assert.Equal(["$"], Faults.Of(() => GridGeoJson.Read(document, new() { MaxBytes = 100 })).Select(f => f[..1]));
        Assert.Equal(
            ["$.features[1].geometry.coordinates[0]: the document has more than 9 positions"],
            Faults.Of(() => GridGeoJson.Read(document, new() { MaxPositions = 9 })));
        Assert.Equal(2, GridGeoJson.Read(document, new() { MaxPositions = 10 }).Count);

        static string Feature(string code) =>
            $$$"""{"type":"Feature","properties":{"code":"{{{code}}}","name":"n","level":6},"geometry":{"type":"Polygon","coordinates":[{{{Square}}}]}}""";
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","coordinate_system":"Gcj02","features":[]}""", CoordinateSystem.Gcj02)]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", CoordinateSystem.Wgs84)]
    [InlineData("""{"type":"FeatureCollection","crs":null,"features":[]}""", CoordinateSystem.Wgs84)]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[]}""", CoordinateSystem.Wgs84)]
    [InlineData("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[]}""", CoordinateSystem.Cgcs2000)]
    public void The_files_own_word_for_its_system_must_agree(string text, CoordinateSystem system)
    {
        var document = Encoding.UTF8.GetBytes(text);
        Assert.Empty(GridGeoJson.Read(document, new() { System = system }));
        var other = system == CoordinateSystem.Gcj02 ? CoordinateSystem.Wgs84 : CoordinateSystem.Gcj02;
        if (text.Contains("coordinate_system", StringComparison.Ordinal) || text.Contains("name", StringComparison.Ordinal))
            Assert.NotEmpty(Faults.Of(() => GridGeoJson.Read(document, new() { System = other })));
    }

    [Fact]
    public void An_unknown_system_is_a_fault() =>
        Assert.Equal(
            ["$.crs: the coordinates are in urn:ogc:def:crs:EPSG::3857 and were to be read as Wgs84"],
            Faults.Of(() => GridGeoJson.Read("""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}"""u8.ToArray())));

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Empty(GridGeoJson.Read((byte[])[.. "\uFEFF"u8, .. """{"type":"FeatureCollection","features":[]}"""u8]));

    [Fact]
    public void A_map_comes_back_as_it_was_written() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[1, 5], Gen.Int[0, 1 << 30], Gen.Enum<CoordinateSystem>()).Sample((columns, rows, parts, seed, system) =>
        {
            var tiling = new Tiling(columns, rows, parts, seed);
            var tree = GridTree.Build([
                new(new("root"), null, "街道 \"<&", GridLevel.Street, 3),
                .. tiling.Shapes().Select((s, i) => new GridRow(s.Code, new("root"), s.Code.Value, GridLevel.Grid, i))]);
            var map = GridMap.Build(tree, tiling.Shapes(), system);
            var layout = new GeoJsonLayout { System = system };

            var written = GridGeoJson.Write(map);
            var read = GridGeoJson.Read(written, layout);

            Assert.Equal(tree.Count, read.Count);
            Assert.Equal(tiling.Shapes().Count(), read.Count(f => f.Shape is not null));
            for (var i = 0; i < tree.Count; i++)
            {
                var again = GridTree.Build(read.Select(f => f.ToRow()));
                Assert.Equal((tree.CodeOf(new(i)), tree.NameOf(new(i)), tree.LevelOf(new(i)), tree.HouseholdsIn(new(i))), (again.CodeOf(new(i)), again.NameOf(new(i)), again.LevelOf(new(i)), again.HouseholdsIn(new(i))));
                map.TryGetShape(new(i), out var shape);
                Assert.True(shape is null ? read[i].Shape is null : shape.Normalized().EqualsExact(read[i].Shape!.Normalized()));
            }

            Assert.Equal(written, GridGeoJson.Write(read, system));
        }, iter: 30);

    [Fact]
    public void Rings_are_written_as_RFC_7946_asks()
    {
        var shape = Draw.Wkt("MULTIPOLYGON (((0 0, 0 4, 4 4, 4 0, 0 0), (1 1, 3 1, 3 3, 1 3, 1 1)))");
        var written = GridGeoJson.Write([new(new("a"), null, "n", GridLevel.Grid, 0, shape)]);

        using var json = JsonDocument.Parse(written);
        Assert.Equal("""[[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,3],[3,3],[3,1],[1,1]]]]""", json.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates").GetRawText());
        Assert.False(json.RootElement.TryGetProperty("coordinate_system", out _));
    }

    [Fact]
    public void What_is_no_polygon_is_not_written() =>
        Assert.Throws<ArgumentException>(() => GridGeoJson.Write([new(new("a"), null, "n", GridLevel.Grid, 0, new Point(0, 0))]));

    [Fact]
    public void A_document_with_flipped_bytes_is_read_or_refused_and_never_breaks()
    {
        var good = Collection($$$"""{"type":"Feature","properties":{"code":"a","name":"n","level":6,"households":5},"geometry":{"type":"MultiPolygon","coordinates":[[{{{Square}}}]]}}""").ToArray();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, good.Length]).Sample((at, value, length) =>
        {
            var bad = good.ToArray();
            bad[at] = value;
            try
            {
                GridGeoJson.Read(bad);
                GridGeoJson.Read(bad.AsMemory(0, length));
            }
            catch (DefinitionException e)
            {
                Assert.NotEmpty(e.Faults);
            }
        }, iter: 20_000);
    }

    private static ReadOnlyMemory<byte> Collection(params string[] features) =>
        Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");
}
