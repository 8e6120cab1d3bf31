using System.Text.Json;
using System.Text.Json.Serialization;
using static System.FormattableString;

namespace GridGov;

/// <summary>The JSON form of a holiday table. Names in JSON are snake_case and part of the format, not of the C# names.</summary>
internal static class HolidayTableJson
{
    private const int Format = 1;
    private const string Name = "The holiday table";

    public static HolidayTable Read(ReadOnlySpan<byte> utf8)
    {
        // Windows editors put a byte order mark before UTF-8.
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        TableDto? dto;
        try
        {
            dto = JsonSerializer.Deserialize(utf8, HolidayJsonContext.Default.TableDto);
        }
        catch (JsonException e)
        {
            var where = Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path}");
            throw new DefinitionException(Name, [new Fault(where, e.Message)], e);
        }

        if (dto is null)
            throw new DefinitionException(Name, [new Fault("$", "the document is null")]);
        if (dto.Format != Format)
            throw new DefinitionException(Name, [new Fault("$.format", Invariant($"format {dto.Format} is not known; this version reads {Format}"))]);
        var missing = dto.Holidays.Index().Where(i => i.Item is null).Select(i => new Fault(Invariant($"$.holidays[{i.Index}]"), "the holiday is null")).ToArray();
        if (missing.Length > 0)
            throw new DefinitionException(Name, missing);
        return HolidayTable.Freeze(dto.Id, dto.Version, dto.Years, dto.Holidays.Select(ToHoliday));
    }

    private static Holiday ToHoliday(HolidayDto dto) => new()
    {
        Name = new(dto.Name, dto.NameZh),
        From = dto.From,
        Until = dto.Until,
        MakeUpDays = ValueList.From(dto.MakeUpDays ?? []),
        Source = dto.Source,
    };

    internal sealed record TableDto
    {
        public required int Format { get; init; }

        public required string Id { get; init; }

        public required int Version { get; init; }

        public required IReadOnlyList<int> Years { get; init; }

        public required IReadOnlyList<HolidayDto> Holidays { get; init; }
    }

    internal sealed record HolidayDto
    {
        public required string Name { get; init; }

        public required string NameZh { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly Until { get; init; }

        public IReadOnlyList<DateOnly>? MakeUpDays { get; init; }

        public required LegalBasis Source { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(HolidayTableJson.TableDto))]
internal sealed partial class HolidayJsonContext : JsonSerializerContext;
