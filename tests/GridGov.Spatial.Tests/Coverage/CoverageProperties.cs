using CsCheck;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial.Tests;

public sealed class CoverageProperties
{
    [Fact]
    public void Planted_gaps_and_overlaps_are_found_and_nothing_else() =>
        Gen.Select(Gen.Int[2, 5], Gen.Int[2, 5], Gen.Int[1, 7], Gen.Int[0, 1 << 30], Gen.Int[0, 2].Array[25]).Sample((columns, rows, parts, seed, plan) =>
        {
            var tiling = new Tiling(columns, rows, parts, seed);
            var shapes = new List<GridShape>();
            var gaps = new List<string>();
            var overlaps = new List<string>();
            foreach (var shape in tiling.Shapes())
            {
                // A square of some ten metres around a point well inside the tile.
                var (kind, inside) = (plan[shapes.Count % 25], shape.Shape.InteriorPoint.Coordinate);
                var square = Draw.Box(inside.X - 1e-4, inside.Y - 1e-4, inside.X + 1e-4, inside.Y + 1e-4);
                if (!shape.Shape.Contains(square.Buffer(1e-5)))
                    kind = 0;
                if (kind == 1)
                    gaps.Add($"[{shape.Code}]");
                if (kind == 2)
                {
                    overlaps.Add($"[{shape.Code}, zz{shape.Code}]");
                    shapes.Add(new(new($"zz{shape.Code}"), square));
                }

                shapes.Add(kind == 1 ? shape with { Shape = shape.Shape.Difference(square) } : shape);
            }

            var map = GridMap.Build(GridTree.Build(shapes.Select(s => new GridRow(s.Code, null, s.Code.Value, GridLevel.Grid))), shapes);
            foreach (var outer in (Polygon?[])[null, tiling.Outer])
            {
                var report = map.CheckCoverage(GridLevel.Grid, outer: outer);
                Assert.Equal(gaps.Order(StringComparer.Ordinal), Codes(report, CoverageFault.Gap));
                Assert.Equal(overlaps.Order(StringComparer.Ordinal), Codes(report, CoverageFault.Overlap));
                Assert.Equal(0, report.CountOf(CoverageFault.Outside));
                // 2e-4 by 2e-4 degrees at 22.5° north.
                Assert.All(report.Findings, f => Assert.InRange(f.SquareMetres, 455, 460));
                Assert.InRange(report.LeftOutSquareMetres, 0, 1e-3);
            }
        }, iter: 60);

    private static IEnumerable<string> Codes(CoverageReport report, CoverageFault kind) =>
        report.Findings.Where(f => f.Kind == kind).Select(f => f.Codes.ToString()).Order(StringComparer.Ordinal);
}
