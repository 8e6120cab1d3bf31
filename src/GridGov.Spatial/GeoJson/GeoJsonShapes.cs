using System.Text.Json;
using NetTopologySuite.Geometries;
using static System.FormattableString;

namespace GridGov.Spatial;

/// <summary>Reads the geometries of one document and adds their faults to the list. For one thread.</summary>
internal sealed class GeoJsonShapes(List<Fault> faults, int maxPositions)
{
    private int _positions;

    /// <summary>A polygon or multi-polygon; null where it is null or has faults.</summary>
    public Geometry? Read(JsonElement geometry, string path)
    {
        if (geometry.ValueKind == JsonValueKind.Null)
            return null;
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            return Refuse(path, "it is no geometry with a type");
        var isMulti = type.ValueEquals("MultiPolygon");
        if (!isMulti && !type.ValueEquals("Polygon"))
            return Refuse(path + ".type", "a Polygon or MultiPolygon is needed");
        path += ".coordinates";
        if (!geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
            return Refuse(path, "it is missing or no array");
        if (!isMulti)
            return ReadPolygon(coordinates, path);
        var before = faults.Count;
        var parts = new List<Polygon>();
        foreach (var part in coordinates.EnumerateArray())
        {
            if (ReadPolygon(part, Invariant($"{path}[{parts.Count}]")) is { } polygon)
                parts.Add(polygon);
            else
                parts.Add(GeometryFactory.Default.CreatePolygon());
        }

        if (parts.Count == 0)
            return Refuse(path, "there is no polygon; a feature that is not drawn has the geometry null");
        return faults.Count > before ? null : GeometryFactory.Default.CreateMultiPolygon([.. parts]);
    }

    private Polygon? ReadPolygon(JsonElement rings, string path)
    {
        if (rings.ValueKind != JsonValueKind.Array)
            return Refuse(path, "a polygon is an array of rings");
        var before = faults.Count;
        var read = new List<LinearRing>();
        var number = 0;
        foreach (var ring in rings.EnumerateArray())
        {
            if (ReadRing(ring, Invariant($"{path}[{number++}]")) is { } linear)
                read.Add(linear);
        }

        if (number == 0)
            return Refuse(path, "there is no ring");
        return faults.Count > before ? null : GeometryFactory.Default.CreatePolygon(read[0], [.. read.Skip(1)]);
    }

    private LinearRing? ReadRing(JsonElement ring, string path)
    {
        if (ring.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new(path, "a ring is an array of positions"));
            return null;
        }

        var positions = new List<Coordinate>(ring.GetArrayLength());
        if (_positions > maxPositions - ring.GetArrayLength())
        {
            if (_positions <= maxPositions)
                faults.Add(new(path, Invariant($"the document has more than {maxPositions} positions")));
            _positions = int.MaxValue;
            return null;
        }

        _positions += ring.GetArrayLength();
        var before = faults.Count;
        var number = 0;
        foreach (var position in ring.EnumerateArray())
        {
            if (TryReadPosition(position, out var coordinate, out var why))
                positions.Add(coordinate);
            else
                faults.Add(new(Invariant($"{path}[{number}]"), why));
            number++;
        }

        if (faults.Count > before)
            return null;
        if (positions.Count < 4)
            faults.Add(new(path, Invariant($"the ring has {positions.Count} position(s); at least 4 are needed, the last like the first")));
        else if (!positions[0].Equals2D(positions[^1]))
            faults.Add(new(path, Invariant($"the ring is not closed: it begins at {positions[0].X:R},{positions[0].Y:R} and ends at {positions[^1].X:R},{positions[^1].Y:R}; repeat the first position")));
        return faults.Count > before ? null : GeometryFactory.Default.CreateLinearRing([.. positions]);
    }

    private static bool TryReadPosition(JsonElement position, out Coordinate coordinate, out string why)
    {
        coordinate = new();
        why = "a position is an array of longitude and latitude, both numbers";
        if (position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2)
            return false;
        var (x, y) = (position[0], position[1]);
        if (x.ValueKind != JsonValueKind.Number || y.ValueKind != JsonValueKind.Number)
            return false;
        why = "a longitude is from −180 to 180 degrees, a latitude from −90 to 90";
        if (!x.TryGetDouble(out var longitude) || !y.TryGetDouble(out var latitude) || !(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90))
            return false;
        (coordinate.X, coordinate.Y) = (longitude, latitude);
        return true;
    }

    private Polygon? Refuse(string path, string why)
    {
        faults.Add(new(path, why));
        return null;
    }
}
