using System.Buffers;
using System.Text;

namespace GridGov;

/// <summary>Classes the character at which reading stopped.</summary>
internal static class CharacterKinds
{
    public static CharacterKind At(ReadOnlySpan<char> text, int position) =>
        position >= text.Length ? CharacterKind.End
        : Rune.DecodeFromUtf16(text[position..], out var rune, out _) == OperationStatus.Done ? Of(rune)
        : CharacterKind.Invalid;

    public static CharacterKind At(ReadOnlySpan<byte> text, int position) =>
        position >= text.Length ? CharacterKind.End
        : Rune.DecodeFromUtf8(text[position..], out var rune, out _) == OperationStatus.Done ? Of(rune)
        : CharacterKind.Invalid;

    private static CharacterKind Of(Rune rune)
    {
        var value = rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.Value - 0xFEE0 : rune.Value;
        return value switch
        {
            >= '0' and <= '9' => CharacterKind.Digit,
            (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => CharacterKind.Letter,
            '*' => CharacterKind.Mask,
            '-' or (>= 0x2010 and <= 0x2015) or 0x2212 => CharacterKind.Hyphen,
            _ when Rune.IsControl(rune) => CharacterKind.Control,
            _ when Rune.IsWhiteSpace(rune) => CharacterKind.Space,
            _ => CharacterKind.Other,
        };
    }
}
