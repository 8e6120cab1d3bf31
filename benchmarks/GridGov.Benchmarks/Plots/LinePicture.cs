using System.Globalization;
using System.Net;
using System.Text;

namespace GridGov.Benchmarks;

/// <summary>A picture of lines over a logarithmic axis, as SVG. The same numbers give the same picture.</summary>
internal static class LinePicture
{
    private const double Left = 64;
    private const double Right = 700;
    private const double Top = 84;
    private const double Bottom = 380;

    private static readonly string[] Colours = ["#0b6e4f", "#c1121f", "#33658a"];

    public static string Draw(
        string title, string remark, string across, string up, double[] xs, (string Name, double[] Values)[] lines, double shadeTo)
    {
        var highest = Math.Max(shadeTo, lines.Max(l => l.Values.Max()));
        var step = StepOf(highest);
        var most = Math.Ceiling(highest / step) * step;
        var svg = new StringBuilder();
        svg.Append("""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 440" font-family="system-ui, sans-serif" font-size="13" fill="#222">
            <rect width="760" height="440" fill="#fff"/>

            """);
        Text(svg, 24, 32, title, "font-size=\"18\" font-weight=\"600\"");
        Text(svg, 24, 54, remark, "fill=\"#666\"");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{Y(shadeTo):0.0}\" width=\"{Right - Left}\" height=\"{Bottom - Y(shadeTo):0.0}\" fill=\"#0b6e4f\" opacity=\"0.08\"/>\n");
        for (var v = 0.0; v <= most; v += step)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{Y(v):0.0}\" x2=\"{Right}\" y2=\"{Y(v):0.0}\" stroke=\"#ddd\"/>\n");
            Text(svg, Left - 8, Y(v) + 4, v.ToString("0", CultureInfo.InvariantCulture), "text-anchor=\"end\" fill=\"#666\"");
        }

        foreach (var x in xs)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(x):0.0}\" y1=\"{Bottom}\" x2=\"{X(x):0.0}\" y2=\"{Bottom + 5}\" stroke=\"#999\"/>\n");
            if (Math.Log10(x) is var power && Math.Abs(power - Math.Round(power)) < 1e-9)
                Text(svg, X(x), Bottom + 22, x.ToString("N0", CultureInfo.InvariantCulture), "text-anchor=\"middle\" fill=\"#666\"");
        }

        Text(svg, (Left + Right) / 2, Bottom + 44, across, "text-anchor=\"middle\"");
        Text(svg, Left - 40, Top - 10, up, "");
        for (var i = 0; i < lines.Length; i++)
        {
            var (name, values) = lines[i];
            var points = string.Join(' ', xs.Select((x, at) => string.Create(CultureInfo.InvariantCulture, $"{X(x):0.0},{Y(values[at]):0.0}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{Colours[i]}\" stroke-width=\"2\"/>\n");
            for (var at = 0; at < xs.Length; at++)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(xs[at]):0.0}\" cy=\"{Y(values[at]):0.0}\" r=\"3.5\" fill=\"{Colours[i]}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + 16}\" y=\"{Top + 8 + (i * 20)}\" width=\"14\" height=\"4\" fill=\"{Colours[i]}\"/>\n");
            Text(svg, Left + 38, Top + 14 + (i * 20), name, "");
        }

        return svg.Append("</svg>\n").ToString();

        double X(double x) => Left + 20 + ((Right - Left - 40) * Math.Log(x / xs[0]) / Math.Log(xs[^1] / xs[0]));

        double Y(double y) => Bottom - ((Bottom - Top) * y / most);
    }

    private static void Text(StringBuilder svg, double x, double y, string text, string style) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y:0.0}\" {style}>{WebUtility.HtmlEncode(text)}</text>\n");

    // About six lines, at 1, 2 or 5 times a power of ten.
    private static double StepOf(double highest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(highest / 6)));
        return new[] { 1.0, 2, 5, 10 }.First(m => m * power * 6 >= highest) * power;
    }
}
