namespace CityDay.Page;

/// <summary>
/// Lays a lifecycle out as a loop: the first half of the steps runs to the right, the second half returns below it.
/// A step to the next is straight. A skip runs outside the loop, a way back inside it, what changes rows between them.
/// All level parts run above, between or below the rows, so none crosses a box.
/// </summary>
internal static class LoopLayout
{
    private const int MostInOneRow = 5;
    private const decimal Edge = 3, Turn = 110, WidestBox = 176;
    private const decimal FirstLane = 32, LaneStep = 27, LabelRise = 6;

    private sealed record Tracks(int Above, int Between, int Below, bool TwoRows)
    {
        public decimal Top => Above == 0 ? Edge : FirstLane + ((Above - 1) * LaneStep) + 24;

        public decimal Gap => Math.Max(TwoRows ? 76 : Edge, Between == 0 ? 0 : FirstLane + ((Between - 1) * LaneStep) + (TwoRows ? 28 : 10));

        public decimal Foot => Below == 0 ? Edge : FirstLane + ((Below - 1) * LaneStep) + 10;

        public decimal Lower => Top + LoopBox.Height + Gap;

        public decimal Height => TwoRows ? Lower + LoopBox.Height + Foot : Lower;

        public decimal Y(LoopLane lane) => lane.Channel switch
        {
            Channel.Above => Top - FirstLane - (lane.Lane * LaneStep),
            Channel.Between => Top + LoopBox.Height + FirstLane + (lane.Lane * LaneStep),
            _ => Lower + LoopBox.Height + FirstLane + (lane.Lane * LaneStep),
        };
    }

    public static LoopPicture Draw(IReadOnlyList<StateCount> allStates, IReadOnlyList<Arrow> allArrows)
    {
        StateCount[] states = [.. allStates.DistinctBy(state => state.Id, StringComparer.Ordinal)];
        Dictionary<string, int> steps = states.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        Arrow[] arrows = [.. allArrows.Where(arrow => steps.ContainsKey(arrow.From) && steps.ContainsKey(arrow.To))];
        bool twoRows = states.Length > MostInOneRow;
        int columns = twoRows ? (states.Length + 1) / 2 : Math.Max(1, states.Length);
        bool closes = twoRows && states.Length % 2 == 0
            && arrows.Any(arrow => steps[arrow.From] == states.Length - 1 && steps[arrow.To] == 0);
        decimal width = 1120 + (Math.Max(0, columns - 5) * 120);

        LoopBox[] boxes = Boxes(states, columns, twoRows, closes, width);
        List<(Arrow Arrow, LoopBox From, LoopBox To)> straight = [];
        List<LoopLane> lanes = [];
        HashSet<(int, int)> taken = [];
        foreach ((int index, Arrow arrow) in arrows.Index())
        {
            LoopBox from = boxes[steps[arrow.From]], to = boxes[steps[arrow.To]];
            bool next = to.Step == from.Step + 1, last = closes && from.Step == states.Length - 1 && to.Step == 0;
            if ((next || last) && taken.Add((from.Step, to.Step))) straight.Add((arrow, from, to));
            else lanes.Add(new LoopLane(arrow, index, Kind(from, to), from, to, Way(from, to)));
        }

        LoopPorts.Assign(lanes, boxes, width);
        var tracks = new Tracks(LoopLanes.Assign(lanes, Channel.Above), LoopLanes.Assign(lanes, Channel.Between), LoopLanes.Assign(lanes, Channel.Below), twoRows);
        boxes = [.. boxes.Select(box => box with { Y = box.Lower ? tracks.Lower : tracks.Top })];
        return new LoopPicture(width, tracks.Height, boxes,
        [
            .. lanes.Select(lane => Route(lane, lanes, tracks)),
            .. straight.Select(line => Straight(line.Arrow, boxes[line.From.Step], boxes[line.To.Step])),
        ]);
    }

    private static LoopBox[] Boxes(StateCount[] states, int columns, bool twoRows, bool closes, decimal width)
    {
        decimal left = closes ? Turn : Edge, right = twoRows ? Turn : Edge;
        decimal box = Math.Min(WidestBox, (width - left - right) / (columns + ((columns - 1) * 0.82m)));
        decimal gap = columns == 1 ? 0 : Math.Min(box * 0.9m, (width - left - right - (columns * box)) / (columns - 1));
        decimal first = left + ((width - left - right - (columns * box) - ((columns - 1) * gap)) / 2);
        return
        [
            .. states.Index().Select(pair =>
            {
                bool lower = pair.Index >= columns;
                int column = lower ? (2 * columns) - 1 - pair.Index : pair.Index;
                return new LoopBox(pair.Item, pair.Index, column, lower, first + (column * (box + gap)), 0) { Width = box };
            }),
        ];
    }

    private static RouteKind Kind(LoopBox from, LoopBox to) => (to.Step - from.Step) switch
    {
        0 => RouteKind.Stay,
        1 => RouteKind.Next,
        > 0 => RouteKind.Skip,
        _ => RouteKind.Back,
    };

    private static Channel Way(LoopBox from, LoopBox to) =>
        from.Lower != to.Lower || to.Step < from.Step ? Channel.Between : from.Lower ? Channel.Below : Channel.Above;

    private static LoopRoute Route(LoopLane lane, List<LoopLane> all, Tracks tracks)
    {
        decimal y = tracks.Y(lane), start = Side(lane.From, lane, tracks), end = Side(lane.To, lane, tracks);
        (decimal, decimal)[] points = lane.FromX == lane.ToX
            ? [(lane.FromX, start), (lane.ToX, end)]
            : [(lane.FromX, start), (lane.FromX, y), (lane.ToX, y), (lane.ToX, end)];
        return new LoopRoute(lane.Arrow, lane.Kind, points, lane.Side == 0 ? OnLine(lane, all, tracks) : Beside(lane, y));
    }

    private static LoopLabel OnLine(LoopLane lane, List<LoopLane> all, Tracks tracks)
    {
        decimal y = tracks.Y(lane);
        var crossings =
            from other in all
            where other != lane && other.Channel == lane.Channel
            from end in new[] { (X: other.FromX, Y: Side(other.From, other, tracks)), (X: other.ToX, Y: Side(other.To, other, tracks)) }
            where Math.Min(end.Y, tracks.Y(other)) < y + 3 && Math.Max(end.Y, tracks.Y(other)) > y - 20
            select (end.X, other.Half + 5);
        (decimal x, decimal room) = LoopLanes.Place(lane.Left + 12, lane.Right - 12, lane.Text.Width, crossings);
        return new LoopLabel(x, y - LabelRise - lane.Half, "middle", room, false);
    }

    private static LoopLabel Beside(LoopLane lane, decimal y) => lane.Side > 0
        ? new LoopLabel(Math.Max(lane.FromX, lane.ToX) + LoopPorts.SideGap, y + Sink(lane), "start", lane.Room, false)
        : new LoopLabel(Math.Min(lane.FromX, lane.ToX) - LoopPorts.SideGap, y + Sink(lane), "end", lane.Room, false);

    /// <summary>Beside a loop the text is level with its top; beside an upright line it keeps clear of the lane below.</summary>
    private static decimal Sink(LoopLane lane) => lane.Kind == RouteKind.Stay ? 4 : -4;

    /// <summary>The side of the box that faces the channel.</summary>
    private static decimal Side(LoopBox box, LoopLane lane, Tracks tracks) => (lane.Channel, box.Lower) switch
    {
        (Channel.Above, _) => tracks.Top,
        (Channel.Below, _) => tracks.Lower + LoopBox.Height,
        (_, true) => tracks.Lower,
        _ => tracks.Top + LoopBox.Height,
    };

    private static LoopRoute Straight(Arrow arrow, LoopBox from, LoopBox to)
    {
        RouteKind kind = Kind(from, to);
        if (from.Lower == to.Lower)
        {
            (decimal start, decimal end) = from.X < to.X ? (from.Right, to.X) : (from.X, to.Right);
            return new LoopRoute(arrow, kind, [(start, from.Middle), (end, to.Middle)],
                new LoopLabel((start + end) / 2, from.Middle, "middle", Math.Abs(end - start) - 10, true));
        }
        bool atRight = to.Lower;
        decimal side = atRight ? from.Right : from.X, reach = atRight ? Turn - 14 : 14 - Turn;
        return new LoopRoute(arrow, kind, [(side, from.Middle), (side + reach, from.Middle), (side + reach, to.Middle), (side, to.Middle)],
            new LoopLabel(side + (reach / 2), (from.Middle + to.Middle) / 2, "middle", Turn - 28, true));
    }
}
