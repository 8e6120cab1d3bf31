namespace GridGov.Assignment;

/// <summary>One who takes cases: a grid worker, a handler or a desk of a department (网格员、处置人员). Immutable.</summary>
public sealed record Worker
{
    /// <summary>The staff number; unique in a roster.</summary>
    public required ActorId Id { get; init; }

    /// <summary>The body that answers for the cases this worker takes.</summary>
    public required BodyId Body { get; init; }

    /// <summary>The nodes of the grid tree that the worker covers, each with everything below it; at least one.</summary>
    public required ValueList<GridCode> Covers { get; init; }

    /// <summary>What the worker is able to do; empty for what needs no skill.</summary>
    public ValueList<string> Skills { get; init; }

    /// <summary>How much weight of cases the worker may hold at once, 1 to 1,000,000.</summary>
    public required int Capacity { get; init; }
}
