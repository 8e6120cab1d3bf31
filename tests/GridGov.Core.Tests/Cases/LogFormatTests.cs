using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GridGov.Core.Tests;

/// <summary>The byte form of the log against the vectors of its document and against bytes put together by hand.</summary>
public partial class LogFormatTests
{
    [Fact]
    public void The_opened_entry_has_the_bytes_and_the_hash_of_the_document()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GGE1"u8);
        writer.Write(new byte[32]);
        Text(writer, "C-1");
        writer.Write(1);
        writer.Write(UnixTicks(2026, 7, 1, 1, 30, 0, 0));
        writer.Write(1);
        Text(writer, "acceptor-7");
        Text(writer, "centre");
        writer.Write(2);
        Text(writer, "open");
        Text(writer, "");
        Text(writer, "受理");
        writer.Write(0);
        Text(writer, "street-office");
        writer.Write(-1);
        writer.Write(UnixTicks(2026, 7, 1, 3, 30, 0, 0));
        writer.Write(UnixTicks(2026, 7, 3, 1, 30, 0, 0));
        writer.Write(-1);
        Text(writer, "eight-step");
        writer.Write(1);
        writer.Write(1);
        Text(writer, "R-1");
        writer.Write(UnixTicks(2026, 7, 1, 1, 25, 30, 500));
        Text(writer, "440310001001");
        Text(writer, "01001");
        Text(writer, "hotline");

        IsDocumented("opened", bytes.ToArray(), ChainSamples.Opened);
    }

    [Fact]
    public void The_moved_entry_has_the_bytes_and_the_hash_of_the_document()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GGE1"u8);
        writer.Write(Convert.FromHexString(Vector("opened-hash")));
        Text(writer, "C-1");
        writer.Write(2);
        writer.Write(UnixTicks(2026, 7, 1, 2, 0, 0, 0));
        writer.Write(2);
        Text(writer, "dispatcher-1");
        Text(writer, "centre");
        writer.Write(3);
        Text(writer, "assign");
        Text(writer, "受理");
        Text(writer, "转办");
        writer.Write(0);
        Text(writer, "water-bureau");
        Text(writer, "handler-3");
        writer.Write(UnixTicks(2026, 7, 2, 2, 0, 0, 0));
        writer.Write(UnixTicks(2026, 7, 3, 1, 30, 0, 0));
        Text(writer, "井盖 🚲");
        writer.Write(-1);
        writer.Write(0);
        writer.Write(0);

        IsDocumented("moved", bytes.ToArray(), ChainSamples.Assigned);
    }

    [Fact]
    public void Personal_fields_are_not_in_the_canonical_bytes()
    {
        var text = Encoding.UTF8.GetString(Canonical(ChainSamples.Opened));
        Assert.DoesNotContain("private", text, StringComparison.Ordinal);
        Assert.Contains("hotline", text, StringComparison.Ordinal);
        Assert.Equal(
            Canonical(ChainSamples.Opened),
            Canonical(ChainSamples.Opened with { Report = ChainSamples.Opened.Report! with { Contact = null, Description = new("other") } }));
    }

    [Fact]
    public void A_long_note_is_written_whole()
    {
        var note = string.Concat(Enumerable.Repeat("井盖", 5_000));
        var bytes = Canonical(ChainSamples.Assigned with { Note = note });
        Assert.Equal(Canonical(ChainSamples.Assigned).Length - "井盖 🚲"u8.Length + 30_000, bytes.Length);
        Assert.Contains(note, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_of_kinds_and_roles_that_the_form_holds_do_not_move()
    {
        Assert.Equal(
            [
                "Opened", "Moved", "Urged", "Noted", "Warned", "Extended", "Suspended", "Resumed", "Escalated", "Returned", "Adjudicated",
                "Called", "ReportedIn", "PartDone", "Recused", "Linked", "Handled", "Reworked", "Reopened", "Migrated", "Responded",
            ],
            Enumerable.Range(1, 21).Select(i => ((EntryKind)i).ToString()));
        Assert.Equal(
            ["System", "Collector", "Acceptor", "Dispatcher", "Handler", "Verifier", "Supervisor", "Leader", "Reporter"],
            Enumerable.Range(0, 9).Select(i => ((Role)i).ToString()));
    }

    private static void IsDocumented(string name, byte[] byHand, CaseEntry entry)
    {
        Assert.Equal(Vector($"{name}-bytes"), Convert.ToHexStringLower(byHand));
        Assert.Equal(Vector($"{name}-hash"), Convert.ToHexStringLower(SHA256.HashData(byHand)));
        Assert.Equal(Vector($"{name}-bytes"), Convert.ToHexStringLower(Canonical(entry)));
        Assert.Equal(Vector($"{name}-hash"), entry.Hash.ToString());
    }

    private static byte[] Canonical(CaseEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        CaseChain.WriteCanonical(entry, entry.Previous, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    internal static string Vector(string name)
    {
        var document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "log-format.md"));
        var match = Regex.Match(document, $"^{name}:\\s+```text\\s+([0-9a-f\\s]+?)\\s*```", RegexOptions.Multiline);
        Assert.True(match.Success, $"The document has no vector {name}.");
        return WhiteSpace().Replace(match.Groups[1].Value, string.Empty);
    }

    internal static void Text(BinaryWriter writer, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        writer.Write(utf8.Length);
        writer.Write(utf8);
    }

    internal static long UnixTicks(int year, int month, int day, int hour, int minute, int second, int millisecond) =>
        (new DateTime(year, month, day, hour, minute, second, millisecond, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks;

    [GeneratedRegex("\\s")]
    private static partial Regex WhiteSpace();
}
