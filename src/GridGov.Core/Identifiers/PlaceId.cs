using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>A place: division, building, unit, dwelling or site (场所、房屋编号), as the city numbers it. Immutable; ordinal order.</summary>
[JsonConverter(typeof(TextIdJsonConverter<PlaceId>))]
public readonly record struct PlaceId : ITextId<PlaceId>, IComparable<PlaceId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier.</summary>
    /// <param name="value">The text, 1 to 64 characters, no control characters.</param>
    /// <exception cref="ArgumentException">The text is not an identifier.</exception>
    public PlaceId(string value) => _value = TextId.Check(value, nameof(PlaceId));

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static PlaceId From(string value) => new(value);

    /// <summary>Ordinal comparison, the same in every culture.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(PlaceId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(PlaceId left, PlaceId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(PlaceId left, PlaceId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(PlaceId left, PlaceId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(PlaceId left, PlaceId right) => left.CompareTo(right) >= 0;
}
