using System.Text;
using System.Text.Json;
using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>What every coded identifier owes; one class below per type.</summary>
public abstract class IdentifierTypeTests<T>
    where T : struct, IIdentifier<T>
{
    /// <summary>Canonical texts, made without the library.</summary>
    protected abstract Gen<string> Canonical { get; }

    /// <summary>The specifier of the canonical text.</summary>
    protected virtual string Whole => "G";

    /// <summary>Whether spaces and hyphens between characters are skipped.</summary>
    protected virtual bool SkipsSeparators => true;

    /// <summary>Options under which JSON holds the canonical text.</summary>
    protected virtual JsonSerializerOptions Json => JsonSerializerOptions.Default;

    [Fact]
    public void A_canonical_text_comes_back_from_characters_bytes_and_strings() => Canonical.Sample(text =>
    {
        Assert.True(T.TryParse(text, out T value, out ParseError error), text);
        Assert.Equal(default, error);
        Assert.True(T.TryParse(Encoding.UTF8.GetBytes(text), out T fromBytes, out error), text);
        Assert.Equal(default, error);
        Assert.Equal(value, fromBytes);
        Assert.Equal(value.GetHashCode(), fromBytes.GetHashCode());
        Assert.Equal(value, ParseString<T>(text));
        Assert.Equal(value, T.Parse(text.AsSpan(), null));
        Assert.Equal(value, T.Parse(Encoding.UTF8.GetBytes(text), null));
        Assert.True(TryParseString<T>(text, out var fromString));
        Assert.Equal(value, fromString);
        Assert.Equal(text, value.ToString(Whole, null));
    });

    [Fact]
    public void It_is_written_alike_as_characters_bytes_and_string_and_only_where_there_is_room() => Canonical.Sample(text =>
    {
        var value = T.Parse(text, null);
        foreach (var format in new[] { string.Empty, "G", Whole })
        {
            var expected = value.ToString(format, null);
            var chars = new char[expected.Length];
            var bytes = new byte[expected.Length];
            Assert.True(value.TryFormat(chars, out var charsWritten, format, null));
            Assert.True(value.TryFormat(bytes, out var bytesWritten, format, null));
            Assert.Equal((expected.Length, expected.Length), (charsWritten, bytesWritten));
            Assert.Equal(expected, new string(chars));
            Assert.Equal(expected, Encoding.UTF8.GetString(bytes));
            Assert.False(value.TryFormat(chars.AsSpan(1), out charsWritten, format, null));
            Assert.False(value.TryFormat(bytes.AsSpan(1), out bytesWritten, format, null));
            Assert.Equal((0, 0), (charsWritten, bytesWritten));
        }

        Assert.Equal(value.ToString(), $"{value}");
        Assert.Equal(value.ToString(Whole, null), string.Format(null, $"{{0:{Whole}}}", value));
    });

    [Fact]
    public void What_people_type_is_the_same_identifier() =>
        (from text in Canonical from typed in Typing.As(text, SkipsSeparators) select (text, typed)).Sample((text, typed) =>
        {
            Assert.True(T.TryParse(typed, out T value, out ParseError error), $"{typed}: {error}");
            Assert.Equal(text, value.ToString(Whole, null));
            Assert.True(T.TryParse(Encoding.UTF8.GetBytes(typed), out T fromBytes, out error), $"{typed}: {error}");
            Assert.Equal(value, fromBytes);
        });

    [Fact]
    public void Characters_and_bytes_agree_on_what_is_nearly_right() =>
        Gen.OneOf(Typing.NearlyRight(Canonical), Gen.String[0, 45]).Sample(text =>
        {
            if (!IsWellFormed(text))
                return;
            var accepted = T.TryParse(text, out T value, out ParseError error);
            Assert.Equal(accepted, T.TryParse(Encoding.UTF8.GetBytes(text), out T fromBytes, out ParseError inBytes));
            Assert.Equal(value, fromBytes);
            Assert.Equal(error with { Position = 0 }, inBytes with { Position = 0 });
            Assert.InRange(error.Position, 0, text.Length);
            Assert.Equal(Encoding.UTF8.GetByteCount(text.AsSpan(0, error.Position)), inBytes.Position);
            Assert.Equal(accepted, error.Reason == ParseReason.None);
            if (accepted)
                Assert.Equal(value, T.Parse(value.ToString(Whole, null), null));
            else
                Assert.Equal(default, value);
        }, iter: 5000);

    [Fact]
    public void Nothing_makes_reading_throw()
    {
        Gen.String.Sample(text => T.TryParse(text, out T _, out ParseError _) || true);
        Gen.Byte.Array[0, 60].Sample(bytes => T.TryParse(bytes, out T _, out ParseError _) || true);
        Assert.False(TryParseString<T>(null, out _));
        Assert.False(T.TryParse("\ud83d", out T _, out ParseError half));
        Assert.Equal((0, CharacterKind.Invalid), (half.Position, half.Found));
        Assert.False(T.TryParse([0xC3], out T _, out ParseError cut));
        Assert.Equal(half, cut);
    }

    [Fact]
    public void A_refused_text_is_thrown_with_place_and_reason_and_without_the_text()
    {
        Typing.NearlyRight(Canonical).Sample(text =>
        {
            if (T.TryParse(text, out T _, out ParseError error))
                return;
            var thrown = Assert.Throws<IdentifierFormatException>(() => T.Parse(text, null));
            Assert.Equal((typeof(T).Name, error), (thrown.Identifier, thrown.Error));
            if (text.Length > 5)
                Assert.DoesNotContain(text, thrown.ToString(), StringComparison.Ordinal);
        }, iter: 300);
        Assert.Throws<ArgumentNullException>(() => ParseString<T>(null!));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \u3000", 0)]
    public void Nothing_but_spaces_is_empty(string text, int position)
    {
        Assert.False(T.TryParse(text, out T _, out ParseError error));
        Assert.Equal((ParseReason.Empty, position), (error.Reason, error.Position));
    }

    [Fact]
    public void Its_order_is_the_ordinal_order_of_the_canonical_texts_in_every_culture() =>
        Gen.Select(Canonical, Canonical).Sample((left, right) => Cultures.InEach(_ =>
            Assert.Equal(Math.Sign(string.CompareOrdinal(left, right)), Math.Sign(T.Parse(left, null).CompareTo(T.Parse(right, null))))), iter: 300);

    [Fact]
    public void The_operators_agree_with_the_order() => Gen.Select(Canonical, Canonical).Sample((left, right) =>
    {
        var (a, b) = (T.Parse(left, null), T.Parse(right, null));
        bool Is(string name) => (bool)typeof(T).GetMethod(name)!.Invoke(null, [a, b])!;
        var order = a.CompareTo(b);
        Assert.Equal((order < 0, order > 0, order <= 0, order >= 0, order == 0, order != 0),
            (Is("op_LessThan"), Is("op_GreaterThan"), Is("op_LessThanOrEqual"), Is("op_GreaterThanOrEqual"), Is("op_Equality"), Is("op_Inequality")));
    }, iter: 300);

    [Fact]
    public void The_default_value_is_an_empty_text_that_stands_first_and_cannot_be_read_back()
    {
        Assert.Equal(string.Empty, default(T).ToString());
        Assert.Equal(string.Empty, default(T).ToString(Whole, null));
        Canonical.Sample(text => default(T).CompareTo(T.Parse(text, null)) < 0 && !default(T).Equals(T.Parse(text, null)));
        Assert.Equal("\"\"", JsonSerializer.Serialize(default(T), Json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>("\"\"", Json));
    }

    [Fact]
    public void As_a_JSON_value_and_key_it_is_its_canonical_text() => Canonical.Sample(text =>
    {
        var value = T.Parse(text, null);
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(value, Json));
        Assert.Equal(value, JsonSerializer.Deserialize<T>($"\"{text}\"", Json));
        var map = JsonSerializer.Serialize(new Dictionary<T, int> { [value] = 1 }, Json);
        Assert.Equal($"{{\"{text}\":1}}", map);
        Assert.Equal([value], JsonSerializer.Deserialize<Dictionary<T, int>>(map, Json)!.Keys);
    });

    [Fact]
    public void JSON_that_is_escaped_or_comes_in_pieces_is_read_too()
    {
        var small = new JsonSerializerOptions(Json) { DefaultBufferSize = 1 };
        Canonical.Sample(text =>
        {
            var value = T.Parse(text, null);
            var escaped = string.Concat(text.Select(c => $"\\u{c + (c is '-' or '/' or '_' ? 0 : 0xFEE0):x4}"));
            Assert.Equal(value, JsonSerializer.Deserialize<T>($"\"{escaped}\"", Json));
            using var pieces = new OneByteStream(Encoding.UTF8.GetBytes($"\"{text}\""));
            Assert.Equal(value, JsonSerializer.DeserializeAsync<T>(pieces, small).AsTask().GetAwaiter().GetResult());
        }, iter: 200);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("440305")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"4403\"]")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"4\\u0000\"")]
    [InlineData("\"区\"")]
    public void Any_other_JSON_is_an_error_of_the_document(string json)
    {
        var thrown = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(json, Json));
        Assert.Contains(typeof(T).Name, thrown.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>($"\"{new string('1', 100_000)}\"", Json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>($"\"\\u0031{new string('1', 100_000)}\"", Json));
    }

    [Theory]
    [InlineData("X")]
    [InlineData("g")]
    [InlineData("GG")]
    [InlineData(" ")]
    public void A_specifier_that_is_not_known_is_misuse(string format)
    {
        Assert.Throws<FormatException>(() => default(T).ToString(format, null));
        Assert.Throws<FormatException>(() => default(T).TryFormat(new char[40], out _, format, null));
        Assert.Throws<FormatException>(() => default(T).TryFormat(new byte[40], out _, format, null));
    }

    [Fact]
    public void Reading_and_writing_allocate_nothing() => Canonical.Array[16].Sample(texts =>
    {
        var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var typed = texts.Select(t => $" {t.ToLowerInvariant()}").ToArray();
        var wrong = texts.Select(t => t[..^1] + '区').ToArray();
        Assert.Equal(48, Work(texts, bytes, typed, wrong));

        var read = 0;
        Assert.Equal(0, Allocations.Least(() => read = Work(texts, bytes, typed, wrong)));
        Assert.Equal(48, read);
    }, iter: 3, threads: 1);

    private int Work(string[] texts, byte[][] bytes, string[] typed, string[] wrong)
    {
        var read = 0;
        Span<char> chars = stackalloc char[40];
        Span<byte> utf8 = stackalloc byte[40];
        for (var i = 0; i < texts.Length; i++)
        {
            read += T.TryParse(texts[i], out T value, out ParseError _) ? 1 : 0;
            read += T.TryParse(bytes[i], out T fromBytes, out ParseError _) ? 1 : 0;
            read += T.TryParse(typed[i], out T fromTyped, out ParseError _) ? 1 : 0;
            read += T.TryParse(wrong[i], out T _, out ParseError _) ? 1 : 0;
            if (!value.Equals(fromBytes) || value.CompareTo(fromTyped) != 0)
                read = -1000;
            value.TryFormat(chars, out _, Whole, null);
            value.TryFormat(utf8, out _, default, null);
        }

        return read;
    }

    // By the constraint the string members are called, not those for spans.
    private static TText ParseString<TText>(string text)
        where TText : IParsable<TText> => TText.Parse(text, null);

    private static bool TryParseString<TText>(string? text, out TText? value)
        where TText : IParsable<TText> => TText.TryParse(text, null, out value);

    private static bool IsWellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}

/// <summary>Hands out one byte at a time.</summary>
internal sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}

public class DivisionCodeTypeTests : IdentifierTypeTests<DivisionCode>
{
    protected override Gen<string> Canonical => IdentifierSamples.Division;
}

public class UnitGridCodeTypeTests : IdentifierTypeTests<UnitGridCode>
{
    protected override Gen<string> Canonical => IdentifierSamples.UnitGrid;
}

public class ComponentCodeTypeTests : IdentifierTypeTests<ComponentCode>
{
    protected override Gen<string> Canonical => IdentifierSamples.Component;
}

public class MatterClassCodeTypeTests : IdentifierTypeTests<MatterClassCode>
{
    protected override Gen<string> Canonical => IdentifierSamples.MatterClass;
}

public class CaseNumberTypeTests : IdentifierTypeTests<CaseNumber>
{
    protected override Gen<string> Canonical => IdentifierSamples.Case;
}

public class HotlineOrderNumberTypeTests : IdentifierTypeTests<HotlineOrderNumber>
{
    protected override Gen<string> Canonical => IdentifierSamples.Hotline;

    protected override bool SkipsSeparators => false;
}

public class UnifiedSocialCreditCodeTypeTests : IdentifierTypeTests<UnifiedSocialCreditCode>
{
    protected override Gen<string> Canonical => IdentifierSamples.Credit;
}

public class CitizenNumberTypeTests : IdentifierTypeTests<CitizenNumber>
{
    protected override Gen<string> Canonical => IdentifierSamples.Citizen;

    protected override string Whole => "R";

    protected override JsonSerializerOptions Json { get; } = new() { Converters = { new RevealedCitizenNumberJsonConverter() } };
}

public class EveryIdentifierTypeTests
{
    [Fact]
    public void Every_coded_identifier_of_the_library_is_tested_as_one()
    {
        var types = typeof(IIdentifier<>).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.Name == typeof(IIdentifier<>).Name));
        var tested = typeof(EveryIdentifierTypeTests).Assembly.GetTypes()
            .Where(t => t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(IdentifierTypeTests<>))
            .Select(t => t.BaseType!.GetGenericArguments()[0]);

        Assert.Equal(types.Select(t => t.Name).Order(StringComparer.Ordinal), tested.Select(t => t.Name).Order(StringComparer.Ordinal));
    }
}
