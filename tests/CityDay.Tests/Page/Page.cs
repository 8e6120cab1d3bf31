using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CityDay.Page;

namespace CityDay.Tests.Page;

/// <summary>A written report, read back.</summary>
internal sealed partial class Page
{
    private static readonly string[] Across = ["x", "x1", "x2", "cx", "width"];
    private static readonly string[] Down = ["y", "y1", "y2", "cy", "height"];

    private Page(string text)
    {
        Text = text;
        Root = XDocument.Parse(text).Root!;
    }

    public string Text { get; }

    public XElement Root { get; }

    public static Page Of(ReportModel model) => new(Write(model));

    public static string Write(ReportModel model)
    {
        using var writer = new StringWriter(CultureInfo.CurrentCulture) { NewLine = "\r\n" };
        HtmlReport.Write(model, writer);
        return writer.ToString();
    }

    public IEnumerable<XElement> All(string name) => Root.Descendants().Where(element => element.Name.LocalName == name);

    public XElement? Svg(string style) => All("svg").FirstOrDefault(svg => ((string?)svg.Attribute("class"))?.Split(' ').Contains(style) == true);

    /// <summary>Every coordinate that its picture does not hold.</summary>
    public IEnumerable<string> Outside()
    {
        foreach (XElement svg in All("svg"))
        {
            decimal[] box = [.. ((string)svg.Attribute("viewBox")!).Split(' ').Select(Parse)];
            foreach (XElement mark in svg.Descendants())
            {
                foreach ((decimal value, bool across) in Coordinates(mark))
                    if (value < 0 || value > (across ? box[2] : box[3])) yield return $"{value} in {mark}";
                if (Far(mark, "x", "width") > box[2] || Far(mark, "y", "height") > box[3]) yield return $"end of {mark}";
            }
        }
    }

    private static IEnumerable<(decimal Value, bool Across)> Coordinates(XElement mark)
    {
        foreach (XAttribute attribute in mark.Attributes())
        {
            if (Across.Contains(attribute.Name.LocalName)) yield return (Parse(attribute.Value), true);
            if (Down.Contains(attribute.Name.LocalName)) yield return (Parse(attribute.Value), false);
        }
        if ((string?)mark.Attribute("d") is not { } path) yield break;
        bool across = false;
        foreach (Match number in Numbers().Matches(path)) yield return (Parse(number.Value), across = !across);
    }

    private static decimal Far(XElement mark, string from, string length) =>
        mark.Attribute(length) is { } size ? Parse(mark.Attribute(from)!.Value) + Parse(size.Value) : 0;

    private static decimal Parse(string number) => decimal.Parse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?[0-9.]+")]
    private static partial Regex Numbers();
}
