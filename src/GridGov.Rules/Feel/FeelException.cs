using static System.FormattableString;

namespace GridGov.Rules;

/// <summary>A text that is no FEEL expression, or one that goes beyond what is allowed.</summary>
public sealed class FeelException : FormatException
{
    internal FeelException(string text, int position, string reason)
        : base(Invariant($"At character {position + 1} of \"{(text.Length <= 80 ? text : text[..80] + "…")}\": {reason}."))
    {
        Position = position;
        Reason = reason;
    }

    /// <summary>The position in the text, from 0.</summary>
    public int Position { get; }

    /// <summary>What is wrong there.</summary>
    public string Reason { get; }
}
