using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>Either a value or a <see cref="GridGov.Refusal"/>. Immutable; thread-safe if <typeparamref name="T"/> is.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Outcome<T> : IEquatable<Outcome<T>>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
        IsAccepted = refusal is null;
    }

    /// <summary>The reasoned no, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a value; false for the default outcome, which was never set.</summary>
    public bool IsAccepted { get; }

    /// <summary>The value.</summary>
    /// <exception cref="RefusedException">It was refused; look at <see cref="Refusal"/> first.</exception>
    public T Value => IsAccepted ? _value! : throw new RefusedException(Refusal);

    /// <summary>The value, if there is one.</summary>
    /// <param name="value">The value, or default when refused.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsAccepted;
    }

    /// <summary>An outcome that is a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "FromT would be a worse name than the conversion.")]
    public static implicit operator Outcome<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, null);
    }

    /// <summary>An outcome that is a no.</summary>
    /// <param name="refusal">The reasons.</param>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is null.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "As above.")]
    public static implicit operator Outcome<T>(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(default, refusal);
    }

    /// <inheritdoc/>
    public bool Equals(Outcome<T> other) =>
        IsAccepted == other.IsAccepted && Equals(Refusal, other.Refusal) && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Outcome<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Refusal?.GetHashCode() ?? _value?.GetHashCode() ?? 0;

    /// <summary>The value or the refusal as text.</summary>
    public override string? ToString() => IsAccepted ? _value!.ToString() : Refusal?.ToString() ?? "no outcome";

    /// <summary>Whether both are the same value or the same refusal.</summary>
    /// <param name="left">One outcome.</param>
    /// <param name="right">The other outcome.</param>
    public static bool operator ==(Outcome<T> left, Outcome<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One outcome.</param>
    /// <param name="right">The other outcome.</param>
    public static bool operator !=(Outcome<T> left, Outcome<T> right) => !left.Equals(right);
}

/// <summary>The value of a refused <see cref="Outcome{T}"/> was read without looking at its refusal.</summary>
/// <param name="refusal">The refusal that was overlooked, or null for an outcome that was never set.</param>
public sealed class RefusedException(Refusal? refusal) : InvalidOperationException(
    $"There is no value: {refusal?.Code ?? "the outcome was never set"}.\nTest Outcome.Refusal before reading Outcome.Value.")
{
    /// <summary>The refusal that was overlooked.</summary>
    public Refusal? Refusal { get; } = refusal;
}
