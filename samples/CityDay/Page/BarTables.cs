using static CityDay.Page.Number;

namespace CityDay.Page;

/// <summary>Charts that are tables: every bar stands in the row that prints its numbers.</summary>
internal static class BarTables
{
    private const int Most = 25;
    private const int NameWidth = 2400;

    /// <summary>One entry of a colour key.</summary>
    public static void Key(Markup page, string style, string label, string chinese) =>
        page.Open("span", ("class", "item")).Element("i", "", ("class", "swatch " + style)).Text(label + " ")
            .Element("span", chinese, ("class", "zh"), ("lang", "zh-CN")).Close();

    public static void Grids(Markup page, IReadOnlyList<GridLoad> grids)
    {
        if (Nothing(page, grids.Count, "No grid had a case.")) return;
        GridLoad[] sorted =
        [
            .. grids.OrderByDescending(grid => grid.Cases)
                .ThenBy(grid => grid.Code, StringComparer.Ordinal)
                .ThenBy(grid => grid.Name, StringComparer.Ordinal),
        ];
        decimal max = Math.Max(1, sorted[0].Cases);
        page.Open("p", ("class", "key"));
        Key(page, "late", "late", "超期");
        Key(page, "soft", "not late", "未超期");
        page.Close().Open("table", ("class", "bars"));
        Head(page, ("Grid", "网格", false), ("", "", false), ("Cases", "案件", true), ("Late", "超期", true), ("Open", "在办", true));
        page.Open("tbody");
        foreach (GridLoad grid in sorted.Take(Most))
        {
            string name = grid.Name.Length == 0 ? grid.Code : grid.Name;
            page.Open("tr").Open("th", ("scope", "row"), ("title", $"{grid.Code} {grid.Name} {grid.ParentName}")).Data(name, NameWidth);
            if (grid.ParentName.Length > 0) page.Text(" ").Data(grid.ParentName, NameWidth, "sub");
            page.Close();
            decimal late = Math.Clamp(grid.Late, 0, Math.Max(0, grid.Cases));
            Bar(page, false, ("late", late, max, $"{Count(grid.Late)} late"), ("soft", grid.Cases - late, max, $"{Count(grid.Cases - late)} not late"));
            Numbers(page, grid.Cases, grid.Late, grid.Open);
            page.Close();
        }
        page.Close().Close();
        if (sorted.Length <= Most) return;
        GridLoad[] rest = sorted[Most..];
        page.Element("p", $"and {Count(rest.Length)} more {(rest.Length == 1 ? "grid" : "grids")} with {Cases(rest.Sum(grid => (decimal)grid.Cases))}, "
            + $"{Count(rest.Sum(grid => (decimal)grid.Late))} of them late, {Count(rest.Sum(grid => (decimal)grid.Open))} open", ("class", "more"));
    }

    public static void Categories(Markup page, IReadOnlyList<CategoryShare> categories)
    {
        if (Nothing(page, categories.Count, "No category had a case.")) return;
        CategoryShare[] sorted =
        [
            .. categories.OrderByDescending(category => category.Cases)
                .ThenBy(category => category.Name, StringComparer.Ordinal)
                .ThenByDescending(category => category.OnTime)
                .ThenByDescending(category => category.Late),
        ];
        page.Open("p", ("class", "key"));
        Key(page, "good", "on time", "按期");
        Key(page, "late", "late", "超期");
        page.Element("span", "share of what is decided", ("class", "muted"));
        page.Close().Open("table", ("class", "bars"));
        Head(page, ("Category", "类别", false), ("", "", false), ("On time", "按期", true), ("Cases", "案件", true), ("Open", "在办", true));
        page.Open("tbody");
        foreach (CategoryShare category in sorted.Take(Most))
        {
            page.Open("tr").Open("th", ("scope", "row"), ("title", category.Name)).Data(category.Name, NameWidth).Close();
            Share(page, category.OnTime, category.Late, category.Cases, category.Open);
        }
        CategoryShare[] rest = sorted.Length <= Most ? [] : sorted[Most..];
        if (rest.Length > 0)
        {
            page.Open("tr", ("class", "others")).Element("th", $"{Count(rest.Length)} {(rest.Length == 1 ? "other" : "others")}", ("scope", "row"));
            Share(page, rest.Sum(c => (decimal)c.OnTime), rest.Sum(c => (decimal)c.Late), rest.Sum(c => (decimal)c.Cases), rest.Sum(c => (decimal)c.Open));
        }
        page.Close().Close();
    }

    public static void Refusals(Markup page, IReadOnlyList<RefusalCount> refusals)
    {
        if (Nothing(page, refusals.Count, "Nothing was refused.")) return;
        RefusalCount[] sorted =
        [
            .. refusals.OrderByDescending(refusal => refusal.Count)
                .ThenBy(refusal => refusal.Code, StringComparer.Ordinal)
                .ThenBy(refusal => refusal.Text, StringComparer.Ordinal),
        ];
        decimal max = Math.Max(1, sorted[0].Count);
        page.Open("table", ("class", "bars refusals"));
        Head(page, ("Code", "代码", false), ("Reason", "理由", false), ("", "", false), ("Times", "次数", true));
        page.Open("tbody");
        foreach (RefusalCount refusal in sorted)
        {
            page.Open("tr").Open("th", ("scope", "row"), ("title", refusal.Code)).Data(refusal.Code, NameWidth, "code").Close();
            page.Open("td", ("class", "reason")).Data(refusal.Text, 8000).Close();
            Bar(page, false, ("ink", refusal.Count, max, $"{Count(refusal.Count)} times"));
            Numbers(page, refusal.Count);
            page.Close();
        }
        page.Close().Close();
    }

    private static void Share(Markup page, decimal onTime, decimal late, decimal cases, decimal open)
    {
        onTime = Math.Max(0, onTime);
        decimal decided = onTime + Math.Max(0, late);
        Bar(page, true, ("good", onTime, decided, $"{Count(onTime)} on time"), ("late", decided - onTime, decided, $"{Count(decided - onTime)} late"));
        page.Element("td", Percent(onTime, decided), ("class", "n strong"));
        Numbers(page, cases, open);
        page.Close();
    }

    /// <summary>Parts side by side, each as long as its share of its whole; on a track if the whole is 100 %.</summary>
    private static void Bar(Markup page, bool track, params ReadOnlySpan<(string Style, decimal Part, decimal Whole, string Title)> parts)
    {
        page.Open("td", ("class", "bar"));
        page.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("aria-hidden", "true"), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"));
        if (track) page.Empty("rect", ("class", "track"), ("x", "0"), ("y", "0"), ("width", "100"), ("height", "10"));
        decimal x = 0;
        foreach ((string style, decimal part, decimal whole, string title) in parts)
        {
            if (part <= 0 || whole <= 0) continue;
            decimal width = Math.Min(part * 100 / whole, 100 - x);
            page.Open("rect", ("class", style), ("x", Coordinate(x)), ("y", "0"), ("width", Coordinate(Coordinated(x + width) - Coordinated(x))), ("height", "10"))
                .Element("title", title).Close();
            x += width;
        }
        page.Close().Close();
    }

    /// <summary>Both ends are rounded before they are subtracted, so that parts never overlap or overrun.</summary>
    private static decimal Coordinated(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static void Head(Markup page, params ReadOnlySpan<(string Label, string Chinese, bool Number)> columns)
    {
        page.Open("thead").Open("tr");
        foreach ((string label, string chinese, bool number) in columns)
        {
            if (label.Length == 0)
            {
                page.Element("td", "");
                continue;
            }
            page.Open("th", ("scope", "col"), ("class", number ? "n" : null)).Text(label + " ")
                .Element("span", chinese, ("class", "zh"), ("lang", "zh-CN")).Close();
        }
        page.Close().Close();
    }

    private static void Numbers(Markup page, params ReadOnlySpan<decimal> values)
    {
        foreach (decimal value in values) page.Element("td", Count(value), ("class", value == 0 ? "n zero" : "n"));
    }

    private static bool Nothing(Markup page, int count, string text)
    {
        if (count == 0) page.Element("p", text, ("class", "none"));
        return count == 0;
    }
}
