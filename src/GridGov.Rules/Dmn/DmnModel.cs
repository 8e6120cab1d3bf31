namespace GridGov.Rules;

/// <summary>
/// A decision model read from DMN 1.x XML (决策模型与标记), as any DMN modeler writes it: decision tables, literal
/// expressions, knowledge models that are called, and decisions that need others. Checked when it is read; immutable and
/// thread-safe.
/// </summary>
/// <remarks>
/// Source: DMN 1.5 (2023-03-24); older namespaces are read alike, since elements are found by their local names. Not there:
/// contexts, lists, relations and functions as boxed expressions, decision services, imports; each is a fault that is named.
/// </remarks>
public sealed class DmnModel
{
    private readonly Dictionary<string, DmnDecision> _decisions;
    private readonly Dictionary<string, DmnInputData> _inputs;
    private readonly IReadOnlyDictionary<string, Func<object?[], int, object?>> _functions;

    internal DmnModel(string name, IEnumerable<DmnDecision> decisions, IEnumerable<DmnInputData> inputs, IEnumerable<DmnKnowledge> knowledge)
    {
        Name = name;
        _decisions = decisions.ToDictionary(d => d.Name, StringComparer.Ordinal);
        _inputs = inputs.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var functions = new Dictionary<string, Func<object?[], int, object?>>(StringComparer.Ordinal);
        foreach (var one in knowledge)
            functions[one.Name] = (arguments, depth) => one.Call(arguments, functions, depth);
        _functions = functions;
        Decisions = ValueList.From(_decisions.Keys.Order(StringComparer.Ordinal));
        Inputs = ValueList.From(_inputs.Values.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => new DmnInput(i.Name, i.Type)));
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The names of its decisions, in ordinal order.</summary>
    public ValueList<string> Decisions { get; }

    /// <summary>What it asks for, in ordinal order.</summary>
    public ValueList<DmnInput> Inputs { get; }

    /// <summary>Reads a model. Document types and entities are refused, and so is what is too large.</summary>
    /// <param name="stream">The XML; at most 20 million characters.</param>
    /// <exception cref="DefinitionException">It is no sound model: every fault, with its line.</exception>
    public static DmnModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return DmnReader.Read(stream);
    }

    /// <summary>Evaluates a decision, and the decisions that it needs.</summary>
    /// <param name="decision">The decision's name.</param>
    /// <param name="inputs">The inputs by name; what is missing is null.</param>
    /// <returns>
    /// The value and the rules that fired; or a refusal: an input that is not one of its allowed values, or a table whose
    /// rules contradict one another.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such decision.</exception>
    public Outcome<DmnResult> Evaluate(string decision, IReadOnlyDictionary<string, object?> inputs)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(inputs);
        if (!_decisions.TryGetValue(decision, out var asked))
            throw new ArgumentException($"The model {Name} has no decision \"{decision}\"; it has {string.Join(", ", Decisions)}.", nameof(decision));
        var run = new DmnRun(_functions);
        foreach (var input in _inputs.Values)
        {
            var value = inputs.TryGetValue(input.Name, out var given) ? FeelValues.Normal(given) : null;
            if (value is not null && input.Allowed is { } allowed && !allowed.Accepts(value, run.Scope))
                return NotAllowed(input);
            run.Values[input.Name] = value;
        }

        var result = Evaluate(asked, run);
        return run.Refusal is { } refusal ? refusal : new DmnResult { Value = result, Tables = ValueList.From(run.Tables) };
    }

    private object? Evaluate(DmnDecision decision, DmnRun run)
    {
        if (run.Values.TryGetValue(decision.Name, out var known))
            return known;
        foreach (var needed in decision.Needs)
            Evaluate(_decisions[needed], run);
        return run.Values[decision.Name] = run.Refusal is null ? decision.Logic.Evaluate(run) : null;
    }

    private Refusal NotAllowed(DmnInputData input) => new()
    {
        Code = "dmn.input",
        Summary = new($"the model {Name} decides nothing", $"决策模型{Name}不作结论"),
        Unmet = [new("dmn.input", new($"\"{input.Name}\" is one of {input.Allowed}", $"“{input.Name}”为{input.Allowed}之一"))],
        Remedy = new("give one of the values that are allowed", "改为允许的取值"),
    };
}

/// <summary>One evaluation: what is known by now. For one thread.</summary>
internal sealed class DmnRun
{
    public DmnRun(IReadOnlyDictionary<string, Func<object?[], int, object?>> functions) => Scope = new(Values, functions);

    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    public FeelScope Scope { get; }

    public List<TableExplanation> Tables { get; } = [];

    public Refusal? Refusal { get; set; }
}

internal sealed record DmnInputData(string Name, string? Type, FeelUnaryTests? Allowed);

internal sealed record DmnDecision(string Name, DmnLogic Logic, IReadOnlyList<string> Needs);

/// <summary>A knowledge model: an expression with parameters.</summary>
internal sealed record DmnKnowledge(string Name, IReadOnlyList<string> Parameters, FeelExpression Body)
{
    public object? Call(object?[] arguments, IReadOnlyDictionary<string, Func<object?[], int, object?>> functions, int depth)
    {
        if (arguments.Length != Parameters.Count)
            return null;
        var values = Parameters.Zip(arguments).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        return Body.Evaluate(new FeelScope(values, functions, depth));
    }
}

/// <summary>How a decision is made.</summary>
internal abstract class DmnLogic
{
    public abstract object? Evaluate(DmnRun run);
}

internal sealed class DmnLiteral(FeelExpression expression) : DmnLogic
{
    public override object? Evaluate(DmnRun run) => expression.Evaluate(run.Scope);
}
