using System.Globalization;

namespace GridGov;

/// <summary>What is to be known of a code system besides its classes. Immutable and thread-safe.</summary>
public sealed record CodeSystemInfo
{
    /// <summary>The stable name, 1 to 64 characters, for instance <c>GB/T 47678.5-2026</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the table, from 1: a corrected table of the same standard is a new version.</summary>
    public required int Version { get; init; }

    /// <summary>The standard or city rule that the classes are of.</summary>
    public required LegalBasis Standard { get; init; }

    /// <summary>Where the table was taken from, and how sure that is; not blank.</summary>
    public required string Source { get; init; }

    /// <summary>The first day in force, or null for ever before.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day in force, not before <see cref="From"/>, or null without an end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Which codes are left to cities, or null where the system may not be extended.</summary>
    public ExtensionRule? Extension { get; init; }
}

/// <summary>
/// Which codes of a two-level system are left to cities. Immutable and thread-safe. Source: cities number their own minor
/// classes downward from 99, and one transcription says that 001 to 079 are the standard's (both secondary); that local
/// major classes begin at 21 is known from a table of the CJ/T 214-2007 line (secondary) and assumed for the later ones.
/// </summary>
/// <param name="MajorDigits">Digits of a major class, 1 to 4.</param>
/// <param name="LocalMajorFrom">The lowest number of a city's own major class, from 1 to what the digits hold.</param>
/// <param name="MinorDigits">Digits that a minor class adds, 1 to 5.</param>
/// <param name="LocalMinorFrom">
/// The lowest number of a city's own minor class under a major class of the standard, from 1 to what the digits hold; cities
/// begin at the top. Under a city's own major class every minor is the city's.
/// </param>
public sealed record ExtensionRule(int MajorDigits, int LocalMajorFrom, int MinorDigits, int LocalMinorFrom)
{
    /// <summary>Whether a code has the layout of a major or minor class: ASCII digits only, of either length.</summary>
    /// <param name="code">The code.</param>
    public bool Fits(ClassCode code) =>
        MajorDigits is >= 1 and <= 4 && MinorDigits is >= 1 and <= 5
        && (code.Value.Length == MajorDigits || code.Value.Length == MajorDigits + MinorDigits) && code.Value.All(char.IsAsciiDigit);

    /// <summary>Whether a code is left to cities; false for one without the layout.</summary>
    /// <param name="code">The code.</param>
    public bool IsLocal(ClassCode code) =>
        Fits(code) && (Number(code.Value.AsSpan(0, MajorDigits)) >= LocalMajorFrom
            || (code.Value.Length > MajorDigits && Number(code.Value.AsSpan(MajorDigits)) >= LocalMinorFrom));

    internal ClassCode? ParentOf(ClassCode code) =>
        code.Value.Length > MajorDigits ? new ClassCode(code.Value[..MajorDigits]) : null;

    internal void Check(List<Fault> faults)
    {
        CheckOne("major", MajorDigits, 4, LocalMajorFrom, faults);
        CheckOne("minor", MinorDigits, 5, LocalMinorFrom, faults);
    }

    private static void CheckOne(string level, int digits, int most, int from, List<Fault> faults)
    {
        if (digits < 1 || digits > most)
            faults.Add(new("extension", string.Create(CultureInfo.InvariantCulture, $"{digits} {level} digits are not within 1 to {most}")));
        else if (from < 1 || from >= (int)Math.Pow(10, digits))
            faults.Add(new("extension", string.Create(CultureInfo.InvariantCulture, $"local {level} classes from {from} do not fit {digits} digits")));
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
