using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace GridGov.Core.Tests;

public class CaseHeadsTests
{
    private static readonly string[] Names = ["A", "AB", "ABC", "B", "a", "案", "案件", "🚲", "C-1", "C-10", "C-2", "\uffee", new('盖', 64), new('盖', 63)];

    private static readonly Gen<CaseHead> Head = Gen.Select(
        Gen.OneOf(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), Gen.Int[0, 999].Select(i => $"2026-{i:000}")),
        Gen.Int[1, 9],
        Gen.Byte.Array[32],
        (id, version, hash) => new CaseHead(new(id), version, new(hash)));

    [Fact]
    public void The_roots_are_those_of_the_document()
    {
        var heads = new CaseHeads();
        Assert.Equal(default, heads.Root);
        heads.Set(new(new("C-1"), 2, Vector("noted-hash")));
        Assert.Equal(Vector("leaf-hash"), heads.Root);
        Assert.Equal(Vector("root-of-one"), heads.Root);
        heads.Set(new(new("C-10"), 1, Vector("located-hash")));
        Assert.Equal(Vector("root-of-two"), heads.Root);
        heads.Set(new(new("案-3"), 7, new(SHA256.HashData("abc"u8))));
        Assert.Equal(Vector("root-of-three"), heads.Root);
        Assert.Equal(Vector("root-of-three"), Reference([.. Heads(heads, "C-1", "C-10", "案-3")]));
    }

    [Fact]
    public void The_root_is_that_of_the_definition_after_every_change_whatever_the_order() => Head.Array[1, 60].Sample(
        changes =>
        {
            var heads = new CaseHeads();
            var known = new Dictionary<CaseId, CaseHead>();
            foreach (var (head, i) in changes.Select((h, i) => (h, i)))
            {
                heads.Set(head);
                known[head.Case] = head;
                if (i % 3 == 0)
                    Assert.Equal(Reference([.. known.Values]), heads.Root);
            }

            Assert.Equal(Reference([.. known.Values]), heads.Root);
            Assert.Equal(known.Count, heads.Count);
            Assert.All(known.Values, h => Assert.True(heads.TryGet(h.Case, out var got) && got == h));
            Assert.False(heads.TryGet(new("unknown"), out _));
        },
        iter: 300);

    [Fact]
    public void A_proof_of_each_case_leads_to_the_root_and_a_forged_one_does_not() =>
        Gen.Select(Head.Array[1, 40], Gen.Int[0, 1_000], Gen.Int[0, 31]).Sample(
            (changes, pick, flip) =>
            {
                var heads = new CaseHeads();
                foreach (var head in changes)
                    heads.Set(head);
                var checkpoint = Over(heads.Root);
                var proof = heads.Prove(changes[pick % changes.Length].Case)!;
                Assert.True(proof.Holds(checkpoint));
                Assert.False(proof.Holds(Over(Flipped(heads.Root, flip))));
                Assert.False((proof with { Head = proof.Head with { Version = proof.Head.Version + 1 } }).Holds(checkpoint));
                Assert.False((proof with { Head = proof.Head with { Hash = Flipped(proof.Head.Hash, flip) } }).Holds(checkpoint));
                Assert.False((proof with { Head = proof.Head with { Case = new("forged") } }).Holds(checkpoint));
                Assert.False((proof with { Head = default }).Holds(checkpoint));
                for (var i = 0; i < proof.Steps.Count; i++)
                {
                    var steps = proof.Steps.ToArray();
                    steps[i] = steps[i] with { Sibling = Flipped(steps[i].Sibling, flip) };
                    Assert.False((proof with { Steps = ValueList.From(steps) }).Holds(checkpoint));
                    steps = [.. proof.Steps];
                    steps[i] = steps[i] with { Bit = steps[i].Bit + 1 };
                    Assert.False((proof with { Steps = ValueList.From(steps) }).Holds(checkpoint));
                    Assert.False((proof with { Steps = ValueList.From(proof.Steps.Where((_, j) => j != i)) }).Holds(checkpoint));
                }
            },
            iter: 200);

    [Fact]
    public void A_node_of_the_tree_is_no_proof_of_a_case()
    {
        var heads = new CaseHeads();
        Assert.Null(heads.Prove(new("A")));
        heads.Set(new(new("A"), 1, ChainSamples.Opened.Hash));
        heads.Set(new(new("B"), 1, ChainSamples.Opened.Hash));
        Assert.Null(heads.Prove(new("C")));
        Assert.False(new CheckpointProof(new(new("A"), 1, ChainSamples.Opened.Hash), [new(-1, default)]).Holds(Over(heads.Root)));
        Assert.False(new CheckpointProof(new(new("A"), 1, ChainSamples.Opened.Hash), [new(int.MaxValue, default)]).Holds(Over(heads.Root)));
        Assert.Throws<ArgumentException>(() => heads.Set(default));
    }

    [Fact]
    public void Ten_thousand_cases_have_the_root_of_the_definition_in_either_order()
    {
        var all = Enumerable.Range(0, 10_000).Select(i => new CaseHead(new($"20260302-{i:000000}"), 1 + (i % 7), new(SHA256.HashData(BitConverter.GetBytes(i))))).ToArray();
        var up = new CaseHeads();
        var down = new CaseHeads();
        foreach (var head in all)
            up.Set(head);
        foreach (var head in all.Reverse())
            down.Set(head);
        Assert.Equal(Reference(all), up.Root);
        Assert.Equal(up.Root, down.Root);
    }

    private static Checkpoint Over(Hash256 root) => new()
    {
        Number = 1,
        Position = 1,
        At = default,
        Cases = 1,
        Root = root,
        Previous = default,
        Key = "k",
        Hash = default,
        Signature = [],
    };

    private static IEnumerable<CaseHead> Heads(CaseHeads heads, params string[] ids)
    {
        foreach (var id in ids)
        {
            Assert.True(heads.TryGet(new(id), out var head));
            yield return head;
        }
    }

    /// <summary>The definition of the document, word for word: sorted, split, hashed.</summary>
    private static Hash256 Reference(CaseHead[] heads)
    {
        return heads.Length == 0 ? default : Root([.. heads.OrderBy(Key, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))]);

        static Hash256 Root(CaseHead[] sorted)
        {
            using var bytes = new MemoryStream();
            using var writer = new BinaryWriter(bytes);
            if (sorted is [var only])
            {
                writer.Write((byte)0);
                LogFormatTests.Text(writer, only.Case.Value);
                writer.Write(only.Version);
                writer.Write(Convert.FromHexString(only.Hash.ToString()));
            }
            else
            {
                var b = 0;
                while (Bit(sorted[0], b) == Bit(sorted[^1], b))
                    b++;
                writer.Write((byte)1);
                writer.Write(b);
                writer.Write(Convert.FromHexString(Root([.. sorted.Where(h => !Bit(h, b))]).ToString()));
                writer.Write(Convert.FromHexString(Root([.. sorted.Where(h => Bit(h, b))]).ToString()));
            }

            return new(SHA256.HashData(bytes.ToArray()));
        }

        static byte[] Key(CaseHead head) => [.. Encoding.UTF8.GetBytes(head.Case.Value), 0];

        static bool Bit(CaseHead head, int bit) => Key(head) is var key && bit / 8 < key.Length && ((key[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
    }

    private static Hash256 Vector(string name) => new(Convert.FromHexString(LogFormatTests.Vector(name)));

    private static Hash256 Flipped(Hash256 hash, int at)
    {
        var bytes = Convert.FromHexString(hash.ToString());
        bytes[at] ^= 1;
        return new(bytes);
    }
}
