using System.Globalization;
using System.Xml;

namespace GridGov.Rules;

/// <summary>The functions that expressions may call. What they cannot do with their arguments is null.</summary>
internal static class FeelFunctions
{
    public static IReadOnlyDictionary<string, Func<object?[], object?>> All { get; } = new Dictionary<string, Func<object?[], object?>>(StringComparer.Ordinal)
    {
        ["not"] = a => One<bool>(a) is { } b ? !b : null,
        ["abs"] = a => One<decimal>(a) is { } n ? Math.Abs(n) : null,
        ["floor"] = a => One<decimal>(a) is { } n ? Math.Floor(n) : null,
        ["ceiling"] = a => One<decimal>(a) is { } n ? Math.Ceiling(n) : null,
        ["modulo"] = a => a is [decimal n, decimal d] && d != 0 ? n - (d * Math.Floor(n / d)) : null,
        ["decimal"] = a => a is [decimal n, decimal s] && s is >= 0 and <= 28 ? Math.Round(n, (int)s, MidpointRounding.ToEven) : null,
        ["min"] = a => Items(a) is { Count: > 0 } items ? items.Aggregate((x, y) => FeelValues.Compare(x, y) is { } c ? c <= 0 ? x : y : null) : null,
        ["max"] = a => Items(a) is { Count: > 0 } items ? items.Aggregate((x, y) => FeelValues.Compare(x, y) is { } c ? c >= 0 ? x : y : null) : null,
        ["sum"] = a => Items(a) is { Count: > 0 } items ? items.Aggregate((x, y) => FeelValues.Arithmetic('+', x, y)) : null,
        ["mean"] = a => Items(a) is { Count: > 0 } items ? FeelValues.Arithmetic('/', items.Aggregate((x, y) => FeelValues.Arithmetic('+', x, y)), (decimal)items.Count) : null,
        ["count"] = a => Items(a) is { } items ? (decimal)items.Count : null,
        ["list contains"] = a => a is [IReadOnlyList<object?> list, var item] ? list.Any(v => FeelValues.Equal(v, item) == true) : null,
        ["string"] = a => a is [var value] ? Text(value) : null,
        ["number"] = a => a is [string text] && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null,
        ["string length"] = a => a is [string text] ? (decimal)new StringInfo(text).LengthInTextElements : null,
        ["upper case"] = a => a is [string text] ? text.ToUpperInvariant() : null,
        ["lower case"] = a => a is [string text] ? text.ToLowerInvariant() : null,
        ["contains"] = a => a is [string text, string part] ? text.Contains(part, StringComparison.Ordinal) : null,
        ["starts with"] = a => a is [string text, string part] ? text.StartsWith(part, StringComparison.Ordinal) : null,
        ["ends with"] = a => a is [string text, string part] ? text.EndsWith(part, StringComparison.Ordinal) : null,
        ["date"] = a => a switch
        {
            [string text] => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            [DateTimeOffset at] => DateOnly.FromDateTime(at.DateTime),
            [decimal y, decimal m, decimal d] => Day(y, m, d),
            _ => null,
        },
        ["date and time"] = a => a is [string text] && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        ["duration"] = a => a is [string text] ? Duration(text) : null,
    };

    private static T? One<T>(object?[] arguments)
        where T : struct => arguments is [T value] ? value : null;

    private static IReadOnlyList<object?>? Items(object?[] arguments) => arguments is [IReadOnlyList<object?> list] ? list : arguments;

    private static DateOnly? Day(decimal year, decimal month, decimal day)
    {
        try
        {
            return new DateOnly((int)year, (int)month, (int)day);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    // Years and months are a type of their own in FEEL, which is not there.
    private static TimeSpan? Duration(string text)
    {
        try
        {
            var date = text.Split('T')[0];
            return date.Contains('Y', StringComparison.Ordinal) || date.Contains('M', StringComparison.Ordinal) ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => XmlConvert.ToString(span),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
