using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GridGov;

/// <summary>
/// The quick way for a citizen number that is written canonically, all digits at once. It knows no reasons: what it
/// does not take goes the way of <see cref="IdentifierText"/>, which accepts exactly the same 18 characters and more.
/// </summary>
internal static class CitizenNumberScan
{
    /// <summary>The first 17 digits, or 0 if the characters are no canonical number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(Vector128<byte> sixteen, int seventeenth, int check)
    {
        var digits = sixteen - Vector128.Create((byte)'0');
        seventeenth -= '0';
        if (Vector128.GreaterThanAny(digits, Vector128.Create((byte)9)) || (uint)seventeenth > 9)
            return 0;

        var (low, high) = Vector128.Widen(digits);
        var sum = Vector128.Sum(
            (low * Vector128.Create((ushort)7, 9, 10, 5, 8, 4, 2, 1)) + (high * Vector128.Create((ushort)6, 3, 7, 9, 10, 5, 8, 4)));
        if ("10X98765432"u8[(sum + (seventeenth * 2)) % 11] != check)
            return 0;

        var firstEight = EightDigits(digits.AsUInt64().ToScalar());
        var nextEight = EightDigits(digits.AsUInt64().GetElement(1));
        var birth = (int)(((firstEight % 100) * 1_000_000) + (nextEight / 100));
        return IsAddress((int)(firstEight / 100)) && IsBirth(birth)
            ? (((firstEight * 100_000_000L) + nextEight) * 10) + seventeenth
            : 0;
    }

    // The first digit is the lowest byte: pairs, then fours, then all eight, in three multiplications.
    private static uint EightDigits(ulong digits)
    {
        const ulong mask = 0x0000_00FF_0000_00FF;
        digits = (digits * 10) + (digits >> 8);
        return (uint)((((digits & mask) * 0x000F_4240_0000_0064) + (((digits >> 16) & mask) * 0x0000_2710_0000_0001)) >> 32);
    }

    private static bool IsAddress(int six) => DivisionCode.IsProvince(six / 10_000) && (six % 10_000 is 0 or >= 100);

    private static bool IsBirth(int yyyymmdd)
    {
        var (year, month, day) = ((uint)yyyymmdd / 10_000, (uint)yyyymmdd / 100 % 100, (uint)yyyymmdd % 100);
        if (year < CitizenNumber.FirstYear || month - 1 > 11)
            return false;
        // Before August the odd months have 31 days, from August on the even ones.
        var days = month != 2 ? 30 + ((month ^ (month >> 3)) & 1) : DateTime.IsLeapYear((int)year) ? 29u : 28u;
        return day - 1 < days;
    }
}
