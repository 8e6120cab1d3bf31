using System.Globalization;

namespace GridGov;

/// <summary>Decimal parts of folded text.</summary>
internal static class Digits
{
    /// <summary>The index of the first byte that is not a digit, or −1.</summary>
    public static int FirstOther(ReadOnlySpan<byte> folded) => folded.IndexOfAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>The number that digits form; at most 18 of them.</summary>
    public static long Read(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (var digit in digits)
            value = (value * 10) + digit - '0';
        return value;
    }

    /// <summary>Fills the destination with a number, zeros first.</summary>
    public static void Write(long value, Span<byte> destination)
    {
        for (var i = destination.Length - 1; i >= 0; i--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            destination[i] = (byte)('0' + digit);
        }
    }

    /// <summary>The day of a number YYYYMMDD, if there is such a day; else which digit of the eight begins the wrong part.</summary>
    public static bool TryReadDate(int yyyymmdd, int firstYear, out DateOnly date, out int index)
    {
        var (year, month, day) = (yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100);
        index = year < firstYear ? 0 : month is < 1 or > 12 ? 4 : 6;
        date = default;
        if (index != 6 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new(year, month, day);
        return true;
    }

    /// <summary>A date as the number YYYYMMDD.</summary>
    public static int OfDate(DateOnly date) => (((date.Year * 100) + date.Month) * 100) + date.Day;

    /// <summary>A number as text of a fixed width.</summary>
    public static string Text(int value, int width) => value.ToString($"D{width}", CultureInfo.InvariantCulture);
}
