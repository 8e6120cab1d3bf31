namespace GridGov;

/// <summary>
/// A personal value (个人信息) that masks itself: <see cref="ToString"/>, equality and serialisation never show it.
/// It is read only by name, through <see cref="Reveal"/>. Immutable and thread-safe.
/// </summary>
/// <remarks>It is a class without public properties, so that a serialiser writes nothing of it.</remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Sensitive<T>
    where T : notnull
{
    private readonly T _value;

    /// <summary>Wraps a personal value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public Sensitive(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The value. Call it only where the service to the person needs it.</summary>
    public T Reveal() => _value;

    /// <summary>Always three stars.</summary>
    public override string ToString() => "***";
}
