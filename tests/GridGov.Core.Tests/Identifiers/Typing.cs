using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>What people type for a canonical text, and texts that are nearly right.</summary>
internal static class Typing
{
    /// <summary>The same identifier with full-width characters, lower case, spaces and hyphens here and there.</summary>
    public static Gen<string> As(string canonical, bool separators) =>
        Gen.Int[0, 7].Array[canonical.Length].Select(Gen.Int[0, 3], (ways, ends) =>
        {
            var typed = new System.Text.StringBuilder();
            for (var i = 0; i < canonical.Length; i++)
            {
                if (separators && i > 0)
                    typed.Append(ways[i] switch { 3 => " ", 4 => "-", 5 => "\u3000", 6 => " － ", _ => string.Empty });
                var c = canonical[i];
                typed.Append((ways[i] % 3) switch { 0 => c, 1 => char.ToLowerInvariant(c), _ => (char)(char.ToLowerInvariant(c) + 0xFEE0) });
            }

            return ends switch { 0 => typed.ToString(), 1 => $" {typed}", 2 => $"{typed}\u00A0", _ => $"\u3000{typed}  " };
        });

    /// <summary>A text with up to three characters replaced, dropped or doubled.</summary>
    public static Gen<string> NearlyRight(Gen<string> canonical) =>
        Gen.Select(canonical, Gen.Select(Gen.Int[0, 40], Gen.Char["0123456789ABIOSVXZ x-－１Ｘ*\t区\u0660"], Gen.Int[0, 4]).Array[0, 3], (text, edits) =>
        {
            foreach (var (place, c, way) in edits)
            {
                var at = text.Length == 0 ? 0 : place % text.Length;
                text = way switch
                {
                    0 when text.Length > 0 => text.Remove(at, 1),
                    1 => text.Insert(at, c.ToString()),
                    _ when text.Length > 0 => text[..at] + c + text[(at + 1)..],
                    _ => text,
                };
            }

            return text;
        });

    /// <summary>Every text that differs in one character, the replacements being those of an alphabet.</summary>
    public static IEnumerable<string> OneWrong(string text, string alphabet) =>
        from i in Enumerable.Range(0, text.Length)
        from c in alphabet
        where c != text[i]
        select text[..i] + c + text[(i + 1)..];

    /// <summary>Every text in which two different neighbours are swapped.</summary>
    public static IEnumerable<string> Swapped(string text) =>
        from i in Enumerable.Range(0, text.Length - 1)
        where text[i] != text[i + 1]
        select text[..i] + text[i + 1] + text[i] + text[(i + 2)..];
}
