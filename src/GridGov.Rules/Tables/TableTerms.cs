namespace GridGov.Rules;

/// <summary>One rule of a decision table. Immutable; thread-safe if its output is.</summary>
/// <typeparam name="TIn">What the table decides on.</typeparam>
/// <typeparam name="TOut">What it says.</typeparam>
public sealed class TableRule<TIn, TOut>
    where TOut : notnull
{
    internal TableRule(string id, TOut output, ValueList<TableTest<TIn>> tests)
    {
        Id = id;
        Output = output;
        Tests = tests;
    }

    /// <summary>Its name, unique in the table.</summary>
    public string Id { get; }

    /// <summary>What it says.</summary>
    public TOut Output { get; }

    /// <summary>The tests that must all hold; none for a rule that always matches.</summary>
    public ValueList<TableTest<TIn>> Tests { get; }

    /// <summary>The name and the tests.</summary>
    public override string ToString() => $"{Id}: {(Tests.IsEmpty ? "-" : string.Join(" and ", Tests))}";
}

/// <summary>Why a rule did not fire. Immutable and thread-safe.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Failed">The first test that did not hold; the value that was tested is not told. Null where all held and another rule came first.</param>
public sealed record RuleMiss(string Rule, string? Failed);

/// <summary>What a table did with one input. Immutable and thread-safe.</summary>
/// <param name="Table">The table.</param>
/// <param name="Fired">The rules whose outputs are the result, in the order of the result.</param>
/// <param name="Missed">Every other rule and why it did not fire, in the order of the table.</param>
public sealed record TableExplanation(string Table, ValueList<string> Fired, ValueList<RuleMiss> Missed)
{
    /// <summary>The table, the rules that fired, and the others one a line.</summary>
    public override string ToString() =>
        $"{Table}: {(Fired.IsEmpty ? "no rule" : string.Join(", ", Fired))}{string.Concat(Missed.Select(m => $"\n  {m.Rule}: {m.Failed ?? "another came first"}"))}";
}

/// <summary>Rules that match one input together. Immutable and thread-safe.</summary>
/// <param name="First">A rule.</param>
/// <param name="Second">Another rule, later in the table.</param>
/// <param name="Example">Inputs that match both, column by column.</param>
/// <param name="SayTheSame">Whether both have the same output.</param>
public sealed record TableOverlap(string First, string Second, ValueList<string> Example, bool SayTheSame);

/// <summary>What an analysis of a table found (完备性与重叠分析). Immutable and thread-safe.</summary>
/// <param name="Gaps">Inputs that match no rule, column by column; a column that does not matter is left out.</param>
/// <param name="Overlaps">Pairs of rules that match one input; each pair once.</param>
/// <param name="Unreachable">Rules that can never be the result: those before them always match too. Only for first-hit tables.</param>
/// <param name="IsWhole">False where there was more to look at than was allowed: what is told is right, and there may be more.</param>
public sealed record TableAnalysis(ValueList<ValueList<string>> Gaps, ValueList<TableOverlap> Overlaps, ValueList<string> Unreachable, bool IsWhole)
{
    /// <summary>Whether every input matches a rule.</summary>
    public bool IsComplete => Gaps.IsEmpty && IsWhole;
}
