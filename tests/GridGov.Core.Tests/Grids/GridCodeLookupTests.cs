using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>Codes of every make are found and ordered as a sorted dictionary of strings does it.</summary>
public class GridCodeLookupTests
{
    // Digits up to and beyond what is packed, near misses of digits, letters, Chinese and astral characters.
    private static readonly Gen<string> Codes = Gen.OneOf(
        Gen.String["0123456789"], Gen.String["01"], Gen.String["/0129:"], Gen.String["aZ-9网格０９"],
        Gen.Int[0, 99].Select(i => $"𠀀{i}"), Gen.String["0123456789"].Select(s => $"1234567890123{s}"))
        .Where(s => TextId.IsValid(s, out _));

    [Fact]
    public void Every_code_is_found_and_no_other_and_siblings_are_in_ordinal_order() =>
        Gen.Select(Codes.Array[1, 80], Codes.Array[1, 40]).Sample((codes, others) =>
        {
            string[] known = [.. codes.Distinct(StringComparer.Ordinal)];
            var tree = GridTree.Build(known.Select(c => new GridRow(new(c), null, c, GridLevel.Grid)));
            var sorted = known.Order(StringComparer.Ordinal).ToArray();

            Assert.Equal(sorted, Enumerable.Range(0, tree.Count).Select(i => tree.CodeOf(new(i)).Value));
            foreach (var code in known.Concat(others).Concat(known.Select(c => c[1..])).Concat(known.Select(c => c + "0")))
            {
                Assert.Equal(sorted.Contains(code), tree.TryFind(code.AsSpan(), out var node));
                Assert.Equal(Math.Max(Array.IndexOf(sorted, code), 0), node.Index);
            }
        }, iter: 400);

    [Theory]
    [InlineData("1234567890123456", "123456789012345")]
    [InlineData("1234567890123456", "12345678901234567")]
    [InlineData("1", "10")]
    [InlineData("0", "00")]
    [InlineData("330102", "３３０１０２")]
    [InlineData("330102", "33010/")]
    [InlineData("330102", "33010:")]
    [InlineData("3301", "33\u01301")]
    public void Codes_that_look_alike_are_told_apart(string one, string other)
    {
        var tree = GridTree.Build([new(new(one), null, "one", GridLevel.Grid), new(new(other), null, "other", GridLevel.Grid)]);

        Assert.True(tree.TryFind(one, out var first));
        Assert.True(tree.TryFind(other, out var second));
        Assert.Equal(("one", "other"), (tree.NameOf(first), tree.NameOf(second)));
        Assert.False(GridTree.Build([new(new(one), null, "one", GridLevel.Grid)]).TryFind(other, out _));
    }

    [Fact]
    public void A_text_too_long_for_a_code_is_not_found() =>
        Assert.False(GridTree.Build([new(new(new string('a', 64)), null, "a", GridLevel.Grid)]).TryFind(new string('a', 1 << 20), out _));

    [Fact]
    public void Codes_made_to_meet_in_one_slot_are_found_all_the_same()
    {
        // The slots of a table depend on its size, so the codes are chosen for it: 2,000 of two million that begin near one slot.
        const int wanted = 2_000;
        const int slots = wanted + (wanted / 2) + 1;
        var codes = Enumerable.Range(0, 20_000_000).Select(i => $"{i:D8}").Where(c => Slot(c, slots) < 60).Take(wanted).ToArray();
        Assert.Equal(wanted, codes.Length);

        var tree = GridTree.Build(codes.Reverse().Select(c => new GridRow(new(c), null, c, GridLevel.Grid)));

        Assert.Equal(codes, Enumerable.Range(0, tree.Count).Select(i => tree.CodeOf(new(i)).Value));
        Assert.All(codes, c => Assert.True(tree.TryFind(c, out var node) && tree.CodeOf(node).Value == c));
        Assert.False(tree.TryFind("x", out _));
        Faults.AreAt([codes[5]], () => GridTree.Build(codes.Append(codes[5]).Select(c => new GridRow(new(c), null, c, GridLevel.Grid))));
    }

    // The documented hash of eight digits, written anew.
    private static int Slot(string digits, int slots)
    {
        var key = 0ul;
        foreach (var c in digits)
            key = (key << 4) | (uint)(c - '0' + 1);
        key <<= 32;
        key = (key ^ (key >> 32)) * 0x9E37_79B9_7F4A_7C15;
        key = (key ^ (key >> 29)) * 0xBF58_476D_1CE4_E5B9;
        return (int)(((key >> 32) * (ulong)slots) >> 32);
    }
}
