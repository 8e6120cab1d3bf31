using System.Globalization;

namespace GridGov;

/// <summary>How the length of a field's text is counted.</summary>
internal static class TextLength
{
    /// <summary>
    /// Unicode characters (code points). The standards say C50 and the like; that their C counts characters and not
    /// bytes is assumed.
    /// </summary>
    public static int Of(string text)
    {
        var count = 0;
        foreach (var unused in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>Whether there is no control character, lone surrogate or line break; line breaks may be allowed.</summary>
    public static bool IsPrintable(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                return false;
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                if (!lines || c is not ('\n' or '\r'))
                    return false;
            }
        }

        return true;
    }
}
