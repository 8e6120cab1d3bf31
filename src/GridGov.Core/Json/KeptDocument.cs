using System.Text.Json.Nodes;

namespace GridGov;

/// <summary>
/// What was read from a JSON document, with the fields that this version does not know: they survive being written
/// again, so a newer system's data passes through an older one unharmed. Immutable; thread-safe if the value is.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class KeptDocument<T>
    where T : class
{
    internal KeptDocument(T value, JsonNode? unknown)
    {
        Value = value;
        Unknown = unknown;
    }

    /// <summary>The value.</summary>
    public T Value { get; }

    /// <summary>Whether there were fields that this version does not know.</summary>
    public bool HasUnknownFields => Unknown is not null;

    internal JsonNode? Unknown { get; }

    /// <summary>The same document with another value; the unknown fields stay where they were.</summary>
    /// <param name="value">The new value.</param>
    public KeptDocument<T> With(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, Unknown);
    }
}
