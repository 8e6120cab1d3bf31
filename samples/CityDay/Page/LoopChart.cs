using static CityDay.Page.Number;

namespace CityDay.Page;

/// <summary>The lifecycle as a picture, and the same as two tables.</summary>
internal static class LoopChart
{
    public static void Write(Markup page, IReadOnlyList<StateCount> states, IReadOnlyList<Arrow> arrows)
    {
        if (states.Count == 0)
        {
            page.Element("p", "No lifecycle was given.", ("class", "none"));
        }
        else
        {
            LoopPicture picture = LoopLayout.Draw(states, arrows);
            page.Open("figure").Open("figcaption", ("class", "key"));
            foreach (RouteKind kind in picture.Routes.Select(route => route.Kind).Distinct().Order()) Key(page, kind);
            page.Element("span", "thicker: taken more often; dashed: never taken; number in a box: cases there now; heavy frame: an end", ("class", "muted")).Close();
            Draw(page, picture);
            page.Close();
        }
        if (states.Count > 0 || arrows.Count > 0) Tables(page, states, arrows);
    }

    private static void Key(Markup page, RouteKind kind)
    {
        (string label, string chinese) = kind switch
        {
            RouteKind.Next => ("to the next step", "顺行"),
            RouteKind.Skip => ("skips steps", "越级"),
            RouteKind.Back => ("back", "退回"),
            _ => ("stays", "原步"),
        };
        page.Open("span", ("class", "item")).Element("i", "", ("class", "stroke " + Style(kind))).Text(label + " ")
            .Element("span", chinese, ("class", "zh"), ("lang", "zh-CN")).Close();
    }

    private static void Draw(Markup page, LoopPicture picture)
    {
        page.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("class", "chart loop"),
            ("aria-label", $"Lifecycle: {Count(picture.Boxes.Count)} states and {Count(picture.Routes.Count)} arrows, listed in the tables below."),
            ("viewBox", $"0 0 {Coordinate(picture.Width)} {Coordinate(picture.Height)}"));
        foreach (LoopRoute route in picture.Routes.OrderBy(route => route.Arrow.Count)) Line(page, picture, route);
        bool units = picture.Boxes.All(HasRoomForUnit);
        foreach (LoopBox box in picture.Boxes) Box(page, box, units);
        foreach (LoopRoute route in picture.Routes) Label(page, route);
        page.Close();
    }

    private static void Line(Markup page, LoopPicture picture, LoopRoute route)
    {
        decimal thickness = LoopRoute.Thickness(route.Arrow.Count), length = 6 + (thickness * 0.9m), half = 3 + (thickness * 0.75m);
        (decimal x, decimal y) = route.Points[^1];
        (decimal fromX, decimal fromY) = route.Points[^2];
        int dx = Math.Sign(x - fromX), dy = Math.Sign(y - fromY);
        (decimal X, decimal Y) tip = (x - dx, y - dy), neck = (tip.X - (dx * length), tip.Y - (dy * length));
        var line = new PathData().Through([.. route.Points.SkipLast(1), neck], 11);
        var head = new PathData().Move(tip.X, tip.Y)
            .Line(neck.X + (dy * half), neck.Y + (dx * half))
            .Line(neck.X - (dy * half), neck.Y - (dx * half)).End();

        page.Open("g", ("class", "arrow " + Style(route.Kind))).Element("title", Describe(picture, route.Arrow));
        page.Empty("path", ("class", "casing"), ("d", line.ToString()), ("stroke-width", Coordinate(thickness + 4)));
        page.Empty("path", ("class", route.Arrow.Count == 0 ? "line never" : "line"), ("d", line.ToString()), ("stroke-width", Coordinate(thickness)));
        page.Empty("path", ("class", "head"), ("d", head.ToString()));
        page.Close();
    }

    private static bool HasRoomForUnit(LoopBox box) => (PlainText.Width(Count(box.State.Cases)) * 17 / 100) + 66 < box.Width;

    private static void Box(Markup page, LoopBox box, bool unit)
    {
        StateCount state = box.State;
        string step = Count(box.Step + 1);
        int room = (int)((box.Width - 20) * 100);
        page.Open("g", ("class", state.IsFinal ? "state final" : "state"))
            .Element("title", $"{state.Name} {state.ChineseName}: {Cases(state.Cases)} here at the end");
        page.Empty("rect", ("x", Coordinate(box.X)), ("y", Coordinate(box.Y)), ("width", Coordinate(box.Width)), ("height", Coordinate(LoopBox.Height)), ("rx", "9"));
        Write("zh", box.X + 11, box.Y + 25, PlainText.Shorten(state.ChineseName, (room - (PlainText.Width(step) * 12) - 300) / 15), "start");
        Write("en", box.X + 11, box.Y + 42, PlainText.Shorten(state.Name, room / 12), "start");
        Write("step", box.Right - 10, box.Y + 23, step, "end");
        string count = Count(state.Cases);
        Write(state.Cases == 0 ? "now zero" : "now", box.X + 11, box.Y + 68, count, "start");
        if (unit) Write("unit", box.Right - 10, box.Y + 68, state.IsFinal ? "ended" : "now", "end");
        page.Close();

        void Write(string style, decimal x, decimal y, string text, string anchor) => page.Element("text", text,
            ("class", style), ("x", Coordinate(x)), ("y", Coordinate(y)), ("text-anchor", anchor));
    }

    private static void Label(Markup page, LoopRoute route)
    {
        LoopLabel label = route.Label;
        LoopText text = LoopText.For(route.Arrow);
        string style = "label " + Style(route.Kind);
        if (!label.Stacked)
        {
            text = text.Fit(label.Room);
            page.Open("text", ("class", style), ("x", Coordinate(label.X)), ("y", Coordinate(label.Y)), ("text-anchor", label.Anchor));
            if (text.Trigger.Length > 0) page.Element("tspan", text.Trigger, ("class", "data")).Text(" ");
            if (text.Chinese.Length > 0) page.Element("tspan", text.Chinese, ("class", "data zh")).Text(" ");
            page.Element("tspan", text.Count, ("class", "count")).Close();
            return;
        }
        decimal half = LoopRoute.Thickness(route.Arrow.Count) / 2;
        bool upright = route.Points.Count > 2;
        Write("count", upright ? label.Y - 12 : label.Y - half - 7, text.Count);
        Write("data", upright ? label.Y + 5 : label.Y + half + 16, PlainText.Shorten(text.Trigger, (int)(label.Room * 100 / LoopText.Size)));
        Write("data zh", upright ? label.Y + 21 : label.Y + half + 32, PlainText.Shorten(text.Chinese, (int)(label.Room * 100 / LoopText.Size)));

        void Write(string part, decimal y, string content) => page.Element("text", content,
            ("class", style + " " + part), ("x", Coordinate(label.X)), ("y", Coordinate(y)), ("text-anchor", label.Anchor));
    }

    private static string Describe(LoopPicture picture, Arrow arrow)
    {
        string from = picture.Boxes.First(box => box.State.Id == arrow.From).State.Name;
        string to = picture.Boxes.First(box => box.State.Id == arrow.To).State.Name;
        return $"{from} → {to}: {arrow.Trigger} {arrow.ChineseTrigger}, {(arrow.Count == 1 ? "once" : Count(arrow.Count) + " times")}";
    }

    private static string Style(RouteKind kind) => kind switch
    {
        RouteKind.Next => "next",
        RouteKind.Skip => "skip",
        RouteKind.Back => "back",
        _ => "stay",
    };

    private static void Tables(Markup page, IReadOnlyList<StateCount> states, IReadOnlyList<Arrow> arrows)
    {
        page.Open("details").Element("summary", "The same as tables").Open("div", ("class", "pair"));
        page.Open("table").Open("thead").Open("tr").Element("th", "State", ("scope", "col")).Element("th", "At the end", ("scope", "col"), ("class", "n"))
            .Close().Close().Open("tbody");
        foreach (StateCount state in states)
        {
            page.Open("tr").Open("th", ("scope", "row")).Data(state.Name, 2400).Text(" ").Data(state.ChineseName, 1200, "zh").Close()
                .Element("td", Count(state.Cases), ("class", "n")).Close();
        }
        page.Close().Close();
        Dictionary<string, string> names = states.DistinctBy(state => state.Id, StringComparer.Ordinal)
            .ToDictionary(state => state.Id, state => state.Name, StringComparer.Ordinal);
        page.Open("table").Open("thead").Open("tr").Element("th", "From", ("scope", "col")).Element("th", "Trigger", ("scope", "col"))
            .Element("th", "To", ("scope", "col")).Element("th", "Times", ("scope", "col"), ("class", "n")).Close().Close().Open("tbody");
        foreach (Arrow arrow in arrows)
        {
            page.Open("tr").Open("th", ("scope", "row")).Data(names.GetValueOrDefault(arrow.From, arrow.From), 2000).Close()
                .Open("td").Data(arrow.Trigger, 2400).Text(" ").Data(arrow.ChineseTrigger, 1200, "zh").Close()
                .Open("td").Data(names.GetValueOrDefault(arrow.To, arrow.To), 2000).Close()
                .Element("td", Count(arrow.Count), ("class", "n")).Close();
        }
        page.Close().Close().Close().Close();
    }
}
