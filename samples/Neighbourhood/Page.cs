using System.Globalization;
using System.Net;
using System.Text;

namespace Neighbourhood;

/// <summary>The year as one HTML page without anything from outside.</summary>
internal static class Page
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 2rem auto; max-width: 46rem; padding: 0 1rem; color: #1c2733; background: #fff }
        h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin-top: 2.2rem; border-top: 1px solid #d5dde5; padding-top: 1rem }
        pre { white-space: pre-wrap; font: inherit; margin: .3rem 0 } li { margin: .2rem 0 }
        .bar { fill: #2b6cb0 } text { font: 13px system-ui, "Noto Sans CJK SC", sans-serif; fill: #1c2733 }
        footer { margin-top: 2rem; color: #5a6b7b; font-size: .85rem }
        """;

    public static string Of(IReadOnlyList<Chapter> chapters)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append("<title>A compound's year 小区一年</title><style>").Append(Style).Append("</style></head><body><h1>A compound's year 小区一年</h1>")
            .Append("<p>One hundred households of an imaginary compound in 2026: talked, voted, visited, warned, thanked, judged. Every no below is the library's own.</p>");
        foreach (var chapter in chapters)
        {
            html.Append("<h2>").Append(Text(chapter.Title)).Append("</h2>");
            Draw(html, chapter.Bars);
            html.Append("<ul>");
            foreach (var line in chapter.Lines)
                html.Append("<li><pre>").Append(Text(line)).Append("</pre></li>");
            html.Append("</ul>");
        }

        return html.Append("<footer>Made by samples/Neighbourhood; no name and no household is shown.</footer></body></html>\n").ToString();
    }

    private static void Draw(StringBuilder html, IReadOnlyList<Bar> bars)
    {
        if (bars.Count == 0)
            return;
        const int Left = 190, Width = 380, Row = 24;
        var most = Math.Max(bars.Max(b => b.Value), 1);
        html.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" width=\"100%\" viewBox=\"0 0 700 {(bars.Count * Row) + 4}\">");
        foreach (var (i, bar) in bars.Index())
        {
            var (y, length) = (i * Row, Width * bar.Value / most);
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 16}\" text-anchor=\"end\">{Text(bar.Label)}</text>")
                .Append(CultureInfo.InvariantCulture, $"<rect class=\"bar\" x=\"{Left}\" y=\"{y + 3}\" width=\"{length:0.#}\" height=\"16\" rx=\"2\"/>")
                .Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + length + 6:0.#}\" y=\"{y + 16}\">{Text(bar.Text)}</text>");
        }

        html.Append("</svg>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
