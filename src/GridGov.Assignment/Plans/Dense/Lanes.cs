using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridGov.Assignment;

/// <summary>Several numbers side by side, so that one kernel serves every width that a machine has.</summary>
internal interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged, INumber<T>
{
    static abstract int Count { get; }

    static abstract TSelf Load(ref T start, int at);

    static abstract TSelf Create(T value);

    static abstract TSelf Min(TSelf one, TSelf other);

    static abstract TSelf Max(TSelf one, TSelf other);

    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    static abstract TSelf operator +(TSelf one, TSelf other);

    static abstract TSelf operator -(TSelf one, TSelf other);

    TSelf Less(TSelf other);

    // One bit a lane; lane 0 is the lowest.
    ulong LessBits(TSelf other);

    ulong EqualBits(TSelf other);

    void Store(ref T start, int at);

    T Least();

    T this[int lane] { get; }
}

internal readonly struct Lanes512<T>(Vector512<T> v) : ILanes<Lanes512<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector512<T> _v = v;

    public static int Count => Vector512<T>.Count;

    public T this[int lane] => _v[lane];

    public T Least() => new Lanes256<T>(Vector256.MinNative(_v.GetLower(), _v.GetUpper())).Least();

    public static Lanes512<T> Load(ref T start, int at) => new(Vector512.LoadUnsafe(ref start, (nuint)at));

    public static Lanes512<T> Create(T value) => new(Vector512.Create(value));

    public static Lanes512<T> Min(Lanes512<T> one, Lanes512<T> other) => new(Vector512.MinNative(one._v, other._v));

    public static Lanes512<T> Max(Lanes512<T> one, Lanes512<T> other) => new(Vector512.MaxNative(one._v, other._v));

    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(mask._v, yes._v, no._v));

    public static Lanes512<T> operator +(Lanes512<T> one, Lanes512<T> other) => new(one._v + other._v);

    public static Lanes512<T> operator -(Lanes512<T> one, Lanes512<T> other) => new(one._v - other._v);

    public Lanes512<T> Less(Lanes512<T> other) => new(Vector512.LessThan(_v, other._v));

    public ulong LessBits(Lanes512<T> other) => Vector512.LessThan(_v, other._v).ExtractMostSignificantBits();

    public ulong EqualBits(Lanes512<T> other) => Vector512.Equals(_v, other._v).ExtractMostSignificantBits();

    public void Store(ref T start, int at) => _v.StoreUnsafe(ref start, (nuint)at);
}

internal readonly struct Lanes256<T>(Vector256<T> v) : ILanes<Lanes256<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector256<T> _v = v;

    public static int Count => Vector256<T>.Count;

    public T this[int lane] => _v[lane];

    public T Least() => new Lanes128<T>(Vector128.MinNative(_v.GetLower(), _v.GetUpper())).Least();

    public static Lanes256<T> Load(ref T start, int at) => new(Vector256.LoadUnsafe(ref start, (nuint)at));

    public static Lanes256<T> Create(T value) => new(Vector256.Create(value));

    public static Lanes256<T> Min(Lanes256<T> one, Lanes256<T> other) => new(Vector256.MinNative(one._v, other._v));

    public static Lanes256<T> Max(Lanes256<T> one, Lanes256<T> other) => new(Vector256.MaxNative(one._v, other._v));

    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> yes, Lanes256<T> no) =>
        new(Vector256.ConditionalSelect(mask._v, yes._v, no._v));

    public static Lanes256<T> operator +(Lanes256<T> one, Lanes256<T> other) => new(one._v + other._v);

    public static Lanes256<T> operator -(Lanes256<T> one, Lanes256<T> other) => new(one._v - other._v);

    public Lanes256<T> Less(Lanes256<T> other) => new(Vector256.LessThan(_v, other._v));

    public ulong LessBits(Lanes256<T> other) => Vector256.LessThan(_v, other._v).ExtractMostSignificantBits();

    public ulong EqualBits(Lanes256<T> other) => Vector256.Equals(_v, other._v).ExtractMostSignificantBits();

    public void Store(ref T start, int at) => _v.StoreUnsafe(ref start, (nuint)at);
}

internal readonly struct Lanes128<T>(Vector128<T> v) : ILanes<Lanes128<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector128<T> _v = v;

    public static int Count => Vector128<T>.Count;

    public T this[int lane] => _v[lane];

    public T Least()
    {
        var least = _v[0];
        for (var lane = 1; lane < Vector128<T>.Count; lane++)
            least = T.Min(least, _v[lane]);
        return least;
    }

    public static Lanes128<T> Load(ref T start, int at) => new(Vector128.LoadUnsafe(ref start, (nuint)at));

    public static Lanes128<T> Create(T value) => new(Vector128.Create(value));

    public static Lanes128<T> Min(Lanes128<T> one, Lanes128<T> other) => new(Vector128.MinNative(one._v, other._v));

    public static Lanes128<T> Max(Lanes128<T> one, Lanes128<T> other) => new(Vector128.MaxNative(one._v, other._v));

    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> yes, Lanes128<T> no) =>
        new(Vector128.ConditionalSelect(mask._v, yes._v, no._v));

    public static Lanes128<T> operator +(Lanes128<T> one, Lanes128<T> other) => new(one._v + other._v);

    public static Lanes128<T> operator -(Lanes128<T> one, Lanes128<T> other) => new(one._v - other._v);

    public Lanes128<T> Less(Lanes128<T> other) => new(Vector128.LessThan(_v, other._v));

    public ulong LessBits(Lanes128<T> other) => Vector128.LessThan(_v, other._v).ExtractMostSignificantBits();

    public ulong EqualBits(Lanes128<T> other) => Vector128.Equals(_v, other._v).ExtractMostSignificantBits();

    public void Store(ref T start, int at) => _v.StoreUnsafe(ref start, (nuint)at);
}

/// <summary>One number: machines without vectors, and numbers that no machine has vectors of.</summary>
internal readonly struct Lane<T>(T v) : ILanes<Lane<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly T _v = v;

    public static int Count => 1;

    public T this[int lane] => _v;

    public T Least() => _v;

    public static Lane<T> Load(ref T start, int at) => new(Unsafe.Add(ref start, at));

    public static Lane<T> Create(T value) => new(value);

    public static Lane<T> Min(Lane<T> one, Lane<T> other) => one._v < other._v ? one : other;

    public static Lane<T> Max(Lane<T> one, Lane<T> other) => one._v > other._v ? one : other;

    // The mask is 1 or 0 here.
    public static Lane<T> Select(Lane<T> mask, Lane<T> yes, Lane<T> no) => T.IsZero(mask._v) ? no : yes;

    public static Lane<T> operator +(Lane<T> one, Lane<T> other) => new(one._v + other._v);

    public static Lane<T> operator -(Lane<T> one, Lane<T> other) => new(one._v - other._v);

    public Lane<T> Less(Lane<T> other) => new(_v < other._v ? T.One : T.Zero);

    public ulong LessBits(Lane<T> other) => _v < other._v ? 1ul : 0;

    public ulong EqualBits(Lane<T> other) => _v == other._v ? 1ul : 0;

    public void Store(ref T start, int at) => Unsafe.Add(ref start, at) = _v;
}
