using System.Xml.Linq;
using CityDay.Page;
using CsCheck;

namespace CityDay.Tests.Page;

public sealed class HtmlReportProperties
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[0, 12],
        Gen.Char.Array[0, 20].Select(chars => new string(chars)),
        Gen.OneOf("", "<b>", "\"'&", "]]>", "-->", "\uD83D", "网格", "שלום", "\u202E", new string('长', 2_000)));

    private static readonly Gen<long> Count = Gen.OneOf(Gen.Long[0, 5], Gen.Long[0, 100_000], Gen.OneOf(-1L, long.MaxValue, long.MinValue));

    private static readonly Gen<FlowSeries> Flow =
        from start in Gen.DateTime[new DateTime(1, 1, 1), new DateTime(9990, 1, 1)]
        from minutes in Gen.OneOf(0, 1, 30, 60, 1_440)
        from bins in Gen.Select(Count, Count, Count).Array[0, 300]
        from width in Text
        select new FlowSeries(width, [.. bins.Select((bin, i) => new FlowBin(start.AddMinutes((double)minutes * i), bin.Item1, bin.Item2, bin.Item3))]);

    private static readonly Gen<ReportModel> Models =
        from text in Text.Array[8]
        from flow in Flow
        from figures in Gen.Select(Text, Text, Text, Text, (a, b, c, d) => new Figure(a, b, c, d)).Array[0, 9]
        from grids in Gen.Select(Text, Text, Text, Count, Count, Count, (a, b, c, d, e, f) => new GridLoad(a, b, c, d, e, f)).Array[0, 40]
        from categories in Gen.Select(Text, Count, Count, Count, Count, (a, b, c, d, e) => new CategoryShare(a, b, c, d, e)).Array[0, 40]
        from refusals in Gen.Select(Text, Text, Count, (a, b, c) => new RefusalCount(a, b, c)).Array[0, 9]
        from states in Gen.Select(Text, Text, Count, Gen.Bool).Array[0, 16]
        from arrows in Gen.Select(Gen.Int[0, 16], Gen.Int[0, 16], Text, Text, Count).Array[0, 40]
        select new ReportModel
        {
            City = text[0],
            ChineseCity = text[1],
            Source = text[2],
            Period = text[3],
            Reproduce = text[4],
            Notes = text[5..],
            Flow = flow,
            Figures = figures,
            Grids = grids,
            Categories = categories,
            Refusals = refusals,
            States = [.. states.Select((s, i) => new StateCount($"{i}", s.Item1, s.Item2, s.Item3, s.Item4))],
            Arrows = [.. arrows.Select(a => new Arrow($"{a.Item1}", $"{a.Item2}", a.Item3, a.Item4, a.Item5))],
        };

    [Fact]
    public void Any_model_renders_to_well_formed_xml_with_every_mark_inside_its_picture() => Models.Sample(model =>
    {
        Page page = Page.Of(model);
        Assert.Empty(page.Outside());
        Assert.DoesNotContain(page.All("svg").Descendants().Where(mark => mark.Name.LocalName != "title").Attributes(), a => a.Name.LocalName != "title" && a.Value.Contains("NaN", StringComparison.Ordinal));
    }, iter: 400);

    [Fact]
    public void Any_model_renders_the_same_twice() => Models.Sample(model => Page.Write(model) == Page.Write(model), iter: 100);

    [Fact]
    public void A_shortened_text_fits_and_is_the_beginning_of_the_whole() => Gen.Select(Text, Gen.Int[100, 3_000]).Sample((text, room) =>
    {
        string shown = PlainText.Shorten(text, room), clean = PlainText.Clean(text);
        return shown == clean || (PlainText.Width(shown) <= room && shown[^1] == '…' && clean.StartsWith(shown[..^1], StringComparison.Ordinal));
    });

    [Fact]
    public void An_axis_has_at_most_four_round_steps_and_holds_its_maximum() => Gen.Long[0, long.MaxValue].Sample(max =>
    {
        Axis axis = Axis.For(max);
        string digits = Number.Coordinate(axis.Step).TrimEnd('0');
        return axis.Top >= max && axis.Ticks().Count() is >= 2 and <= 5 && digits is "1" or "2" or "5";
    });

    [Fact]
    public void A_time_axis_has_few_ticks_in_order() => Flow.Sample(flow =>
    {
        IReadOnlyList<TimeTick> ticks = TimeTick.For(flow.Bins);
        return ticks.Count <= 14 && ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Bin < pair.Second.Bin) && ticks.All(tick => tick.Bin < flow.Bins.Count);
    });
}
