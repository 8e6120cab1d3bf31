namespace CityDay.Page;

/// <summary>Gives every lane its own place along the side of a box, in an order that avoids crossings.</summary>
internal static class LoopPorts
{
    public const decimal SideGap = 9;
    private const decimal Widest = 26;

    private sealed record End(LoopLane Lane, bool IsStart, int Group, int Rank);

    public static void Assign(IReadOnlyList<LoopLane> lanes, IReadOnlyList<LoopBox> boxes, decimal width)
    {
        foreach (var place in lanes.SelectMany(Ends).GroupBy(end => (end.Column, end.Lane.Channel)))
        {
            ChooseSides([.. place.Select(end => end.Lane).Where(lane => lane.Upright).Distinct()], boxes);
            End[] ends = [.. place.Select(end => Rank(end.Lane, end.IsStart)).OrderBy(end => end.Group).ThenBy(end => end.Rank)
                .ThenBy(end => end.Lane.Index).ThenByDescending(end => end.IsStart)];
            LoopBox box = place.First() is var first && first.IsStart ? first.Lane.From : first.Lane.To;
            decimal step = Math.Min(Widest, box.Width / (Slots(ends) + 1));
            decimal x = box.X + (box.Width / 2) - (step * (Slots(ends) - 1) / 2);
            foreach (End end in ends)
            {
                if (end.IsStart) end.Lane.FromX = x;
                if (!end.IsStart || IsStraight(end.Lane)) end.Lane.ToX = x;
                if (!(IsStraight(end.Lane) && end.IsStart)) x += step;
            }
        }
        foreach (LoopLane lane in lanes.Where(lane => lane.Side != 0)) lane.Room = SideRoom(lane, boxes, width);
    }

    private static IEnumerable<(LoopLane Lane, bool IsStart, int Column)> Ends(LoopLane lane) =>
        [(lane, true, lane.From.Column), (lane, false, lane.To.Column)];

    /// <summary>An arrow from row to row in one column takes one place, not two.</summary>
    private static bool IsStraight(LoopLane lane) => lane.Upright && lane.Group == 1;

    private static int Slots(End[] ends) => ends.Count(end => !(IsStraight(end.Lane) && end.IsStart));

    /// <summary>The label goes where a gap between boxes is free of other arrows.</summary>
    private static void ChooseSides(List<LoopLane> upright, IReadOnlyList<LoopBox> boxes)
    {
        int last = boxes.Max(box => box.Column);
        for (int i = 0; i < upright.Count; i++)
        {
            int column = upright[i].From.Column;
            upright[i].Side = column == 0 ? 1 : column == last ? -1 : i % 2 == 0 ? 1 : -1;
        }
    }

    /// <summary>Near ends outside, far ends inside: a longer arrow runs in a farther lane and passes over the shorter one.</summary>
    private static End Rank(LoopLane lane, bool isStart)
    {
        int here = isStart ? lane.From.Column : lane.To.Column, there = isStart ? lane.To.Column : lane.From.Column;
        if (here == there) return new End(lane, isStart, lane.Side * 2, lane.Side * lane.Index);
        return there < here ? new End(lane, isStart, -1, here - there) : new End(lane, isStart, 1, here - there);
    }

    private static decimal SideRoom(LoopLane lane, IReadOnlyList<LoopBox> boxes, decimal width)
    {
        LoopBox box = lane.From;
        if (lane.Side > 0)
        {
            decimal end = boxes.Where(other => other.X > box.X).Select(other => other.X - 6).DefaultIfEmpty(width - 4).Min();
            return end - Math.Max(lane.FromX, lane.ToX) - SideGap;
        }
        decimal start = boxes.Where(other => other.X < box.X).Select(other => other.Right + 6).DefaultIfEmpty(4).Max();
        return Math.Min(lane.FromX, lane.ToX) - SideGap - start;
    }
}
