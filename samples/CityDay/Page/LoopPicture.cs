namespace CityDay.Page;

/// <summary>The lifecycle, laid out: what to draw and where.</summary>
internal sealed record LoopPicture(decimal Width, decimal Height, IReadOnlyList<LoopBox> Boxes, IReadOnlyList<LoopRoute> Routes);

/// <param name="Step">Position in the order of the states, from zero.</param>
internal sealed record LoopBox(StateCount State, int Step, int Column, bool Lower, decimal X, decimal Y)
{
    public const decimal Height = 80;

    public required decimal Width { get; init; }

    public decimal Right => X + Width;

    public decimal Bottom => Y + Height;

    public decimal Middle => Y + (Height / 2);
}

internal enum RouteKind { Next, Skip, Back, Stay }

/// <param name="Points">Level and upright lines from box to box.</param>
internal sealed record LoopRoute(Arrow Arrow, RouteKind Kind, IReadOnlyList<(decimal X, decimal Y)> Points, LoopLabel Label)
{
    /// <summary>Grows with the binary digits of the count.</summary>
    public static decimal Thickness(long count) =>
        1.2m + (0.3m * Math.Min(20, 64 - (int)long.LeadingZeroCount(Math.Max(0, count))));
}

/// <param name="Anchor">"start", "middle" or "end" of the text at <paramref name="X"/>.</param>
/// <param name="Room">Points of width that are free for the text.</param>
/// <param name="Stacked">Count above <paramref name="Y"/>, trigger below it; otherwise all in one line.</param>
internal sealed record LoopLabel(decimal X, decimal Y, string Anchor, decimal Room, bool Stacked);
