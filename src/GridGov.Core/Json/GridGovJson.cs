using System.Text.Json;

namespace GridGov;

/// <summary>
/// JSON for the vocabulary: reports, duty items, case standards, the five elements and their drafts, posts, and the
/// definitions (duty lists, form catalogs, case standards, code systems, crosswalks, grid systems and their changes, size rules,
/// responsibility schemes, holiday tables, calendars). Names are
/// snake_case, enumerations are names, instants carry their offset, and every document says its format version.
/// Stateless and thread-safe; no reflection, so it survives trimming. The format is in <c>docs/formats.md</c>.
/// </summary>
/// <remarks>
/// A hostile document (too deep, a field twice, numbers out of range, wrong types) gives a <see cref="DocumentException"/>
/// with its place. Fields that this version does not know are passed over, or kept with
/// <see cref="ReadKept{T}(ReadOnlySpan{byte})"/>. Definitions also have <c>FromJson</c> for their authors, to which such a
/// field is a fault: it may be misspelt.
/// </remarks>
public static class GridGovJson
{
    /// <summary>The version of the format, written as <c>format</c> into every document.</summary>
    public const int Format = 1;

    /// <summary>
    /// The options for a serialiser of one's own; personal values are masked. Read-only. Text is written as it is, so
    /// what goes into an HTML page has to be escaped there.
    /// </summary>
    public static JsonSerializerOptions Options => VocabularyContext.Masked;

    /// <summary>Reads a document.</summary>
    /// <typeparam name="T">A type that has documents.</typeparam>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <exception cref="DocumentException">The document is not one of that type and format version, or its fields make no sound element.</exception>
    /// <exception cref="DefinitionException">The document is not of that definition's format (one located fault), or the definition has faults (all of them).</exception>
    /// <exception cref="NotSupportedException">The type has no documents.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8)
        where T : class => DocumentFormats.Of<T>().Read(utf8, NamedDefinitions.None, keeps: false).Value;

    /// <summary>Reads a document and keeps the fields that this version does not know.</summary>
    /// <typeparam name="T">A type that has documents.</typeparam>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <inheritdoc cref="Read{T}" path="/exception"/>
    public static KeptDocument<T> ReadKept<T>(ReadOnlySpan<byte> utf8)
        where T : class => ReadKept<T>(utf8, NamedDefinitions.None);

    /// <summary>Reads a document that refers to other definitions, and keeps the fields that this version does not know.</summary>
    /// <typeparam name="T">A type that has documents.</typeparam>
    /// <param name="utf8">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="named">The definitions that it may refer to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="named"/> is null.</exception>
    /// <inheritdoc cref="Read{T}" path="/exception"/>
    public static KeptDocument<T> ReadKept<T>(ReadOnlySpan<byte> utf8, NamedDefinitions named)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(named);
        return DocumentFormats.Of<T>().Read(utf8, named, keeps: true);
    }

    /// <summary>Writes a document.</summary>
    /// <typeparam name="T">A type that has documents.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="personal">Whether personal values are written out; masked unless asked for.</param>
    /// <returns>The document in UTF-8, without a byte order mark.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="NotSupportedException">The type has no documents.</exception>
    public static byte[] Write<T>(T value, PersonalData personal = PersonalData.Masked)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return Write(new KeptDocument<T>(value, null), personal);
    }

    /// <summary>Writes a document with the fields that were not known when it was read.</summary>
    /// <typeparam name="T">A type that has documents.</typeparam>
    /// <param name="document">What was read.</param>
    /// <param name="personal">
    /// Whether personal values are written out; masked unless asked for. Fields that are not known may be personal, so a
    /// masked document of a type with personal values leaves them out.
    /// </param>
    /// <returns>The document in UTF-8, without a byte order mark.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static byte[] Write<T>(KeptDocument<T> document, PersonalData personal = PersonalData.Masked)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(document);
        return DocumentFormats.Of<T>().Write(document, personal);
    }
}
