using System.Buffers;

namespace GridGov;

/// <summary>Room for the work of a build: half of all it takes; from the pool it costs no collection. Not cleared.</summary>
internal sealed class Pooled<T>(int count) : IDisposable
{
    public T[] Array { get; } = ArrayPool<T>.Shared.Rent(count);

    public Span<T> Span => Array.AsSpan(0, count);

    public void Dispose() => ArrayPool<T>.Shared.Return(Array);
}
