using System.Collections.Frozen;

namespace GridGov.Rules;

/// <summary>
/// A column as it is asked: its values cut into pieces on which every test gives one answer, and for each piece the rules
/// that match. Immutable.
/// </summary>
internal abstract class TableIndex<TIn>(string name, ulong[][] pieces)
{
    public string Name => name;

    public ulong[][] Pieces => pieces;

    /// <summary>For tables of up to 64 rules: the rules that match each piece.</summary>
    protected ulong[] First { get; } = [.. pieces.Select(p => p[0])];

    public abstract int PieceOf(in TIn input);

    public abstract ulong FirstWordOf(in TIn input);

    /// <summary>A piece in words: a value, or what lies between two.</summary>
    public abstract string Describe(int piece);
}

internal sealed class TableIndex<TIn, T> : TableIndex<TIn>
    where T : notnull
{
    private readonly Func<TIn, T?> _read;
    private readonly T[] _cuts;
    private readonly IComparer<T> _order;
    private readonly Func<T, string> _text;

    // Where nothing lies between the cuts but "other", a look-up finds the piece at once.
    private readonly FrozenDictionary<T, int>? _byValue;

    public TableIndex(string name, Func<TIn, T?> read, T[] cuts, ulong[][] pieces, IComparer<T> order, Func<T, string> text)
        : base(name, pieces)
    {
        _read = read;
        _cuts = cuts;
        _order = order;
        _text = text;
        var others = Enumerable.Range(0, cuts.Length + 1).Select(i => pieces[2 * i]);
        if (cuts.Length > 4 && typeof(T) == typeof(string) && others.All(o => o.AsSpan().SequenceEqual(pieces[0])))
            _byValue = cuts.Select((c, i) => KeyValuePair.Create(c, (2 * i) + 1)).ToFrozenDictionary();
    }

    public override ulong FirstWordOf(in TIn input) => First[PieceOf(input)];

    public override int PieceOf(in TIn input)
    {
        if (_read(input) is not { } value)
            return Pieces.Length - 1;
        if (_byValue is not null)
            return _byValue.TryGetValue(value, out var piece) ? piece : 0;
        int low = 0, high = _cuts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;

            // Of a value type the default order is known when this is compiled, and the call to it is none.
            var order = typeof(T).IsValueType ? Comparer<T>.Default.Compare(_cuts[middle], value) : _order.Compare(_cuts[middle], value);
            if (order == 0)
                return (2 * middle) + 1;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return 2 * low;
    }

    public override string Describe(int piece)
    {
        if (piece == Pieces.Length - 1)
            return $"{Name} not given";
        if (_cuts.Length == 0)
            return $"{Name} anything";
        var below = piece / 2;
        return piece % 2 == 1 ? $"{Name} = {_text(_cuts[below])}"
            : below == 0 ? $"{Name} < {_text(_cuts[0])}"
            : below == _cuts.Length ? $"{Name} > {_text(_cuts[^1])}"
            : $"{_text(_cuts[below - 1])} < {Name} < {_text(_cuts[below])}";
    }
}
