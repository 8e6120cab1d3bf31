namespace Neighbourhood;

/// <summary>A part of the year: what happened, and bars to look at.</summary>
internal sealed record Chapter(string Title, IReadOnlyList<string> Lines, IReadOnlyList<Bar> Bars);

/// <summary>A bar of a chart.</summary>
internal sealed record Bar(string Label, double Value, string Text);
