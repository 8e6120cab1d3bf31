using System.Security.Cryptography;
using CsCheck;

namespace GridGov.Core.Tests;

/// <content>Form 2: facts, points and the kinds after the third.</content>
public partial class LogFormatTests
{
    private static readonly CaseEntry Located = CaseChain.Seal(
        ChainSamples.Opened with
        {
            Report = ChainSamples.Opened.Report! with { Position = GeoPoint.Wgs84(114.0579, 22.5431) },
            Facts = new() { Key = "k-1", Limit = TimeLimit.WorkDays(2) },
        },
        default);

    private static readonly CaseEntry Noted = CaseChain.Seal(
        new()
        {
            Case = Located.Case,
            Number = 2,
            At = ChainSamples.Assigned.At,
            Kind = EntryKind.Noted,
            By = new(new("handler-3"), new("water-bureau"), Role.Handler),
            Trigger = "note",
            From = "受理",
            To = "受理",
            Lead = new("water-bureau"),
            Handler = new("handler-3"),
            CaseDue = Located.CaseDue,
            Facts = new()
            {
                Key = "k-2",
                Outcome = CaseOutcome.PartlySolved,
                Answer = Satisfaction.NotReached,
                Body = new("gas-company"),
                Person = new("handler-4"),
                Related = new("C-0"),
                Until = new(2026, 8, 1, 0, 0, 0, TimeSpan.FromHours(8)),
                Limit = TimeLimit.WorkHours(3),
                Level = ResponsibilityLevel.Street,
                Clock = CaseClock.Case,
                Share = 80,
                Authority = "区府办〔2026〕7号",
                Evidence =
                [
                    new(EvidenceKind.Reply, "reply-1"),
                    new(EvidenceKind.PhotoAfter, "photo-2")
                    {
                        Hash = new(SHA256.HashData("abc"u8)),
                        At = GeoPoint.Gcj02(-0.5, -0.0),
                        Taken = new(2026, 7, 1, 9, 59, 0, TimeSpan.FromHours(8)),
                    },
                ],
            },
        },
        Located.Hash);

    [Fact]
    public void The_entry_with_a_place_has_the_bytes_and_the_hash_of_the_document()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GGE2"u8);
        writer.Write(Convert.FromHexString(Vector("opened-bytes"))[4..]);
        writer.Write((1 << 0) | (1 << 7) | (1 << 13));
        Text(writer, "k-1");
        writer.Write(2);
        writer.Write(4);
        writer.Write(1);
        writer.Write(114.0579);
        writer.Write(22.5431);

        IsDocumented("located", bytes.ToArray(), Located);
    }

    [Fact]
    public void The_entry_with_every_fact_has_the_bytes_and_the_hash_of_the_document()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GGE2"u8);
        writer.Write(Convert.FromHexString(Vector("located-hash")));
        Text(writer, "C-1");
        writer.Write(2);
        writer.Write(UnixTicks(2026, 7, 1, 2, 0, 0, 0));
        writer.Write(4);
        Text(writer, "handler-3");
        Text(writer, "water-bureau");
        writer.Write(4);
        Text(writer, "note");
        Text(writer, "受理");
        Text(writer, "受理");
        writer.Write(0);
        Text(writer, "water-bureau");
        Text(writer, "handler-3");
        writer.Write(long.MinValue);
        writer.Write(UnixTicks(2026, 7, 3, 1, 30, 0, 0));
        writer.Write(-1);
        writer.Write(-1);
        writer.Write(0);
        writer.Write(0);
        writer.Write(0x1fff);
        Text(writer, "k-2");
        writer.Write(2);
        writer.Write(4);
        Text(writer, "gas-company");
        Text(writer, "handler-4");
        Text(writer, "C-0");
        writer.Write(UnixTicks(2026, 7, 31, 16, 0, 0, 0));
        writer.Write(3);
        writer.Write(3);
        writer.Write(4);
        writer.Write(2);
        writer.Write(80);
        Text(writer, "区府办〔2026〕7号");
        writer.Write(2);
        writer.Write(4);
        Text(writer, "reply-1");
        writer.Write(0);
        writer.Write(0);
        writer.Write(long.MinValue);
        writer.Write(2);
        Text(writer, "photo-2");
        writer.Write(1);
        writer.Write(SHA256.HashData("abc"u8));
        writer.Write(1);
        writer.Write(3);
        writer.Write(-0.5);
        writer.Write(0.0);
        writer.Write(UnixTicks(2026, 7, 1, 1, 59, 0, 0));

        IsDocumented("noted", bytes.ToArray(), Noted);
    }

    /// <summary>Whatever can be read back as it was written cannot be confused with anything else.</summary>
    [Fact]
    public void Of_the_bytes_of_any_entry_the_entry_is_read_back_so_no_two_entries_share_their_bytes() =>
        EntryGen.Any.Sample(entry => Assert.Equal(Plain(entry), EntryBytes.Read(Canonical(entry))), iter: 3_000);

    [Fact]
    public void Form_1_is_kept_for_what_it_can_say_and_nothing_else() => EntryGen.Any.Sample(
        entry =>
        {
            var needsForm2 = entry.Facts is not null || entry.Report?.Position is not null || (int)entry.Kind > 3;
            Assert.Equal(needsForm2 ? "GGE2"u8 : "GGE1"u8, Canonical(entry).AsSpan(0, 4));
        },
        iter: 300);

    [Fact]
    public void Facts_without_a_value_are_as_no_facts() =>
        Assert.Equal(Canonical(ChainSamples.Assigned), Canonical(ChainSamples.Assigned with { Facts = new() }));

    [Fact]
    public void A_point_without_a_system_cannot_be_sealed_and_does_not_verify()
    {
        var entry = ChainSamples.Assigned with { Number = 1, Previous = default, Facts = new() { Evidence = [new(EvidenceKind.Reply, "r") { At = default(GeoPoint) }] } };
        Assert.Throws<ArgumentException>(() => CaseChain.Seal(entry, default));
        Assert.NotNull(CaseChain.Verify([entry]));
    }

    // What the bytes do not hold: the hash itself, offsets, personal fields, the sign of zero (which is equal anyway).
    private static CaseEntry Plain(CaseEntry e) => e with
    {
        Hash = default,
        Previous = e.Previous,
        At = e.At.ToUniversalTime(),
        StepDue = e.StepDue?.ToUniversalTime(),
        CaseDue = e.CaseDue?.ToUniversalTime(),
        Report = e.Report is { } r ? r with { At = r.At.ToUniversalTime() } : null,
    };
}
