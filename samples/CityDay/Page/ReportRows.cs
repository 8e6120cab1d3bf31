namespace CityDay.Page;

/// <summary>A headline figure; the value is printed as given.</summary>
internal sealed record Figure(string Label, string ChineseLabel, string Value, string Note);

/// <summary>Bins in order of time, without holes.</summary>
/// <param name="BinWidth">For the caption: "30 minutes".</param>
internal sealed record FlowSeries(string BinWidth, IReadOnlyList<FlowBin> Bins);

/// <param name="Start">In the city's own time; the kind is ignored.</param>
/// <param name="Backlog">Open cases at the end of the bin.</param>
internal sealed record FlowBin(DateTime Start, long Arrivals, long Archived, long Backlog);

/// <param name="ParentName">The community or street above; empty if there is none.</param>
/// <param name="Late">Part of <paramref name="Cases"/>.</param>
/// <param name="Open">Part of <paramref name="Cases"/>; an open case may be late as well.</param>
internal sealed record GridLoad(string Code, string Name, string ParentName, long Cases, long Late, long Open);

/// <param name="Open">Not yet decided: neither on time nor late.</param>
internal sealed record CategoryShare(string Name, long Cases, long OnTime, long Late, long Open);

internal sealed record RefusalCount(string Code, string Text, long Count);

/// <param name="Cases">Cases that are in this state at the end.</param>
internal sealed record StateCount(string Id, string Name, string ChineseName, long Cases, bool IsFinal);

/// <param name="Count">How often the transition was taken.</param>
internal sealed record Arrow(string From, string To, string Trigger, string ChineseTrigger, long Count);
