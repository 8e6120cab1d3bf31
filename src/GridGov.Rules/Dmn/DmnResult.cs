namespace GridGov.Rules;

/// <summary>What a decision came to. Immutable and thread-safe.</summary>
public sealed record DmnResult
{
    /// <summary>The value, as <see cref="FeelExpression.Evaluate(IReadOnlyDictionary{string, object?})"/> gives it; null where nothing follows.</summary>
    public required object? Value { get; init; }

    /// <summary>For each decision table on the way: which rules fired, and of every other the first test that failed.</summary>
    public required ValueList<TableExplanation> Tables { get; init; }
}

/// <summary>An input that a model asks for. Immutable and thread-safe.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the model writes it, or null.</param>
public sealed record DmnInput(string Name, string? Type);
