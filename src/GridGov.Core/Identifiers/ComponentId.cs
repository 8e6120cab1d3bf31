using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>A managed component (部件标识码): 17 digits in GB/T 47678.5-2026, 16 in the line of 2013 (both seen in secondary sources); the form is checked where a component is made. Immutable; ordinal order.</summary>
[JsonConverter(typeof(TextIdJsonConverter<ComponentId>))]
public readonly record struct ComponentId : ITextId<ComponentId>, IComparable<ComponentId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier.</summary>
    /// <param name="value">The text, 1 to 64 characters, no control characters.</param>
    /// <exception cref="ArgumentException">The text is not an identifier.</exception>
    public ComponentId(string value) => _value = TextId.Check(value, nameof(ComponentId));

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static ComponentId From(string value) => new(value);

    /// <summary>Ordinal comparison, the same in every culture.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(ComponentId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(ComponentId left, ComponentId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(ComponentId left, ComponentId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(ComponentId left, ComponentId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(ComponentId left, ComponentId right) => left.CompareTo(right) >= 0;
}
