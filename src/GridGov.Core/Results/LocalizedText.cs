using System.Globalization;

namespace GridGov;

/// <summary>One text in the two languages of the library's users. Immutable and thread-safe.</summary>
/// <param name="En">The English text.</param>
/// <param name="Zh">The Chinese text (zh-CN).</param>
public readonly record struct LocalizedText(string En, string Zh)
{
    /// <summary>The text for a culture: Chinese for every <c>zh</c> culture, English for all others.</summary>
    /// <param name="culture">The reader's culture.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string For(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var text = string.Equals(culture.TwoLetterISOLanguageName, "zh", StringComparison.Ordinal) ? Zh : En;
        return text ?? string.Empty;
    }

    /// <summary>The English text, whatever the current culture: logs read the same everywhere.</summary>
    public override string ToString() => En ?? string.Empty;
}
