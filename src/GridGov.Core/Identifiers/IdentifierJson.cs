using System.Text.Json;

namespace GridGov;

/// <summary>What the JSON converters of identifiers share.</summary>
internal static class IdentifierJson
{
    // Full-width forms take three bytes a character, and separators may stand between all; beyond that it is no identifier.
    private const int Longest = 256;

    public static T Read<T>(ref Utf8JsonReader reader)
        where T : struct, IIdentifier<T>
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            throw new JsonException($"Not a {typeof(T).Name}: a JSON string is expected.");

        ParseError error;
        if (reader is { HasValueSequence: false, ValueIsEscaped: false })
            return T.TryParse(reader.ValueSpan, out var plain, out error) ? plain : throw Refuse<T>(error);

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        // An escape \uXXXX takes six bytes where the text needs at most three.
        if (length > 6 * Longest)
            throw new JsonException($"Not a {typeof(T).Name}: the text is too long.");
        Span<byte> text = stackalloc byte[6 * Longest];
        try
        {
            text = text[..reader.CopyString(text)];
        }
        catch (InvalidOperationException)
        {
            // The reader's own exception is not passed on: nothing of the text may come with it.
            throw new JsonException($"Not a {typeof(T).Name}: the text is not valid Unicode.");
        }

        return T.TryParse(text, out var value, out error) ? value : throw Refuse<T>(error);
    }

    public static ReadOnlySpan<byte> Format<T>(T value, Span<byte> destination, ReadOnlySpan<char> format)
        where T : struct, IIdentifier<T>
    {
        var fits = value.TryFormat(destination, out var written, format, null);
        System.Diagnostics.Debug.Assert(fits, "Every identifier fits the room.");
        return destination[..written];
    }

    private static JsonException Refuse<T>(ParseError error) => new($"Not a {typeof(T).Name}: {error.Text.En}.");
}
