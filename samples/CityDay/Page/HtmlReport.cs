namespace CityDay.Page;

/// <summary>
/// Writes the report as one page that needs nothing else: no script, no font, no network.
/// The same model gives the same bytes on every machine, in every culture and time zone. The page is HTML and well-formed XML.
/// </summary>
internal static class HtmlReport
{
    public static void Write(ReportModel model, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(writer);
        var page = new Markup(writer);
        writer.Write("<!DOCTYPE html>");
        page.Open("html", ("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", "en"));
        Head(page, model);
        page.Open("body").Open("main");
        Title(page, model);
        Figures(page, model.Figures);
        Section(page, "flow", "Arrivals and backlog", "受理与在办", () => FlowChart.Write(page, model.Flow));
        Section(page, "loop", "The closed loop", "闭环流转", () => LoopChart.Write(page, model.States, model.Arrows));
        page.Open("div", ("class", "pair"));
        Section(page, "grids", "Load per grid", "网格负荷", () => BarTables.Grids(page, model.Grids));
        Section(page, "categories", "On time by category", "分类按期率", () => BarTables.Categories(page, model.Categories));
        page.Close();
        Section(page, "refusals", "Refused, by reason", "未予准许", () => BarTables.Refusals(page, model.Refusals));
        page.Close();
        Foot(page, model);
        page.Close().Close();
        writer.Write('\n');
    }

    private static void Head(Markup page, ReportModel model)
    {
        page.Open("head").Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        page.Open("title").Text(PlainText.Shorten(model.City, 6000) + " · city day").Close();
        page.Open("style").Style(StyleSheet.Text).Close().Close();
    }

    private static void Title(Markup page, ReportModel model)
    {
        page.Open("header").Open("p", ("class", "eyebrow")).Text("City day ")
            .Element("span", "城市一日", ("class", "zh"), ("lang", "zh-CN")).Close();
        page.Open("h1").Data(model.City, 6000);
        if (model.ChineseCity.Length > 0) page.Text(" ").Open("span", ("class", "zh"), ("lang", "zh-CN")).Data(model.ChineseCity, 3000).Close();
        page.Close();
        page.Open("p", ("class", "lead")).Data(model.Period, 20000);
        if (model.Period.Length > 0 && model.Source.Length > 0) page.Element("span", " · ", ("class", "muted"));
        page.Data(model.Source, 9000).Close().Close();
    }

    private static void Figures(Markup page, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0) return;
        page.Open("dl", ("class", "figures"), ("style", $"--wide:{Number.Coordinate(Columns(figures.Count, 6))};--narrow:{Number.Coordinate(Columns(figures.Count, 4))}"));
        foreach (Figure figure in figures)
        {
            page.Open("div").Open("dt").Data(figure.Label, 3000).Text(" ");
            page.Open("span", ("class", "zh"), ("lang", "zh-CN")).Data(figure.ChineseLabel, 1500).Close().Close();
            page.Open("dd", ("class", PlainText.Width(figure.Value) > 480 ? "value long" : "value"), ("title", figure.Value)).Data(figure.Value, 1400).Close();
            page.Open("dd", ("class", "sub")).Data(figure.Note, 9000).Close().Close();
        }
        page.Close();
    }

    /// <summary>As few rows as fit, filled evenly.</summary>
    private static int Columns(int figures, int most)
    {
        int rows = (figures + most - 1) / most;
        return (figures + rows - 1) / rows;
    }

    private static void Section(Markup page, string id, string title, string chinese, Action content)
    {
        page.Open("section", ("aria-labelledby", id)).Open("h2", ("id", id)).Text(title + " ")
            .Element("span", chinese, ("class", "zh"), ("lang", "zh-CN")).Close();
        content();
        page.Close();
    }

    private static void Foot(Markup page, ReportModel model)
    {
        page.Open("footer");
        if (model.Notes.Count > 0)
        {
            page.Element("h2", "Notes").Open("ul");
            foreach (string note in model.Notes) page.Open("li").Data(note).Close();
            page.Close();
        }
        page.Open("p").Text("The same input gives this page again, byte for byte, on any machine.");
        if (model.Reproduce.Length > 0) page.Text(" To make it: ").Open("code").Data(model.Reproduce).Close();
        page.Close().Close();
    }
}
