using System.Text.Json.Serialization;

namespace GridGov;

/// <summary>A post of grid staff (岗位编号), as the city numbers it; the person who holds it is an <see cref="ActorId"/>. Immutable; ordinal order.</summary>
[JsonConverter(typeof(TextIdJsonConverter<PostId>))]
public readonly record struct PostId : ITextId<PostId>, IComparable<PostId>
{
    private readonly string? _value;

    /// <summary>Makes the identifier.</summary>
    /// <param name="value">The text, 1 to 64 characters, no control characters.</param>
    /// <exception cref="ArgumentException">The text is not an identifier.</exception>
    public PostId(string value) => _value = TextId.Check(value, nameof(PostId));

    /// <inheritdoc/>
    public string Value => _value ?? string.Empty;

    /// <inheritdoc/>
    public static PostId From(string value) => new(value);

    /// <summary>Ordinal comparison, the same in every culture.</summary>
    /// <param name="other">The other identifier.</param>
    public int CompareTo(PostId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <(PostId left, PostId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >(PostId left, PostId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator <=(PostId left, PostId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    /// <param name="left">One identifier.</param>
    /// <param name="right">The other identifier.</param>
    public static bool operator >=(PostId left, PostId right) => left.CompareTo(right) >= 0;
}
