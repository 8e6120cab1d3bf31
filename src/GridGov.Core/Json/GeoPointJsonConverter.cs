using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>Reads and writes a point as text: system, longitude, latitude, such as <c>wgs84 113.9,22.5</c>.</summary>
internal sealed class GeoPointJsonConverter : JsonConverter<GeoPoint>
{
    private const string Expected = "A point is expected, such as \"wgs84 113.9,22.5\"; the systems are wgs84, cgcs2000 and gcj02.";

    public static string TextOf(GeoPoint point)
    {
        var system = point.System switch
        {
            CoordinateSystem.Wgs84 => "wgs84",
            CoordinateSystem.Cgcs2000 => "cgcs2000",
            CoordinateSystem.Gcj02 => "gcj02",
            _ => throw new ArgumentException("The point has no coordinate system.", nameof(point)),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{system} {point.Longitude:R},{point.Latitude:R}");
    }

    public static bool TryParse(string? text, out GeoPoint point)
    {
        point = default;
        if (text is null || text.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0)
            return false;
        var numbers = text.AsSpan(space + 1);
        var comma = numbers.IndexOf(',');
        if (comma < 0
            || !double.TryParse(numbers[..comma], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            || !double.TryParse(numbers[(comma + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !(Math.Abs(longitude) <= 180)
            || !(Math.Abs(latitude) <= 90))
        {
            return false;
        }

        switch (text[..space])
        {
            case "wgs84":
                point = GeoPoint.Wgs84(longitude, latitude);
                return true;
            case "cgcs2000":
                point = GeoPoint.Cgcs2000(longitude, latitude);
                return true;
            case "gcj02":
                point = GeoPoint.Gcj02(longitude, latitude);
                return true;
            default:
                return false;
        }
    }

    public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var point) ? point : throw new JsonException(Expected);

    public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options) =>
        writer.WriteStringValue(TextOf(value));
}
