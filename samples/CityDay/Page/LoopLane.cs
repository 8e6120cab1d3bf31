namespace CityDay.Page;

internal enum Channel { Above, Between, Below }

/// <summary>An arrow that leaves its box upwards or downwards and runs level in a lane of a channel.</summary>
internal sealed class LoopLane(Arrow arrow, int index, RouteKind kind, LoopBox from, LoopBox to, Channel channel)
{
    public Arrow Arrow => arrow;

    public int Index => index;

    public RouteKind Kind => kind;

    public LoopBox From => from;

    public LoopBox To => to;

    public Channel Channel => channel;

    public LoopText Text { get; } = LoopText.For(arrow);

    public decimal FromX { get; set; }

    public decimal ToX { get; set; }

    public int Lane { get; set; }

    /// <summary>-1 or 1: the label stands left or right of an arrow that runs no way sideways; 0: it stands on the line.</summary>
    public int Side { get; set; }

    public decimal Room { get; set; }

    public bool Upright => from.Column == to.Column;

    public int Span => Math.Abs(from.Column - to.Column);

    /// <summary>0: both ends at the upper row; 1: from row to row; 2: both ends at the lower row.</summary>
    public int Group => from.Lower != to.Lower ? 1 : from.Lower ? 2 : 0;

    public decimal Left => Math.Min(FromX, ToX) - (Side < 0 ? SideWidth : 0);

    public decimal Right => Math.Max(FromX, ToX) + (Side > 0 ? SideWidth : 0);

    public decimal Half => LoopRoute.Thickness(arrow.Count) / 2;

    private decimal SideWidth => Math.Min(Text.Width, Room) + LoopPorts.SideGap;
}
