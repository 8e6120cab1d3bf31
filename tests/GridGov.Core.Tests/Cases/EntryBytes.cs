using System.Text;

namespace GridGov.Core.Tests;

/// <summary>Reads the canonical bytes as the document states them, by code of its own.</summary>
internal static class EntryBytes
{
    private static readonly UTF8Encoding Strict = new(false, true);

    public static CaseEntry Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream);
        var magic = Encoding.ASCII.GetString(reader.ReadBytes(4));
        var previous = new Hash256(reader.ReadBytes(32));
        var entry = new CaseEntry
        {
            Previous = previous,
            Case = new(Must(reader)),
            Number = reader.ReadInt32(),
            At = Instant(reader)!.Value,
            Kind = (EntryKind)reader.ReadInt32(),
            By = new(new(Must(reader)), Must(reader) is { Length: > 0 } body ? new(body) : default, (Role)reader.ReadInt32()),
            Trigger = Must(reader),
            From = Must(reader),
            To = Must(reader),
            Ends = Flag(reader),
            Lead = new(Must(reader)),
            Handler = Text(reader) is { } handler ? new ActorId(handler) : null,
            StepDue = Instant(reader),
            CaseDue = Instant(reader),
            Note = Text(reader),
            Lifecycle = (Text(reader), reader.ReadInt32()) is ({ } id, var version) ? new LifecycleVersion(id, version) : null,
            Report = Flag(reader) ? Report(reader) : null,
        };
        if (magic == "GGE2")
            entry = Tail(entry, reader);
        Assert.Equal(stream.Length, stream.Position);
        return entry;
    }

    private static CaseEntry Tail(CaseEntry entry, BinaryReader reader)
    {
        var mask = reader.ReadInt32();
        Assert.Equal(0, mask & ~0x3fff);
        bool Has(int bit) => (mask & (1 << bit)) != 0;
        var facts = new CaseFacts
        {
            Key = Has(0) ? Must(reader) : null,
            Outcome = Has(1) ? (CaseOutcome)reader.ReadInt32() : null,
            Answer = Has(2) ? (Satisfaction)reader.ReadInt32() : null,
            Body = Has(3) ? new BodyId(Must(reader)) : null,
            Person = Has(4) ? new ActorId(Must(reader)) : null,
            Related = Has(5) ? new CaseId(Must(reader)) : null,
            Until = Has(6) ? Instant(reader)!.Value.ToUniversalTime() : null,
            Limit = Has(7) ? new TimeLimit(reader.ReadInt32(), (LimitUnit)reader.ReadInt32()) : null,
            Level = Has(8) ? (ResponsibilityLevel)reader.ReadInt32() : null,
            Clock = Has(9) ? (CaseClock)reader.ReadInt32() : null,
            Share = Has(10) ? reader.ReadInt32() : null,
            Authority = Has(11) ? Must(reader) : null,
            Evidence = Has(12) ? ValueList.From(Enumerable.Range(0, reader.ReadInt32()).Select(_ => Piece(reader)).ToArray()) : [],
        };
        return entry with
        {
            Facts = (mask & 0x1fff) == 0 ? null : facts,
            Report = Has(13) ? entry.Report! with { Position = Point(reader) } : entry.Report,
        };
    }

    private static Evidence Piece(BinaryReader reader) => new((EvidenceKind)reader.ReadInt32(), Must(reader))
    {
        Hash = Flag(reader) ? new Hash256(reader.ReadBytes(32)) : null,
        At = Flag(reader) ? Point(reader) : null,
        Taken = Instant(reader),
    };

    private static Report Report(BinaryReader reader) => new()
    {
        Id = new(Must(reader)),
        At = Instant(reader)!.Value,
        Grid = new(Must(reader)),
        Class = new(Must(reader)),
        Channel = Must(reader),
    };

    private static GeoPoint Point(BinaryReader reader) => (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble()) switch
    {
        (1, var x, var y) => GeoPoint.Wgs84(x, y),
        (2, var x, var y) => GeoPoint.Cgcs2000(x, y),
        (3, var x, var y) => GeoPoint.Gcj02(x, y),
        var other => throw new InvalidDataException($"{other}"),
    };

    private static string Must(BinaryReader reader) => Text(reader) ?? throw new InvalidDataException("A text is absent.");

    private static string? Text(BinaryReader reader) => reader.ReadInt32() is var size && size < 0 ? null : Strict.GetString(reader.ReadBytes(size));

    private static bool Flag(BinaryReader reader) => reader.ReadInt32() switch { 0 => false, 1 => true, var other => throw new InvalidDataException($"{other}") };

    private static DateTimeOffset? Instant(BinaryReader reader) =>
        reader.ReadInt64() is var ticks && ticks == long.MinValue ? null : DateTimeOffset.UnixEpoch.AddTicks(ticks);
}
