using System.Text;

namespace GridGov;

/// <summary>Reading and writing that all coded identifiers share. Char and UTF-8 input end in the same folded bytes.</summary>
internal static class IdentifierText
{
    /// <summary>Bytes for the longest identifier and one more, by which a longer text is told.</summary>
    public const int Room = 40;

    public static bool TryParse<T>(ReadOnlySpan<char> text, out T value, out ParseError error)
        where T : struct, IFoldedIdentifier<T>
    {
        Span<byte> folded = stackalloc byte[Room];
        Span<int> places = stackalloc int[Room];
        var fold = new Folding(folded[..(T.MaxLength + 1)], places, T.KeepsMarks);
        for (var i = 0; i < text.Length && !fold.IsFull; i++)
            fold.Add(text[i], i);
        var reason = Read(ref fold, out value, out var index);
        if (reason == ParseReason.None)
        {
            error = default;
            return true;
        }

        var position = index < fold.Count ? places[index] : reason == ParseReason.Empty ? 0 : text.Length;
        error = new(reason, position, CharacterKinds.At(text, position));
        return false;
    }

    public static bool TryParse<T>(ReadOnlySpan<byte> text, out T value, out ParseError error)
        where T : struct, IFoldedIdentifier<T>
    {
        Span<byte> folded = stackalloc byte[Room];
        Span<int> places = stackalloc int[Room];
        var fold = new Folding(folded[..(T.MaxLength + 1)], places, T.KeepsMarks);
        for (var i = 0; i < text.Length && !fold.IsFull;)
        {
            if (text[i] < 0x80)
            {
                fold.Add((char)text[i], i++);
                continue;
            }

            Rune.DecodeFromUtf8(text[i..], out var rune, out var length);
            fold.Add(rune.IsBmp ? (char)rune.Value : '\uFFFD', i);
            i += length;
        }

        var reason = Read(ref fold, out value, out var index);
        if (reason == ParseReason.None)
        {
            error = default;
            return true;
        }

        var position = index < fold.Count ? places[index] : reason == ParseReason.Empty ? 0 : text.Length;
        error = new(reason, position, CharacterKinds.At(text, position));
        return false;
    }

    /// <summary>
    /// Says why a text of one byte a character is refused, or reads it. Only for texts of digits and upper-case letters:
    /// folding would leave them as they are.
    /// </summary>
    public static bool TryReadPlain<T>(ReadOnlySpan<byte> plain, out T value, out ParseError error)
        where T : struct, IFoldedIdentifier<T>
    {
        var reason = T.Read(plain, out value, out var index);
        error = reason == ParseReason.None ? default : new(reason, index, CharacterKinds.At(plain, index));
        return reason == ParseReason.None;
    }

    public static T Parse<T>(ReadOnlySpan<char> text)
        where T : struct, IIdentifier<T> =>
        T.TryParse(text, out var value, out var error) ? value : throw new IdentifierFormatException(typeof(T).Name, error);

    public static T Parse<T>(ReadOnlySpan<byte> text)
        where T : struct, IIdentifier<T> =>
        T.TryParse(text, out var value, out var error) ? value : throw new IdentifierFormatException(typeof(T).Name, error);

    public static string ToString<T>(T value, ReadOnlySpan<char> format)
        where T : struct, IFoldedIdentifier<T>
    {
        Span<byte> ascii = stackalloc byte[Room];
        return Encoding.ASCII.GetString(ascii[..Write(value, ascii, format)]);
    }

    public static bool TryFormat<T>(T value, Span<char> destination, out int written, ReadOnlySpan<char> format)
        where T : struct, IFoldedIdentifier<T>
    {
        Span<byte> ascii = stackalloc byte[Room];
        var length = Write(value, ascii, format);
        written = 0;
        if (length > destination.Length)
            return false;
        written = Encoding.ASCII.GetChars(ascii[..length], destination);
        return true;
    }

    public static bool TryFormat<T>(T value, Span<byte> destination, out int written, ReadOnlySpan<char> format)
        where T : struct, IFoldedIdentifier<T>
    {
        Span<byte> ascii = stackalloc byte[Room];
        var length = Write(value, ascii, format);
        written = 0;
        if (!ascii[..length].TryCopyTo(destination))
            return false;
        written = length;
        return true;
    }

    private static ParseReason Read<T>(ref Folding fold, out T value, out int index)
        where T : struct, IFoldedIdentifier<T>
    {
        fold.End();
        if (fold.Count > 0)
            return T.Read(fold.Folded, out value, out index);
        value = default;
        index = 0;
        return ParseReason.Empty;
    }

    private static int Write<T>(T value, Span<byte> ascii, ReadOnlySpan<char> format)
        where T : struct, IFoldedIdentifier<T>
    {
        var length = value.Write(ascii, format);
        return length >= 0
            ? length
            : throw new FormatException($"{typeof(T).Name} does not know this format specifier; its documentation lists them.");
    }
}
