using System.Globalization;

namespace GridGov.Core.Tests;

/// <summary>Cultures that write numbers, dates and letters differently from one another.</summary>
internal static class Cultures
{
    private static readonly string[] Names = ["", "en-US", "zh-CN", "tr-TR", "ar-SA", "fa-IR", "th-TH", "sv-SE", "de-DE"];

    /// <summary>Runs the same steps under every culture and under one that writes nothing as the invariant one does.</summary>
    public static void InEach(Action<CultureInfo> act)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            foreach (var culture in Names.Select(CultureInfo.GetCultureInfo).Append(Strange()))
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
                act(culture);
            }
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus ";
        culture.NumberFormat.NumberDecimalSeparator = "/";
        culture.DateTimeFormat.TimeSeparator = "#";
        culture.DateTimeFormat.DateSeparator = "#";
        culture.DateTimeFormat.ShortDatePattern = "dd MM yy";
        return culture;
    }
}
