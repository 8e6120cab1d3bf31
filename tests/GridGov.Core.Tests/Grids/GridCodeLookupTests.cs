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

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    public void A_table_of_any_size_finds_every_code_and_none_between_before_and_behind(int count)
    {
        var codes = Enumerable.Range(1, count).Select(i => $"{i * 2:D8}").ToArray();
        var tree = GridTree.Build(codes.Select(c => new GridRow(new(c), null, c, GridLevel.Grid)));

        Assert.All(codes, c => Assert.True(tree.TryFind(c, out var node) && tree.CodeOf(node).Value == c));
        Assert.All(Enumerable.Range(0, count + 1), i => Assert.False(tree.TryFind($"{(i * 2) + 1:D8}", out _)));
        Assert.False(tree.TryFind("00000000", out _));
        Assert.False(tree.TryFind("9999999999999999", out _));
        Assert.False(tree.TryFind("g", out _));
    }

    [Fact]
    public void Codes_whose_hashes_meet_are_told_apart()
    {
        // Found by trial: in each place either block leads the hash to the same state.
        (string, string)[] blocks = [("亁尹搈夑倀", "沐恮峕巉孝"), ("喆堠抦樨一", "欮乌孤优墥"), ("戺嬹儾壡怀", "梭棾婪嘘聁")];
        var codes = Enumerable.Range(0, 8).Select(i => string.Concat(blocks.Select((b, at) => (i >> at & 1) == 0 ? b.Item1 : b.Item2))).ToArray();
        Assert.Single(codes.Select(Hash).Distinct());
        var sorted = codes.Order(StringComparer.Ordinal).ToArray();
        var rows = codes.Select(c => new GridRow(new(c), null, c, GridLevel.Community)).ToArray();

        var tree = GridTree.Build([.. rows, .. codes.Select(c => new GridRow(new($"1{c}"), new(c), c, GridLevel.Grid))]);
        for (var i = 0; i < 8; i++)
        {
            Assert.True(tree.TryFind(sorted[i], out var node) && node.Index == 2 * i);
            Assert.True(tree.TryFind($"1{sorted[i]}", out node) && node.Index == (2 * i) + 1);
            Assert.True(tree.TryGetParent(node, out var parent) && parent.Index == 2 * i);
        }

        for (var left = 0; left < 8; left++)
        {
            var without = GridTree.Build(rows.Where((_, i) => i != left));
            Assert.All(codes, c => Assert.Equal(c != codes[left], without.TryFind(c, out var node) && without.CodeOf(node).Value == c));
        }

        Faults.AreAt([codes[5]], () => GridTree.Build([.. rows, rows[5]]));
    }

    // The documented hash, written anew.
    private static ulong Hash(string code)
    {
        var hash = (ulong)code.Length;
        foreach (var c in code)
        {
            hash = (hash ^ c) * 0x9FB2_1C65_1E98_DF25;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
