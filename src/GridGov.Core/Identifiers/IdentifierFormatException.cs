namespace GridGov;

/// <summary>
/// A text is not the identifier that was asked for. The message names the type, the place and the reason, never a
/// character of the text: it may be a citizen's number.
/// </summary>
public sealed class IdentifierFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="identifier">The name of the identifier type.</param>
    /// <param name="error">Where and why.</param>
    /// <exception cref="ArgumentNullException"><paramref name="identifier"/> is null.</exception>
    public IdentifierFormatException(string identifier, ParseError error)
        : base($"Not a {identifier}: {error.Text.En}.")
    {
        ArgumentNullException.ThrowIfNull(identifier);
        Identifier = identifier;
        Error = error;
    }

    /// <summary>The name of the identifier type, for instance <c>CitizenNumber</c>.</summary>
    public string Identifier { get; }

    /// <summary>Where and why.</summary>
    public ParseError Error { get; }
}
