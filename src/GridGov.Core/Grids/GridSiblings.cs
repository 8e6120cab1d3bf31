using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>
/// Nodes next to one another on one level of a <see cref="GridTree"/>, in ordinal order of their codes. Immutable and
/// thread-safe; going through them with <c>foreach</c> allocates nothing.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "It is gone through, not compared.")]
public readonly struct GridSiblings : IEnumerable<GridHandle>
{
    private readonly int[]? _sizes;
    private readonly int _first;
    private readonly int _end;

    internal GridSiblings(int[] sizes, int first, int end)
    {
        _sizes = sizes;
        _first = first;
        _end = end;
    }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _first >= _end;

    /// <summary>Goes through the nodes.</summary>
    public Enumerator GetEnumerator() => new(_sizes, _first, _end);

    IEnumerator<GridHandle> IEnumerable<GridHandle>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A position among siblings. Not thread-safe.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "As above.")]
    public struct Enumerator : IEnumerator<GridHandle>
    {
        private readonly int[]? _sizes;
        private readonly int _end;
        private int _next;

        internal Enumerator(int[]? sizes, int first, int end)
        {
            _sizes = sizes;
            _next = first;
            _end = end;
        }

        /// <summary>The node at the position.</summary>
        public GridHandle Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next node, if there is one.</summary>
        public bool MoveNext()
        {
            if (_next >= _end)
                return false;
            Current = new(_next);
            _next += _sizes![_next];
            return true;
        }

        /// <summary>Not supported.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public readonly void Reset() => throw new NotSupportedException();

        /// <summary>Does nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}
