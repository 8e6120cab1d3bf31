namespace GridGov.Rules;

/// <summary>
/// An expression of FEEL, the language of DMN (友好表达式语言): parsed once, evaluated by walking its tree; no code is
/// made at run time. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// What there is: numbers (<see cref="decimal"/>, so 28 digits where the standard has 34), texts, booleans, null, days
/// (<see cref="DateOnly"/>), instants (<see cref="DateTimeOffset"/>), durations of days and time (<see cref="TimeSpan"/>), lists,
/// contexts, ranges; arithmetic, comparison, <c>and</c>, <c>or</c>, <c>not</c>, <c>between</c>, <c>in</c>, <c>if</c>, paths, names with
/// spaces, and the functions of <see cref="Functions"/>. What there is not: years-months durations, <c>for</c>, <c>some</c>,
/// <c>every</c>, filters, functions defined in expressions.
/// </para>
/// <para>What goes wrong in an evaluation (a wrong type, a division by zero, an overflow) is null, as in FEEL.</para>
/// </remarks>
public sealed class FeelExpression
{
    /// <summary>The longest text, in characters.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>How deep an expression may be nested.</summary>
    public const int MostDepth = 100;

    private readonly FeelNode _node;

    private FeelExpression(string text, FeelNode node)
    {
        Text = text;
        _node = node;
    }

    /// <summary>The functions that expressions may call, in ordinal order.</summary>
    public static ValueList<string> Functions { get; } = ValueList.From(FeelFunctions.All.Keys.Order(StringComparer.Ordinal));

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names that it may use, with spaces or without; an unknown name is null when it is evaluated.</param>
    /// <exception cref="FeelException">It is no expression, calls an unknown function, or is too long or too deep.</exception>
    public static FeelExpression Parse(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        return new(text, new FeelParser(text, names).Expression());
    }

    /// <summary>Evaluates the expression.</summary>
    /// <param name="values">The values of its names. Whole numbers and floating-point ones become decimals.</param>
    /// <returns>A decimal, string, bool, day, instant, duration, list (<see cref="IReadOnlyList{T}"/>), context (<see cref="IReadOnlyDictionary{TKey, TValue}"/>), or null.</returns>
    public object? Evaluate(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return _node.Evaluate(new(values));
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    internal object? Evaluate(FeelScope scope) => _node.Evaluate(scope);

    internal static FeelExpression Parse(string text, IEnumerable<string> names, IEnumerable<string> functions) =>
        new(text, new FeelParser(text, names, functions).Expression());
}

/// <summary>Unary tests of FEEL: what stands in the cell of a decision table, for instance <c>&gt;= 18</c> or <c>"a", "b"</c>. Immutable and thread-safe.</summary>
public sealed class FeelUnaryTests
{
    private readonly FeelNode? _node;

    private FeelUnaryTests(string text, FeelNode? node)
    {
        Text = text;
        _node = node;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether every value passes, that is <c>-</c>.</summary>
    public bool IsAny => _node is null;

    /// <summary>Parses tests.</summary>
    /// <param name="text">The text; empty is the same as <c>-</c>.</param>
    /// <param name="names">The names that it may use.</param>
    /// <exception cref="FeelException">They are no tests, or too long or too deep.</exception>
    public static FeelUnaryTests Parse(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        return new(text, text.Trim() is "" or "-" ? null : new FeelParser(text, names).UnaryTests());
    }

    /// <summary>Whether a value passes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="values">The values of the names.</param>
    public bool Accepts(object? value, IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Accepts(value, new FeelScope(values));
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    internal bool Accepts(object? value, FeelScope scope) =>
        _node is null || _node.Evaluate(scope.Testing(FeelValues.Normal(value))) is true;
}
