using System.Globalization;
using System.Text;

namespace CityDay.Input;

/// <summary>Text of a file, made fit for a terminal, a log and a table.</summary>
internal static class Shown
{
    public const int Limit = 80;

    /// <summary>Control, format and unassigned characters as <c>\uXXXX</c>; cut with an ellipsis, never inside a character.</summary>
    public static string Of(ReadOnlySpan<char> text, int limit = Limit)
    {
        var shown = new StringBuilder(Math.Min(text.Length, limit));
        foreach (Rune rune in text.EnumerateRunes())
        {
            int before = shown.Length;
            Append(shown, rune);
            if (shown.Length <= limit)
                continue;

            shown.Length = before;
            while (shown.Length >= limit)
                shown.Length -= char.IsLowSurrogate(shown[^1]) ? 2 : 1;
            return shown.Append('…').ToString();
        }

        return shown.ToString();
    }

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (!IsUnsafe(rune))
        {
            Span<char> units = stackalloc char[2];
            shown.Append(units[..rune.EncodeToUtf16(units)]);
        }
        else
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
