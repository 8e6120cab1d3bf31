using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>Writes a FeatureCollection in the default layout.</summary>
internal static class GeoJsonWriter
{
    // Chinese names stay readable; the document is a file, not a part of a web page.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IEnumerable<GridFeature> features, CoordinateSystem system)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            if (system != CoordinateSystem.Wgs84)
                json.WriteString("coordinate_system"u8, system.ToString());
            json.WriteStartArray("features"u8);
            foreach (var feature in features)
                WriteFeature(json, feature);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteFeature(Utf8JsonWriter json, GridFeature feature)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteStartObject("properties"u8);
        json.WriteString("code"u8, feature.Code.Value);
        json.WriteString("name"u8, feature.Name);
        json.WriteString("level"u8, feature.Level.ToString());
        if (feature.Parent is { } parent)
            json.WriteString("parent"u8, parent.Value);
        json.WriteNumber("households"u8, feature.Households);
        json.WriteEndObject();
        json.WritePropertyName("geometry"u8);
        WriteShape(json, feature);
        json.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter json, GridFeature feature)
    {
        if (feature.Shape is null)
        {
            json.WriteNullValue();
            return;
        }

        if (feature.Shape is not (Polygon or MultiPolygon))
            throw new ArgumentException($"{feature.Code}: its shape is a {feature.Shape.GeometryType}; a polygon or multi-polygon is needed.", nameof(feature));
        json.WriteStartObject();
        json.WriteString("type"u8, feature.Shape.GeometryType);
        json.WritePropertyName("coordinates"u8);
        if (feature.Shape is Polygon one)
        {
            WritePolygon(json, one);
        }
        else
        {
            json.WriteStartArray();
            for (var i = 0; i < feature.Shape.NumGeometries; i++)
                WritePolygon(json, (Polygon)feature.Shape.GetGeometryN(i));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePolygon(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        WriteRing(json, polygon.ExteriorRing, isShell: true);
        foreach (var hole in polygon.InteriorRings)
            WriteRing(json, hole, isShell: false);
        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LineString ring, bool isShell)
    {
        var points = ring.Coordinates;
        var isBackwards = points.Length > 3 && Orientation.IsCCW(points) != isShell;
        json.WriteStartArray();
        for (var i = 0; i < points.Length; i++)
        {
            var point = points[isBackwards ? points.Length - 1 - i : i];
            json.WriteStartArray();
            json.WriteNumberValue(point.X);
            json.WriteNumberValue(point.Y);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
