using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>
/// An identifier that is a short text: 1 to 64 characters, no control characters or line separators, no space at either end.
/// </summary>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The text; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Makes an identifier.</summary>
    /// <param name="value">The text, 1 to 64 characters.</param>
    /// <exception cref="ArgumentException">The text is not an identifier.</exception>
    static abstract TSelf From(string value);
}

/// <summary>The rules that all text identifiers share.</summary>
public static class TextId
{
    /// <summary>The longest text that an identifier may have, in UTF-16 characters.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a text can be an identifier; if not, why.</summary>
    /// <param name="value">The text.</param>
    /// <param name="reason">Why not, or null.</param>
    public static bool IsValid(string? value, out string? reason)
    {
        reason = null;
        if (string.IsNullOrEmpty(value))
            reason = "it is empty";
        else if (value.Length > MaxLength)
            reason = $"it has {value.Length} characters, at most {MaxLength} are allowed";
        else if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            reason = "it begins or ends with a space";
        else
        {
            for (var i = 0; i < value.Length && reason is null; i++)
            {
                if (char.IsControl(value[i]) || value[i] is '\u2028' or '\u2029' || char.GetUnicodeCategory(value[i]) == UnicodeCategory.Format || char.IsSurrogate(value[i]) && !IsPair(value, i))
                    reason = $"character {i + 1} is not printable";
            }
        }

        return reason is null;
    }

    internal static string Check(string value, string type) => IsValid(value, out var reason)
        ? value
        : throw new ArgumentException($"Not a {type}: {reason}.", nameof(value));

    private static bool IsPair(string value, int i) => char.IsHighSurrogate(value[i])
        ? i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])
        : i > 0 && char.IsHighSurrogate(value[i - 1]);
}

/// <summary>Reads and writes a text identifier as a JSON string, also as a property name.</summary>
/// <typeparam name="T">The identifier type.</typeparam>
public sealed class TextIdJsonConverter<T> : JsonConverter<T>
    where T : struct, ITextId<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }

    private static T Parse(string? text) => TextId.IsValid(text, out var reason)
        ? T.From(text!)
        : throw new JsonException($"Not a {typeof(T).Name}: {reason}.");
}
