using System.Text.Json;
using static System.FormattableString;

namespace GridGov;

/// <summary>Where and why JSON could not be read, for all documents alike. Never holds what stood there.</summary>
internal static class JsonFault
{
    // What System.Text.Json says of C# types, said of the document instead.
    private static readonly (string Begins, string Reason)[] Known =
    [
        ("The JSON value could not be converted to ", "a value of another type, or out of range."),
        ("JSON deserialization for type ", "a required field is missing: "),
        ("The JSON property ", "the field is not known; it may be misspelt."),
    ];

    public static string ReasonOf(JsonException e)
    {
        var message = e.Message;

        // System.Text.Json ends its messages with the place, which is told apart.
        foreach (var tail in (ReadOnlySpan<string>)[" Path: ", " LineNumber: "])
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            message = at < 0 ? message : message[..at];
        }

        foreach (var (begins, reason) in Known)
        {
            if (message.StartsWith(begins, StringComparison.Ordinal))
                return reason.EndsWith(": ", StringComparison.Ordinal) ? reason + message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..] : reason;
        }

        return message;
    }

    /// <summary>Line and byte, both from 1, path and reason, as a fault of a definition.</summary>
    public static Fault Of(JsonException e) => new(Invariant($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}, {e.Path ?? "$"}"), ReasonOf(e));

    /// <summary>A fault for each item of a list that is null.</summary>
    public static IEnumerable<Fault> OfNulls<T>(string path, IReadOnlyList<T?> items, string item)
        where T : class =>
        items.Index().Where(i => i.Item is null).Select(i => new Fault(Invariant($"{path}[{i.Index}]"), $"{item} is null"));

    /// <summary>Windows editors put a byte order mark before UTF-8.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
