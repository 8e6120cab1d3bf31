using System.Globalization;
using System.Text;

namespace CityDay.Page;

/// <summary>Text from outside, made fit to print: clean, measured, shortened.</summary>
internal static class PlainText
{
    private const string Ellipsis = "…";

    /// <summary>Every character that XML forbids becomes U+FFFD, every line end a space; direction controls are dropped.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            int value = rune.Value;
            if (value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029) clean.Append(' ');
            else if (value is < 0x20 or (>= 0x7F and < 0xA0) || (value & 0xFFFE) == 0xFFFE) clean.Append('\uFFFD');
            else if (value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)) continue;
            else clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>An upper estimate of the width in hundredths of an em, so that layout does not need a font.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes()) width += Width(rune);
        return width;
    }

    /// <summary>The text, or its beginning and an ellipsis; it is cut between runes.</summary>
    public static string Shorten(string text, int maxWidth)
    {
        string clean = Clean(text);
        int width = 0, keep = 0, room = maxWidth - Width(Ellipsis);
        foreach (Rune rune in clean.EnumerateRunes())
        {
            width += Width(rune);
            if (width <= room) keep += rune.Utf16SequenceLength;
            if (width > maxWidth) return clean[..keep].TrimEnd() + Ellipsis;
        }
        return clean;
    }

    private static int Width(Rune rune)
    {
        int value = rune.Value;
        if (value < 0x80)
            return (char)value switch
            {
                'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 28,
                ' ' or 'f' or 'r' or 't' or 'I' or '(' or ')' or '[' or ']' or '-' or '/' => 38,
                'm' or 'w' or 'M' or 'W' or '@' or '%' => 96,
                '<' or '>' or '=' or '+' or '~' or '^' or '#' or '&' => 84,
                >= 'A' and <= 'Z' => 74,
                _ => 63,
            };
        if (value is (>= 0x1100 and < 0x1200) or (>= 0x2E80 and < 0xD800) or (>= 0xF900 and < 0xFB00)
            or (>= 0xFE30 and < 0xFE70) or (>= 0xFF00 and < 0xFFE8) or >= 0x10000)
            return 100;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? 0 : 70;
    }
}
