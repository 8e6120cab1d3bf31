namespace GridGov;

/// <summary>What a piece of evidence shows. Source: photo kinds of digital city management systems (secondary source).</summary>
public enum EvidenceKind
{
    /// <summary>A photo before handling (处置前照片).</summary>
    PhotoBefore = 1,

    /// <summary>A photo after handling (处置后照片).</summary>
    PhotoAfter = 2,

    /// <summary>A photo at verification (核查照片).</summary>
    PhotoCheck = 3,

    /// <summary>The text of the reply to the reporter (答复).</summary>
    Reply = 4,

    /// <summary>A document: a form, minutes, an approval (文书).</summary>
    Document = 5,

    /// <summary>A recording of a call (录音).</summary>
    Recording = 6,
}

/// <summary>
/// A reference to evidence that is kept elsewhere (佐证材料). Immutable and thread-safe. The log holds no picture and no
/// voice: it holds where they are and their SHA-256, so that they can be erased and a changed one is found.
/// </summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Reference">Where it is kept; never personal data.</param>
public sealed record Evidence(EvidenceKind Kind, string Reference)
{
    /// <summary>The SHA-256 of the content, or null where it is not known.</summary>
    public Hash256? Hash { get; init; }

    /// <summary>Where it was made, or null.</summary>
    public GeoPoint? At { get; init; }

    /// <summary>When it was made, or null.</summary>
    public DateTimeOffset? Taken { get; init; }
}
