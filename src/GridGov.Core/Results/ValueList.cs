using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GridGov;

/// <summary>An immutable list that is equal to another by its items, in order. Safe to share between threads.</summary>
/// <typeparam name="T">The item type; compared with its default equality.</typeparam>
/// <remarks>The default value is the empty list, so records may hold one without a null check.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[SuppressMessage("Naming", "CA1710", Justification = "It is a list of values, and named so.")]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> _items;

    internal ValueList(ImmutableArray<T> items) => _items = items;

    /// <summary>The number of items.</summary>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <summary>Whether there is no item.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The item at a position from 0 to <see cref="Count"/> − 1.</summary>
    /// <param name="index">The position.</param>
    public T this[int index] => Items[index];

    private ImmutableArray<T> Items => _items.IsDefault ? [] : _items;

    /// <summary>The items as a span that cannot be written to.</summary>
    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    /// <summary>A list with one more item at its end.</summary>
    /// <param name="item">The item to add.</param>
    public ValueList<T> Add(T item) => new(Items.Add(item));

    /// <summary>Whether an item equal to <paramref name="item"/> is in the list.</summary>
    /// <param name="item">The item to look for.</param>
    public bool Contains(T item)
    {
        // Lists are short: a loop that the compiler sees through beats the general search.
        foreach (ref readonly var other in AsSpan())
        {
            if (EqualityComparer<T>.Default.Equals(other, item))
                return true;
        }

        return false;
    }

    /// <summary>Enumerates without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var item in Items)
            hash = (hash * 31) + (item?.GetHashCode() ?? 0);
        return hash;
    }

    /// <summary>The items between square brackets, separated by commas; the same in every culture.</summary>
    public override string ToString() => $"[{string.Join(", ", Items.Select(TextOf))}]";

    private static string? TextOf(T item) =>
        item is IFormattable text ? text.ToString(null, CultureInfo.InvariantCulture) : item?.ToString();

    /// <summary>Whether both lists hold equal items in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether the lists differ in an item or in order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other list.</param>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

/// <summary>Makes <see cref="ValueList{T}"/> values, also for collection expressions.</summary>
public static class ValueList
{
    /// <summary>A list with a copy of the given items.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="items">The items, in order.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>A list with a copy of the given items.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    /// <param name="items">The items, in order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static ValueList<T> From<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new([.. items]);
    }
}
