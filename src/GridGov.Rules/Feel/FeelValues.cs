using System.Globalization;

namespace GridGov.Rules;

/// <summary>What names stand for while an expression is evaluated.</summary>
internal sealed class FeelScope(IReadOnlyDictionary<string, object?> values, IReadOnlyDictionary<string, Func<object?[], int, object?>>? functions = null, int depth = 0)
{
    private const int MostCalls = 64;

    /// <summary>The value that unary tests are put to.</summary>
    public object? Tested { get; private init; }

    public object? Find(string name) => values.TryGetValue(name, out var value) ? FeelValues.Normal(value) : null;

    public FeelScope Testing(object? value) => new(values, functions, depth) { Tested = value };

    /// <summary>Calls a function of the model; what calls itself too deep is null.</summary>
    public object? Call(string name, object?[] arguments) =>
        depth < MostCalls && functions is not null && functions.TryGetValue(name, out var function) ? function(arguments, depth + 1) : null;
}

/// <summary>Values of FEEL: how they compare and are computed with.</summary>
internal static class FeelValues
{
    /// <summary>The value as FEEL has it.</summary>
    public static object? Normal(object? value)
    {
        try
        {
            return value switch
            {
                int or long or short or byte or uint or ulong or sbyte or ushort => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                double or float => (decimal)Convert.ToDouble(value, CultureInfo.InvariantCulture),
                DateTime time => DateOnly.FromDateTime(time),
                _ => value,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static bool? Equal(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(p => Equal(p.First, p.Second) == true),
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) =>
            a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var other) && Equal(p.Value, other) == true),
        _ => left.GetType() == right.GetType() ? left.Equals(right) : null,
    };

    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool, bool) => null,
        (IComparable a, not null) when a.GetType() == right.GetType() => a.CompareTo(right),
        _ => null,
    };

    public static object? Arithmetic(char operation, object? left, object? right)
    {
        try
        {
            return (operation, left, right) switch
            {
                ('+', decimal a, decimal b) => a + b,
                ('-', decimal a, decimal b) => a - b,
                ('*', decimal a, decimal b) => a * b,
                ('/', decimal a, decimal b) => b == 0 ? null : a / b,
                ('^', decimal a, decimal b) => Power(a, b),
                ('+', string a, string b) => a + b,
                ('+', TimeSpan a, TimeSpan b) => a + b,
                ('-', TimeSpan a, TimeSpan b) => a - b,
                ('+', DateTimeOffset a, TimeSpan b) => a + b,
                ('-', DateTimeOffset a, TimeSpan b) => a - b,
                ('-', DateTimeOffset a, DateTimeOffset b) => a - b,
                ('+', DateOnly a, TimeSpan b) => a.AddDays(b.Days),
                ('-', DateOnly a, TimeSpan b) => a.AddDays(-b.Days),
                ('-', DateOnly a, DateOnly b) => TimeSpan.FromDays(a.DayNumber - b.DayNumber),
                ('*', TimeSpan a, decimal b) => a * (double)b,
                ('/', TimeSpan a, decimal b) => b == 0 ? null : a / (double)b,
                _ => null,
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    // Whole exponents by squaring, in decimals: through a double ten digits would be lost.
    private static object? Power(decimal number, decimal exponent)
    {
        if (decimal.Truncate(exponent) != exponent || Math.Abs(exponent) > 100_000)
        {
            var power = Math.Pow((double)number, (double)exponent);
            return double.IsFinite(power) ? (decimal)power : null;
        }

        if (number == 0 && exponent < 0)
            return null;
        var (result, factor) = (1m, number);
        for (var left = (int)Math.Abs(exponent); left > 0; left >>= 1)
        {
            if ((left & 1) != 0)
                result *= factor;
            if (left > 1)
                factor *= factor;
        }

        return exponent >= 0 ? result : result == 0 ? null : 1m / result;
    }
}

/// <summary>Values from one to another (区间).</summary>
internal sealed record FeelRange(object? From, bool IncludesFrom, object? Until, bool IncludesUntil)
{
    public bool? Contains(object? value)
    {
        var (low, high) = (FeelValues.Compare(value, From), FeelValues.Compare(value, Until));
        return low is null || high is null ? null : (low > 0 || (low == 0 && IncludesFrom)) && (high < 0 || (high == 0 && IncludesUntil));
    }
}
