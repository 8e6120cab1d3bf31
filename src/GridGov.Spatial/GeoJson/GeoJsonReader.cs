using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using static System.FormattableString;

namespace GridGov.Spatial;

/// <summary>Reads one document and collects its faults. For one thread.</summary>
internal sealed class GeoJsonReader(GeoJsonLayout layout, bool codesOnly)
{
    private const int MaxDepth = 16;
    private const string Definition = "The GeoJSON document";

    private readonly List<Fault> _faults = [];

    public List<GridFeature> Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > layout.MaxBytes)
            throw new DefinitionException(Definition, [new("$", Invariant($"it has {utf8.Length} bytes; at most {layout.MaxBytes} are read"))]);
        // Windows editors put a byte order mark before UTF-8.
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (Utf8FaultAt(utf8.Span) is { } at)
            throw new DefinitionException(Definition, [new(Invariant($"byte {at + 1}"), "it is not UTF-8 from here on; save it as UTF-8")]);
        using var document = Parse(utf8);
        var features = ReadCollection(document.RootElement);
        return _faults.Count > 0 ? throw new DefinitionException(Definition, _faults) : features;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8, new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? Invariant($"line {line + 1}, byte {e.BytePositionInLine + 1}") : "$";
            throw new DefinitionException(Definition, [new(where, e.Message)]);
        }
        catch (InvalidOperationException e)
        {
            // A member's name with half of a surrogate pair cannot be compared.
            throw new DefinitionException(Definition, [new("$", e.Message)]);
        }
    }

    /// <summary>A text; null for anything else and for a text with half of a surrogate pair.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static int? Utf8FaultAt(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.IsValid(utf8))
            return null;
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }

    private List<GridFeature> ReadCollection(JsonElement root)
    {
        var features = new List<GridFeature>();
        if (root.ValueKind != JsonValueKind.Object || !IsText(root, "type", "FeatureCollection"))
        {
            _faults.Add(new("$.type", "it is no FeatureCollection"));
            return features;
        }

        CheckSystem(root);
        if (!root.TryGetProperty("features", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            _faults.Add(new("$.features", "it is missing or no array"));
            return features;
        }

        var shapes = new GeoJsonShapes(_faults, layout.MaxPositions);
        var number = 0;
        foreach (var feature in list.EnumerateArray())
        {
            if (ReadFeature(feature, Invariant($"$.features[{number++}]"), shapes) is { } read)
                features.Add(read);
        }

        return features;
    }

    private void CheckSystem(JsonElement root)
    {
        if (root.TryGetProperty("coordinate_system", out var named) && !Says(named, layout.System.ToString()))
            _faults.Add(new("$.coordinate_system", $"the coordinates are in {named.GetRawText()} and were to be read as {layout.System}; set the layout's system"));
        // The older GeoJSON of 2008 names its system; RFC 7946 has WGS 84 only.
        if (!root.TryGetProperty("crs", out var crs) || crs.ValueKind == JsonValueKind.Null)
            return;
        var name = crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            && properties.TryGetProperty("name", out var text) ? TextOf(text) : null;
        CoordinateSystem? system = name switch
        {
            "urn:ogc:def:crs:OGC:1.3:CRS84" or "urn:ogc:def:crs:OGC::CRS84" or "urn:ogc:def:crs:EPSG::4326" or "EPSG:4326" => CoordinateSystem.Wgs84,
            "urn:ogc:def:crs:EPSG::4490" or "EPSG:4490" => CoordinateSystem.Cgcs2000,
            _ => null,
        };
        if (system != layout.System)
            _faults.Add(new("$.crs", $"the coordinates are in {name ?? "a system without a name"} and were to be read as {layout.System}"));
    }

    private GridFeature? ReadFeature(JsonElement feature, string path, GeoJsonShapes shapes)
    {
        if (feature.ValueKind != JsonValueKind.Object || !IsText(feature, "type", "Feature"))
        {
            _faults.Add(new(path, "it is no Feature"));
            return null;
        }

        var before = _faults.Count;
        var shape = feature.TryGetProperty("geometry", out var geometry) ? shapes.Read(geometry, path + ".geometry") : null;
        if (!feature.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
        {
            _faults.Add(new(path + ".properties", "it is missing or no object"));
            return null;
        }

        path += ".properties";
        var code = ReadCode(properties, layout.Code, path);
        if (code is null && _faults.Count == before)
            _faults.Add(new($"{path}.{layout.Code}", "the code is missing"));
        if (codesOnly)
            return _faults.Count > before ? null : new(code!.Value, null, string.Empty, default, 0, shape);
        var parent = ReadCode(properties, layout.Parent, path) ?? layout.FixedParent;
        var name = ReadName(properties, path);
        var level = ReadLevel(properties, path);
        var households = ReadHouseholds(properties, path);
        return _faults.Count > before ? null : new(code!.Value, parent, name, level, households, shape);
    }

    private GridCode? ReadCode(JsonElement properties, string name, string path)
    {
        if (!Has(properties, name, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value),
            JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (text is null)
            _faults.Add(new($"{path}.{name}", "a code is a text or a whole number"));
        else if (!TextId.IsValid(text, out var reason))
            _faults.Add(new($"{path}.{name}", $"it is no code: {reason}"));
        else
            return new GridCode(text);
        return null;
    }

    private string ReadName(JsonElement properties, string path)
    {
        if (Has(properties, layout.Name, out var value) && TextOf(value) is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        _faults.Add(new($"{path}.{layout.Name}", "the name is missing or no text"));
        return string.Empty;
    }

    private GridLevel ReadLevel(JsonElement properties, string path)
    {
        if (!Has(properties, layout.Level, out var value))
        {
            if (layout.FixedLevel is null)
                _faults.Add(new($"{path}.{layout.Level}", "the level is missing; give it, or a level for all"));
            return layout.FixedLevel ?? default;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetByte(out var number) && Enum.IsDefined((GridLevel)number))
            return (GridLevel)number;
        foreach (var level in Enum.GetValues<GridLevel>())
        {
            if (Says(value, level.ToString()))
                return level;
        }

        _faults.Add(new($"{path}.{layout.Level}", $"it is no level; the levels are {string.Join(", ", Enum.GetNames<GridLevel>())}"));
        return default;
    }

    private int ReadHouseholds(JsonElement properties, string path)
    {
        if (!Has(properties, layout.Households, out var value))
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var households) && households >= 0)
            return households;
        _faults.Add(new($"{path}.{layout.Households}", "households are a whole number from 0"));
        return 0;
    }

    private static bool Has(JsonElement properties, string name, out JsonElement value) =>
        properties.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    private static bool IsText(JsonElement element, string name, string text) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static bool Says(JsonElement value, string text) =>
        string.Equals(TextOf(value), text, StringComparison.OrdinalIgnoreCase);
}
