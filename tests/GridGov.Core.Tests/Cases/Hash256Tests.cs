using System.Text.Json;
using CsCheck;

namespace GridGov.Core.Tests;

public class Hash256Tests
{
    [Fact]
    public void A_hash_is_its_32_bytes_in_order() => Gen.Byte.Array[Hash256.Size].Sample(bytes =>
    {
        var hash = new Hash256(bytes);
        var copy = new byte[Hash256.Size];
        hash.CopyTo(copy);

        Assert.Equal(bytes, copy);
        Assert.Equal(Convert.ToHexStringLower(bytes), hash.ToString());
        Assert.True(Hash256.TryParse(hash.ToString(), out var parsed));
        Assert.Equal(hash, parsed);
        Assert.Equal($"\"{hash}\"", JsonSerializer.Serialize(hash));
        Assert.Equal(hash, JsonSerializer.Deserialize<Hash256>($"\"{hash}\""));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_hash_has_exactly_32_bytes(int size) => Assert.Throws<ArgumentException>(() => new Hash256(new byte[size]));

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("g000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000000")]
    public void Any_other_text_is_not_a_hash(string text)
    {
        Assert.False(Hash256.TryParse(text, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Hash256>($"\"{text}\""));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    public void Any_other_JSON_is_not_a_hash(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Hash256>(json));
}
