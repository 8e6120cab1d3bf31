using System.Numerics;
using System.Runtime.CompilerServices;

namespace GridGov.Assignment;

/// <summary>How large the numbers of a dense run may be in each type.</summary>
internal static class DenseRange
{
    // Seven bits of room: a cost, two prices, a distance and an offset can be added up without leaving the type.
    private const int Room = 7;

    public static T Limit<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        IsInteger<T>() ? Power<T>(Bits<T>() - Room) : Power<T>(1000);

    public static T Far<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        IsInteger<T>() ? Power<T>(Bits<T>() - 4) : T.One / T.Zero;

    public static T Forbidden<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        IsInteger<T>() ? T.CreateChecked(3) * Power<T>(Bits<T>() - 4) : T.One / T.Zero;

    public static bool IsInteger<T>()
        where T : unmanaged, INumber<T> => typeof(T) != typeof(double) && typeof(T) != typeof(float);

    private static int Bits<T>()
        where T : unmanaged => Unsafe.SizeOf<T>() * 8;

    private static T Power<T>(int exponent)
        where T : unmanaged, INumber<T>
    {
        var two = T.One + T.One;
        var power = T.One;
        for (var i = 0; i < exponent; i++)
            power *= two;
        return power;
    }
}
