using System.Globalization;

namespace GridGov.Assignment;

internal static class Text
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
