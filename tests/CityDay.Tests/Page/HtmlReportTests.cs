using System.Globalization;
using System.Xml.Linq;
using CityDay.Page;

namespace CityDay.Tests.Page;

public sealed class HtmlReportTests
{
    private const string Hostile = "<script>alert(\"1\")</script> & 'x' ]]> \u202Eesrever\u0000\u0008\r\n\uFFFE\uD800 العربية";

    /// <summary>Set CITYDAY_REPORT_DIR to a folder to look at the pages.</summary>
    [Fact]
    public void A_realistic_report_is_well_formed()
    {
        foreach ((string name, ReportModel model) in new[] { ("linjiang", Mock.Linjiang()), ("long-tail", Mock.LongTail()), ("crowded", Mock.Crowded()), ("small", Mock.Small()), ("empty", Mock.Empty()), ("hostile", Everywhere(Hostile + new string('长', 2_000))) })
        {
            Page page = Page.Of(model);
            Assert.Equal("html", page.Root.Name.LocalName);
            Assert.Empty(page.Outside());
            if (Environment.GetEnvironmentVariable("CITYDAY_REPORT_DIR") is { Length: > 0 } folder)
                File.WriteAllText(Path.Combine(folder, name + ".html"), page.Text);
        }
    }

    [Fact]
    public void The_page_needs_no_script_and_no_network()
    {
        Page page = Page.Of(Mock.Linjiang());
        Assert.Empty(page.All("script"));
        Assert.Empty(page.All("link"));
        Assert.Empty(page.All("img"));
        Assert.DoesNotContain("url(", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Root.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "src" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_says_what_it_shows()
    {
        Page page = Page.Of(Mock.Linjiang());
        Assert.All(page.All("svg"), svg =>
            Assert.True((string?)svg.Attribute("aria-hidden") == "true" || (svg.Attribute("role") is not null && svg.Attribute("aria-label") is not null)));
        Assert.All(page.All("figure"), figure => Assert.Contains(figure.Elements(), child => child.Name.LocalName == "figcaption"));
    }

    [Fact]
    public void The_count_of_every_arrow_stands_at_the_arrow()
    {
        string[] counts = [.. Page.Of(Mock.Linjiang()).Svg("loop")!.Descendants()
            .Where(e => ((string?)e.Attribute("class"))?.Split(' ').Contains("count") == true).Select(e => e.Value)];
        Assert.Equal(
            Mock.EightStepArrows.Select(arrow => Number.Count(arrow.Count)).Order(StringComparer.Ordinal),
            counts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = Page.Write(Mock.Linjiang());
        try
        {
            foreach (string culture in new[] { "zh-CN", "de-DE", "ar-SA", "fa-IR", "th-TH", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, Page.Write(Mock.Linjiang()));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_order_in_which_rows_are_given_does_not_matter()
    {
        ReportModel model = Mock.Linjiang();
        ReportModel reversed = model with
        {
            Grids = [.. model.Grids.Reverse()],
            Categories = [.. model.Categories.Reverse()],
            Refusals = [.. model.Refusals.Reverse()],
        };
        Assert.Equal(Page.Write(model), Page.Write(reversed));
    }

    [Fact]
    public void Lines_end_in_a_line_feed_alone()
    {
        string text = Page.Write(Mock.Linjiang());
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_is_only_text()
    {
        string text = Page.Write(Everywhere(Hostile));
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\0', text);
        Assert.Contains("&lt;script&gt;alert(&quot;1&quot;)", text, StringComparison.Ordinal);
        Assert.Empty(Page.Of(Everywhere(Hostile)).Outside());
    }

    [Fact]
    public void Long_text_is_cut_between_runes_and_kept_in_full_as_a_tooltip()
    {
        string name = string.Concat(Enumerable.Repeat("街😀", 700));
        Page page = Page.Of(Mock.Empty() with { Categories = [new CategoryShare(name, 3, 2, 1, 0)] });
        var cell = page.All("bdi").Single(bdi => (string?)bdi.Attribute("title") == name);
        Assert.EndsWith("…", cell.Value, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', page.Text);
        Assert.True(cell.Value.Length < 40);
    }

    [Fact]
    public void A_model_without_anything_still_renders()
    {
        Page page = Page.Of(Mock.Empty());
        Assert.Contains("Nothing arrived in this period.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Outside());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(48, true)]
    [InlineData(49, false)]
    [InlineData(5_000, false)]
    public void A_short_series_is_printed_as_a_table_too(int bins, bool table)
    {
        FlowBin[] series = [.. Enumerable.Range(0, bins).Select(i => new FlowBin(new DateTime(2026, 3, 2).AddHours(i), i, 1, i))];
        Page page = Page.Of(Mock.Empty() with { Flow = new FlowSeries("1 hour", series) });
        Assert.Equal(table, page.Text.Contains("The same as a table", StringComparison.Ordinal));
        Assert.True(page.All("rect").Count() <= 3 * 960);
        Assert.Empty(page.Outside());
    }

    [Fact]
    public void A_share_below_all_never_reads_as_all()
    {
        Assert.Equal("99.9 %", Number.Percent(99_999, 100_000));
        Assert.Equal("0.1 %", Number.Percent(1, 100_000));
        Assert.Equal("100.0 %", Number.Percent(7, 7));
        Assert.Equal("–", Number.Percent(0, 0));
    }

    [Fact]
    public void What_the_tables_leave_out_is_counted()
    {
        Page page = Page.Of(Mock.Empty() with
        {
            Grids = [.. Enumerable.Range(1, 30).Select(i => new GridLoad($"g{i:D2}", "", "", 100 - i, 1, 2))],
            Categories = [.. Enumerable.Range(1, 27).Select(i => new CategoryShare($"c{i:D2}", 10, 8, 1, 1))],
        });
        Assert.Contains("and 5 more grids with 360 cases, 5 of them late, 10 open", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 others", page.Text, StringComparison.Ordinal);
    }

    private static ReportModel Everywhere(string text) => new()
    {
        City = text,
        ChineseCity = text,
        Source = text,
        Period = text,
        Reproduce = text,
        Figures = [new(text, text, text, text)],
        Flow = new FlowSeries(text, [new FlowBin(new DateTime(2026, 3, 2), 1, 1, 0)]),
        Grids = [new(text, text, text, 2, 1, 1)],
        Categories = [new(text, 2, 1, 1, 0)],
        Refusals = [new(text, text, 1)],
        States = [new("a", text, text, 1, false), new(text, text, text, 1, true)],
        Arrows = [new("a", text, text, text, 1), new(text, "a", text, text, 1), new(text, text, text, text, 1), new("nowhere", text, text, text, 1)],
        Notes = [text],
    };
}
