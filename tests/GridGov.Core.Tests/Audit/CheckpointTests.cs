using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace GridGov.Core.Tests;

public class CheckpointTests
{
    private static readonly DateTimeOffset Morning = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_checkpoint_has_the_bytes_and_the_hash_of_the_document()
    {
        var checkpoint = new Checkpoint
        {
            Number = 1,
            Position = 10,
            At = new(2026, 7, 2, 0, 0, 0, TimeSpan.FromHours(8)),
            Cases = 3,
            Root = new(Convert.FromHexString(LogFormatTests.Vector("root-of-three"))),
            Previous = default,
            Key = "p256-test",
            Hash = default,
            Signature = [],
        };
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("GGC1"u8);
        writer.Write(new byte[32]);
        writer.Write(1);
        writer.Write(10L);
        writer.Write(LogFormatTests.UnixTicks(2026, 7, 1, 16, 0, 0, 0));
        writer.Write(3L);
        writer.Write(Convert.FromHexString(LogFormatTests.Vector("root-of-three")));
        LogFormatTests.Text(writer, "p256-test");
        var ours = new ArrayBufferWriter<byte>();
        CheckpointChain.WriteCanonical(checkpoint, ours);

        Assert.Equal(LogFormatTests.Vector("checkpoint-bytes"), Convert.ToHexStringLower(bytes.ToArray()));
        Assert.Equal(LogFormatTests.Vector("checkpoint-bytes"), Convert.ToHexStringLower(ours.WrittenSpan));
        Assert.Equal(LogFormatTests.Vector("checkpoint-hash"), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())));
        Assert.Equal(LogFormatTests.Vector("checkpoint-hash"), CheckpointChain.HashOf(checkpoint).ToString());
    }

    [Fact]
    public async Task Checkpoints_follow_one_another_and_each_covers_what_is_there()
    {
        var made = await Keys.OverAsync(ChainSamples.All, [0, 1, 3, 3, 4]);
        Assert.Equal([0, 1, 3, 3, 4], made.Select(c => c.Position));
        Assert.Equal([1, 2, 3, 4, 5], made.Select(c => c.Number));
        Assert.Equal([0, 1, 1, 1, 1], made.Select(c => c.Cases));
        using var trusted = Keys.Trusted;
        Assert.Null(CheckpointChain.Verify(made, trusted));
    }

    [Fact]
    public async Task A_change_of_any_field_of_a_checkpoint_is_found_at_it()
    {
        var made = await Keys.OverAsync(ChainSamples.All, [1, 2, 4]);
        var other = await Keys.OverAsync(ChainSamples.All, [1, 2, 4], Keys.Forger);
        using var trusted = Keys.Trusted;
        (string Property, Func<Checkpoint, Checkpoint> Change)[] changes =
        [
            ("Number", c => c with { Number = c.Number + 1 }),
            ("Position", c => c with { Position = c.Position + 1 }),
            ("At", c => c with { At = c.At.AddTicks(1) }),
            ("Cases", c => c with { Cases = c.Cases + 1 }),
            ("Root", c => c with { Root = c.Hash }),
            ("Previous", c => c with { Previous = c.Hash }),
            ("Key", c => c with { Key = Keys.Forger.Key }),
            ("Key", c => c with { Key = "\ud800" }),
            ("Hash", c => c with { Hash = c.Root }),
            ("Signature", c => c with { Signature = ValueList.From(c.Signature.Reverse()) }),
            ("Signature", c => c with { Signature = [] }),
            // Whoever can compute hashes can make them fit again, but not the signature.
            ("Root", c => Rehashed(c with { Root = c.Hash })),
            ("Root", c => Rehashed(c with { Root = c.Hash }) with { Signature = other[c.Number - 1].Signature }),
        ];
        foreach (var (property, change) in changes)
        {
            for (var i = 0; i < made.Length; i++)
            {
                var forged = made.ToArray();
                forged[i] = change(forged[i]);
                var fault = CheckpointChain.Verify(forged, trusted);
                Assert.True(fault is not null, $"A change of {property} in checkpoint {i + 1} is not found.");
                Assert.Equal(forged[i].Number, fault.Checkpoint);
            }
        }

        Assert.Equal(
            typeof(Checkpoint).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal),
            changes.Select(c => c.Property).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(1, CheckpointChain.Verify(other, trusted)?.Checkpoint);
        Assert.Equal(3, CheckpointChain.Verify([made[0], made[2]], trusted)?.Checkpoint);
        Assert.Equal(2, CheckpointChain.Verify([made[1]], trusted)?.Checkpoint);
    }

    [Fact]
    public async Task A_checkpoint_that_covers_less_or_is_older_than_the_one_before_is_found()
    {
        var made = await Keys.OverAsync(ChainSamples.All, [2]);
        using var trusted = Keys.Trusted;
        var next = made[0] with { Number = 2, Previous = made[0].Hash };
        Assert.Null(CheckpointChain.VerifyNext(made[0], await SignedAsync(next), trusted));
        Assert.Contains("covers less", CheckpointChain.VerifyNext(made[0], await SignedAsync(next with { Position = 1 }), trusted)?.Reason, StringComparison.Ordinal);
        Assert.Contains("covers less", CheckpointChain.VerifyNext(made[0], await SignedAsync(next with { Cases = 0 }), trusted)?.Reason, StringComparison.Ordinal);
        Assert.Contains("older", CheckpointChain.VerifyNext(made[0], await SignedAsync(next with { At = next.At.AddTicks(-1) }), trusted)?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_tells_whether_the_entries_of_one_case_are_those_that_were_signed()
    {
        var store = new InMemoryCaseStore();
        foreach (var entry in ChainSamples.All[..3])
            await store.AppendAsync(entry, Token);
        await store.AppendAsync(CaseChain.Seal(ChainSamples.Opened with { Case = new("C-2") }, default), Token);
        var checkpointer = new Checkpointer(store, Keys.Signer, TimeProvider.System);
        Assert.Throws<InvalidOperationException>(() => checkpointer.Prove(new("C-1")));
        var checkpoint = await checkpointer.TakeAsync(Token);
        var proof = checkpointer.Prove(new("C-1"))!;

        Assert.Null(checkpointer.Prove(new("C-3")));
        Assert.Equal(proof, CheckpointJson.ReadProof(Json(w => CheckpointJson.Write(w, proof))));
        Assert.Null(proof.Verify(checkpoint, ChainSamples.All[..3]));
        Assert.Null(proof.Verify(checkpoint, ChainSamples.All));
        Assert.Equal(3, proof.Verify(checkpoint, ChainSamples.All[..2])?.Number);
        var forged = CaseChain.Seal(ChainSamples.Urged with { Note = "forged" }, ChainSamples.Assigned.Hash);
        Assert.Equal(3, proof.Verify(checkpoint, [.. ChainSamples.All[..2], forged])?.Number);
        Assert.Equal(2, proof.Verify(checkpoint, [ChainSamples.Opened, ChainSamples.Assigned with { Note = "x" }, ChainSamples.Urged])?.Number);
        Assert.NotNull(proof.Verify(checkpoint with { Root = default }, ChainSamples.All));
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was_and_signs_nothing_over_a_store_that_was_rolled_back()
    {
        var made = await Keys.OverAsync(ChainSamples.All, [3]);
        var clock = new Clock { Now = made[0].At.AddDays(-1) };

        var again = await new Checkpointer(await StoreAsync(ChainSamples.All), Keys.Signer, clock, made[0]).TakeAsync(Token);
        Assert.Equal((2, 4, made[0].Hash, made[0].At), (again.Number, again.Position, again.Previous, again.At));

        var rolledBack = await Assert.ThrowsAsync<LogFaultException>(async () => await new Checkpointer(await StoreAsync(ChainSamples.All[..2]), Keys.Signer, clock, made[0]).TakeAsync(Token));
        Assert.Equal((2, 1), (rolledBack.Fault.Position, rolledBack.Fault.Checkpoint));

        CaseEntry[] rewritten = [.. ChainSamples.All[..2], CaseChain.Seal(ChainSamples.Urged with { Note = "forged" }, ChainSamples.Assigned.Hash)];
        var changed = await Assert.ThrowsAsync<LogFaultException>(async () => await new Checkpointer(await StoreAsync(rewritten), Keys.Signer, clock, made[0]).TakeAsync(Token));
        Assert.Equal((3, 1), (changed.Fault.Position, changed.Fault.Checkpoint));

        CaseEntry[] unlinked = [ChainSamples.Opened, ChainSamples.Assigned with { Previous = default }];
        var broken = await Assert.ThrowsAsync<LogFaultException>(async () => await new Checkpointer(await StoreAsync(unlinked), Keys.Signer, clock).TakeAsync(Token));
        Assert.Equal((new CaseId("C-1"), 2), (broken.Fault.Case, broken.Fault.Number));
    }

    [Fact]
    public async Task A_signer_that_fails_costs_nothing_but_that_checkpoint()
    {
        var store = await StoreAsync(ChainSamples.All);
        var checkpointer = new Checkpointer(store, Keys.Signer, new Clock { Now = Morning });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await checkpointer.TakeAsync(new(canceled: true)));
        Assert.Null(checkpointer.Last);
        var taken = await checkpointer.TakeAsync(Token);
        Assert.Equal((1, 4), (taken.Number, taken.Position));
    }

    [Fact]
    public void A_key_on_another_curve_and_a_text_that_is_no_key_are_refused()
    {
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ArgumentException>(() => new EcdsaCheckpointSigner(large));
        Assert.Throws<ArgumentException>(() => EcdsaCheckpointVerifier.FromPem(large.ExportSubjectPublicKeyInfoPem()));
        Assert.Throws<ArgumentException>(() => EcdsaCheckpointVerifier.FromPem("no key"));
        using var rsa = RSA.Create();
        Assert.Throws<ArgumentException>(() => EcdsaCheckpointVerifier.FromPem(rsa.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public async Task A_checkpoint_is_read_back_as_it_was_written_and_what_is_none_is_refused_by_field()
    {
        var made = (await Keys.OverAsync(ChainSamples.All, [4]))[0];
        var json = Json(w => CheckpointJson.Write(w, made));
        Assert.Equal(made, CheckpointJson.Read(json));

        var text = Encoding.UTF8.GetString(json);
        foreach (var field in new[] { "checkpoint", "format", "position", "at", "cases", "root", "previous", "key", "hash", "signature" })
        {
            var fault = Assert.ThrowsAny<JsonException>(() => CheckpointJson.Read(Encoding.UTF8.GetBytes(text.Replace($"\"{field}\":", "\"x\":", StringComparison.Ordinal))));
            Assert.StartsWith(field, fault.Message, StringComparison.Ordinal);
        }

        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            var bytes = json.ToArray();
            bytes[at] = value;
            try
            {
                CheckpointJson.Read(bytes);
                CheckpointJson.ReadProof(bytes);
            }
            catch (JsonException)
            {
            }
        });
    }

    private static Checkpoint Rehashed(Checkpoint checkpoint) => checkpoint with { Hash = CheckpointChain.HashOf(checkpoint) };

    private static async Task<Checkpoint> SignedAsync(Checkpoint checkpoint) =>
        Rehashed(checkpoint) is var hashed ? hashed with { Signature = await Keys.Signer.SignAsync(hashed.Hash, Token) } : throw new InvalidOperationException();

    private static async Task<InMemoryCaseStore> StoreAsync(IEnumerable<CaseEntry> entries)
    {
        var store = new InMemoryCaseStore();
        foreach (var entry in entries)
            await store.AppendAsync(entry, Token);
        return store;
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            write(writer);
        return bytes.WrittenSpan.ToArray();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
