namespace CityDay.Page;

/// <summary>Stacks the level parts of the arrows so that no two of them, nor their labels, share a place.</summary>
internal static class LoopLanes
{
    private const decimal Margin = 10;

    /// <summary>Numbers the lanes of each channel from the box side on; "between" is numbered from top to bottom.</summary>
    /// <returns>The number of lanes.</returns>
    public static int Assign(IEnumerable<LoopLane> lanes, Channel channel)
    {
        int before = 0;
        foreach (var group in lanes.Where(lane => lane.Channel == channel).GroupBy(lane => lane.Group).OrderBy(group => group.Key))
        {
            int count = Fill([.. group.OrderBy(lane => lane.Kind == RouteKind.Stay ? 0 : 1).ThenBy(lane => lane.Span)
                .ThenBy(lane => Math.Abs(lane.FromX - lane.ToX)).ThenBy(lane => lane.Index)]);
            bool upwards = channel == Channel.Between && group.Key == 2;
            foreach (LoopLane lane in group) lane.Lane = before + (upwards ? count - 1 - lane.Lane : lane.Lane);
            before += count;
        }
        return before;
    }

    private static int Fill(List<LoopLane> lanes)
    {
        List<List<LoopLane>> filled = [];
        foreach (LoopLane lane in lanes)
        {
            int free = filled.FindIndex(row => row.TrueForAll(other =>
                lane.Left - Margin > other.Right || other.Left - Margin > lane.Right));
            if (free < 0)
            {
                free = filled.Count;
                filled.Add([]);
            }
            filled[free].Add(lane);
            lane.Lane = free;
        }
        return filled.Count;
    }

    /// <summary>The free part of the line that takes the whole label nearest to its middle, or else the widest.</summary>
    /// <param name="crossings">Centre and half width of what crosses the line of text.</param>
    public static (decimal X, decimal Room) Place(decimal left, decimal right, decimal width, IEnumerable<(decimal X, decimal Half)> crossings)
    {
        decimal middle = (left + right) / 2, start = left;
        (decimal X, decimal Room) best = (middle, 0);
        decimal bestOff = decimal.MaxValue;
        foreach ((decimal x, decimal half) in crossings.Append((X: right + 1000, Half: 1000m)).OrderBy(crossing => crossing.X))
        {
            decimal end = Math.Min(x - half, right), room = end - start;
            if (room >= width)
            {
                decimal at = Math.Clamp(middle, start + (width / 2), end - (width / 2));
                if (Math.Abs(at - middle) < bestOff)
                {
                    bestOff = Math.Abs(at - middle);
                    best = (at, width);
                }
            }
            else if (bestOff == decimal.MaxValue && room > best.Room)
            {
                best = ((start + end) / 2, room);
            }
            start = Math.Max(start, x + half);
        }
        return best;
    }
}
