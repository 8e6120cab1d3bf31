namespace GridGov;

/// <summary>How a class was found, the closest first. Searches are ordered by it.</summary>
public enum CodeMatchKind
{
    /// <summary>The text is the code.</summary>
    Code = 1,

    /// <summary>The code begins with the text.</summary>
    CodePrefix = 2,

    /// <summary>The text is the Chinese or English name.</summary>
    Name = 3,

    /// <summary>A name begins with the text.</summary>
    NamePrefix = 4,

    /// <summary>The text is within a name.</summary>
    NamePart = 5,

    /// <summary>The text is the initials of the Chinese name.</summary>
    Initials = 6,

    /// <summary>The initials begin with the text.</summary>
    InitialsPrefix = 7,

    /// <summary>The text is within the initials.</summary>
    InitialsPart = 8,
}

/// <summary>One class that a search found. Immutable and thread-safe.</summary>
/// <param name="Class">The class.</param>
/// <param name="By">The closest way in which the text fits.</param>
public readonly record struct CodeMatch(CodedClass Class, CodeMatchKind By);

/// <summary>The texts of a code system, folded for searching. Immutable and thread-safe.</summary>
internal sealed class CodeSearch
{
    private readonly CodedClass[] _classes;
    private readonly Entry[] _entries;

    public CodeSearch(CodedClass[] classes)
    {
        _classes = classes;
        _entries = Array.ConvertAll(classes, c => new Entry(
            PinyinInitials.Fold(c.Code.Value), PinyinInitials.Fold(c.Name), PinyinInitials.Fold(c.EnglishName ?? string.Empty), PinyinInitials.Masks(c.Name)));
    }

    public ValueList<CodeMatch> Find(string text, int limit, ClassKind? kind)
    {
        var folded = PinyinInitials.Fold(text).Trim();
        if (folded.Length == 0)
            return [];
        var letters = PinyinInitials.MasksOfQuery(folded);
        var found = new List<CodeMatch>();
        for (var i = 0; i < _classes.Length; i++)
        {
            if ((kind is null || _classes[i].Kind == kind) && Match(_entries[i], folded, letters) is { } by)
                found.Add(new(_classes[i], by));
        }

        // OrderBy is stable, so pre-order decides where the ways are equal.
        return ValueList.From(found.OrderBy(m => m.By).Take(limit));
    }

    private static CodeMatchKind? Match(Entry entry, string text, ulong[]? letters)
    {
        if (entry.Code.StartsWith(text, StringComparison.Ordinal))
            return entry.Code.Length == text.Length ? CodeMatchKind.Code : CodeMatchKind.CodePrefix;
        return Closer(InText(entry.Name, text), InText(entry.English, text)) ?? (letters is null ? null : InInitials(entry.Initials, letters));
    }

    private static CodeMatchKind? Closer(CodeMatchKind? one, CodeMatchKind? other) =>
        one is null || other < one ? other : one;

    private static CodeMatchKind? InText(string name, string text) => name.IndexOf(text, StringComparison.Ordinal) switch
    {
        < 0 => null,
        0 => name.Length == text.Length ? CodeMatchKind.Name : CodeMatchKind.NamePrefix,
        _ => CodeMatchKind.NamePart,
    };

    private static CodeMatchKind? InInitials(ulong[] initials, ulong[] letters)
    {
        for (var start = 0; start + letters.Length <= initials.Length; start++)
        {
            var i = 0;
            while (i < letters.Length && (initials[start + i] & letters[i]) != 0)
                i++;
            if (i == letters.Length)
                return start > 0 ? CodeMatchKind.InitialsPart : letters.Length == initials.Length ? CodeMatchKind.Initials : CodeMatchKind.InitialsPrefix;
        }

        return null;
    }

    private readonly record struct Entry(string Code, string Name, string English, ulong[] Initials);
}
