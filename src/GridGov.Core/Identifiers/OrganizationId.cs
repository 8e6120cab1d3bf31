using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>An organisation (组织编号): department, community body, enterprise and others, as the city numbers it. Immutable; ordinal order.</summary>
[JsonConverter(typeof(TextIdJsonConverter<OrganizationId>))]
public readonly record struct OrganizationId : ITextId<OrganizationId>, IComparable<OrganizationId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier.</summary>
    /// <param name="value">The text, 1 to 64 characters, no control characters.</param>
    /// <exception cref="ArgumentException">The text is not an identifier.</exception>
    public OrganizationId(string value) => _value = TextId.Check(value, nameof(OrganizationId));

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static OrganizationId From(string value) => new(value);

    /// <summary>Ordinal comparison, the same in every culture.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(OrganizationId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(OrganizationId left, OrganizationId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(OrganizationId left, OrganizationId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(OrganizationId left, OrganizationId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(OrganizationId left, OrganizationId right) => left.CompareTo(right) >= 0;
}
