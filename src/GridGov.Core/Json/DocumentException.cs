using System.Globalization;
using System.Text.Json;

namespace GridGov;

/// <summary>A JSON document cannot be read. Says where and why, never what stood there: it may be personal.</summary>
public sealed class DocumentException : FormatException
{
    internal DocumentException(string type, string path, string reason, ValueList<FieldFault> faults)
        : this(type, path, null, null, reason, null) => Faults = faults;

    private DocumentException(string type, string path, long? line, long? position, string reason, Exception? inner)
        : base(Compose(type, path, line, position, reason), inner)
    {
        DocumentType = type;
        Path = path;
        Line = line;
        Position = position;
        Reason = reason;
    }

    /// <summary>What was to be read, for instance <c>Report</c>.</summary>
    public string DocumentType { get; }

    /// <summary>The place in the document as a JSON path, for instance <c>$.items[2].code</c>.</summary>
    public string Path { get; }

    /// <summary>The line, from 1, or null where it is not known.</summary>
    public long? Line { get; }

    /// <summary>The byte within the line, from 1, or null where it is not known.</summary>
    public long? Position { get; }

    /// <summary>What is wrong there.</summary>
    public string Reason { get; }

    /// <summary>
    /// Where an element's fields do not make a sound one: every fault at once, the first at <see cref="Path"/>. Else empty.
    /// </summary>
    public ValueList<FieldFault> Faults { get; }

    internal static DocumentException From(string type, JsonException e) => new(
        type,
        e.Path ?? "$",
        e.LineNumber + 1,
        e.BytePositionInLine + 1,
        JsonFault.ReasonOf(e),
        e);

    private static string Compose(string type, string path, long? line, long? position, string reason) => string.Create(
        CultureInfo.InvariantCulture,
        $"Not a {type}: {path}{(line is null ? string.Empty : $", line {line}, byte {position}")}: {reason}");
}
