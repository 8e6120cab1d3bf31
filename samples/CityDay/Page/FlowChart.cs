using System.Globalization;
using static CityDay.Page.Number;

namespace CityDay.Page;

/// <summary>What came in and what was closed per bin, and below it what stayed open, on one time axis.</summary>
internal sealed class FlowChart
{
    private const decimal Width = 1120, Left = 56, Right = 12;
    private const decimal FlowTop = 14, FlowHeight = 176, BacklogTop = 244, BacklogHeight = 92;
    private const decimal Base = BacklogTop + BacklogHeight, Height = Base + 44;
    private const int MostBars = 240, MostRows = 48;

    private readonly Markup _page;
    private readonly IReadOnlyList<DrawnBin> _bins;
    private readonly IReadOnlyList<TimeTick> _ticks;
    private readonly Axis _flow, _backlog;

    private FlowChart(Markup page, IReadOnlyList<DrawnBin> bins)
    {
        _page = page;
        _bins = bins;
        _ticks = TimeTick.For([.. bins.Select(bin => new FlowBin(bin.First, 0, 0, 0))]);
        _flow = Axis.For(bins.Max(bin => Math.Max(bin.Arrivals, bin.Archived)));
        _backlog = Axis.For(bins.Max(bin => bin.Backlog));
    }

    public static void Write(Markup page, FlowSeries series)
    {
        IReadOnlyList<DrawnBin> bins = FlowBins.Draw(series.Bins, out int joined);
        if (bins.Count == 0)
        {
            page.Element("p", "Nothing arrived in this period.", ("class", "none"));
            return;
        }
        page.Open("figure").Open("figcaption", ("class", "key"));
        BarTables.Key(page, "soft", "arrived", "受理");
        BarTables.Key(page, "ink", "archived", "归档");
        page.Open("span", ("class", "muted")).Text("per bin of ").Data(series.BinWidth, 4000);
        if (joined > 1) page.Text($", {Count(joined)} bins drawn as one");
        page.Close().Close();
        new FlowChart(page, bins).Draw();
        page.Close();
        if (bins.Count <= MostRows) Table(page, bins);
    }

    private decimal Slot => (Width - Left - Right) / _bins.Count;

    private decimal X(decimal bin) => Left + (bin * (Width - Left - Right) / _bins.Count);

    private void Draw()
    {
        decimal arrivals = _bins.Sum(bin => bin.Arrivals), archived = _bins.Sum(bin => bin.Archived);
        string summary = $"Arrivals and backlog over time: {Cases(arrivals)} arrived, {Count(archived)} archived, "
            + $"{Count(_bins[^1].Backlog)} open at the end, at most {Count(_bins.Max(bin => bin.Backlog))} open at the end of a bin.";
        _page.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("class", "chart"), ("aria-label", summary),
            ("viewBox", $"0 0 {Coordinate(Width)} {Coordinate(Height)}"));
        Times();
        Values(_flow, FlowTop, FlowHeight);
        Values(_backlog, BacklogTop, BacklogHeight);
        if (_bins.Count <= MostBars) Bars();
        else Steps();
        Backlog();
        Tooltips();
        _page.Close();
    }

    private void Times()
    {
        foreach (TimeTick tick in _ticks)
        {
            decimal x = X(tick.Bin);
            Line("grid", x, FlowTop, x, Base + 5);
            Label("tick", Math.Min(x + 4, Width - 40), Base + 17, tick.Label, "start");
            if (tick.Context.Length > 0) Label("tick strong", Math.Min(x + 4, Width - 70), Base + 34, tick.Context, "start");
        }
    }

    private void Values(Axis axis, decimal top, decimal height)
    {
        foreach (decimal value in axis.Ticks())
        {
            decimal y = top + height - axis.Height(value, height);
            Line(value == 0 ? "base" : "grid", Left, y, Width - Right, y);
            Label("tick", Left - 8, y + 4, Short(value), "end");
        }
    }

    private void Bars()
    {
        decimal wide = Math.Min(44, Slot * 0.82m), thin = Math.Min(14, Slot * 0.34m);
        for (int bin = 0; bin < _bins.Count; bin++)
        {
            Bar("soft", bin, wide, _bins[bin].Arrivals);
            Bar("ink", bin, thin, _bins[bin].Archived);
        }
    }

    private void Bar(string style, int bin, decimal width, decimal value)
    {
        decimal height = _flow.Height(value, FlowHeight);
        if (height <= 0) return;
        Box("rect", style, X(bin) + ((Slot - width) / 2), FlowTop + FlowHeight - height, width, height).Close();
    }

    private void Steps()
    {
        var area = new PathData();
        var line = new PathData();
        area.Move(X(0), FlowTop + FlowHeight);
        for (int bin = 0; bin < _bins.Count; bin++)
        {
            decimal came = FlowTop + FlowHeight - _flow.Height(_bins[bin].Arrivals, FlowHeight);
            decimal went = FlowTop + FlowHeight - _flow.Height(_bins[bin].Archived, FlowHeight);
            area.Line(X(bin), came).Line(X(bin + 1), came);
            (bin == 0 ? line.Move(X(0), went) : line.Line(X(bin), went)).Line(X(bin + 1), went);
        }
        area.Line(X(_bins.Count), FlowTop + FlowHeight).End();
        _page.Empty("path", ("class", "soft"), ("d", area.ToString()));
        _page.Empty("path", ("class", "thin"), ("d", line.ToString()));
    }

    private void Backlog()
    {
        var line = new PathData();
        int peak = 0;
        for (int bin = 0; bin < _bins.Count; bin++)
        {
            decimal y = Base - _backlog.Height(_bins[bin].Backlog, BacklogHeight);
            (bin == 0 ? line.Move(X(bin), y) : line.Line(X(bin), y)).Line(X(bin + 1), y);
            if (_bins[bin].Backlog > _bins[peak].Backlog) peak = bin;
        }
        _page.Empty("path", ("class", "area"), ("d", line + $" L{Coordinate(X(_bins.Count))} {Coordinate(Base)} L{Coordinate(X(0))} {Coordinate(Base)} Z"));
        _page.Empty("path", ("class", "level"), ("d", line.ToString()));

        Label("note", Left, BacklogTop - 14, "Open at the end of each bin 在办", "start");
        if (_bins[peak].Backlog <= 0) return;
        decimal x = X(peak + 0.5m), top = Base - _backlog.Height(_bins[peak].Backlog, BacklogHeight);
        bool early = x < Width / 2;
        _page.Empty("circle", ("class", "dot"), ("cx", Coordinate(x)), ("cy", Coordinate(top)), ("r", "3.5"));
        Label("note strong", x + (early ? 8 : -8), top - 6, $"peak {Count(_bins[peak].Backlog)}", early ? "start" : "end");
    }

    private void Tooltips()
    {
        for (int bin = 0; bin < _bins.Count; bin++)
        {
            DrawnBin now = _bins[bin];
            string until = now.Last == now.First ? "" : " … " + Time(now.Last);
            Box("rect", "hit", X(bin), FlowTop, Slot, Base - FlowTop)
                .Element("title", $"{Time(now.First)}{until}: {Count(now.Arrivals)} arrived, {Count(now.Archived)} archived, {Count(now.Backlog)} open at the end")
                .Close();
        }
    }

    private static void Table(Markup page, IReadOnlyList<DrawnBin> bins)
    {
        page.Open("details").Element("summary", "The same as a table").Open("table").Open("thead").Open("tr").Element("th", "Bin", ("scope", "col"));
        foreach (string column in new[] { "Arrived", "Archived", "Open at its end" }) page.Element("th", column, ("scope", "col"), ("class", "n"));
        page.Close().Close().Open("tbody");
        foreach (DrawnBin bin in bins)
        {
            page.Open("tr").Element("th", Time(bin.First), ("scope", "row"));
            foreach (decimal value in new[] { bin.Arrivals, bin.Archived, bin.Backlog }) page.Element("td", Count(value), ("class", "n"));
            page.Close();
        }
        page.Close().Close().Close();
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private Markup Box(string name, string style, decimal x, decimal y, decimal width, decimal height) =>
        _page.Open(name, ("class", style), ("x", Coordinate(x)), ("y", Coordinate(y)), ("width", Coordinate(width)), ("height", Coordinate(height)));

    private void Line(string style, decimal x1, decimal y1, decimal x2, decimal y2) =>
        _page.Empty("line", ("class", style), ("x1", Coordinate(x1)), ("y1", Coordinate(y1)), ("x2", Coordinate(x2)), ("y2", Coordinate(y2)));

    private void Label(string style, decimal x, decimal y, string text, string anchor) =>
        _page.Element("text", text, ("class", style), ("x", Coordinate(x)), ("y", Coordinate(y)), ("text-anchor", anchor));
}
