using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>A household's pseudonym (住户编号), given by the system of record; a register number (户号) that names a family outside it does not belong here. Immutable; ordinal order.</summary>
[JsonConverter(typeof(TextIdJsonConverter<HouseholdId>))]
public readonly record struct HouseholdId : ITextId<HouseholdId>, IComparable<HouseholdId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier.</summary>
    /// <param name="value">The text, 1 to 64 characters, no control characters.</param>
    /// <exception cref="ArgumentException">The text is not an identifier.</exception>
    public HouseholdId(string value) => _value = TextId.Check(value, nameof(HouseholdId));

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static HouseholdId From(string value) => new(value);

    /// <summary>Ordinal comparison, the same in every culture.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(HouseholdId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(HouseholdId left, HouseholdId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(HouseholdId left, HouseholdId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(HouseholdId left, HouseholdId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(HouseholdId left, HouseholdId right) => left.CompareTo(right) >= 0;
}
