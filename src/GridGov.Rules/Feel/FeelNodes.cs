namespace GridGov.Rules;

/// <summary>A part of an expression.</summary>
internal abstract class FeelNode
{
    public abstract object? Evaluate(FeelScope scope);
}

internal sealed class LiteralNode(object? value) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => value;
}

internal sealed class NameNode(string name) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => scope.Find(name);
}

/// <summary>The value that unary tests are put to: <c>?</c>.</summary>
internal sealed class TestedNode : FeelNode
{
    public override object? Evaluate(FeelScope scope) => scope.Tested;
}

internal sealed class PathNode(FeelNode of, string name) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => (of.Evaluate(scope), name) switch
    {
        (IReadOnlyDictionary<string, object?> context, _) => context.TryGetValue(name, out var value) ? FeelValues.Normal(value) : null,
        (DateOnly day, "year") => (decimal)day.Year,
        (DateOnly day, "month") => (decimal)day.Month,
        (DateOnly day, "day") => (decimal)day.Day,
        (TimeSpan span, "days") => (decimal)span.Days,
        (TimeSpan span, "hours") => (decimal)span.Hours,
        (TimeSpan span, "minutes") => (decimal)span.Minutes,
        _ => null,
    };
}

internal sealed class NegationNode(FeelNode of) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => of.Evaluate(scope) switch
    {
        decimal number => -number,
        TimeSpan span when span != TimeSpan.MinValue => -span,
        _ => null,
    };
}

internal sealed class ArithmeticNode(char operation, FeelNode left, FeelNode right) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => FeelValues.Arithmetic(operation, left.Evaluate(scope), right.Evaluate(scope));
}

internal sealed class ComparisonNode(string operation, FeelNode left, FeelNode right) : FeelNode
{
    public override object? Evaluate(FeelScope scope)
    {
        var (a, b) = (left.Evaluate(scope), right.Evaluate(scope));
        return operation switch
        {
            "=" => FeelValues.Equal(a, b),
            "!=" => !FeelValues.Equal(a, b),
            "<" => FeelValues.Compare(a, b) < 0 ? true : Known(a, b),
            "<=" => FeelValues.Compare(a, b) <= 0 ? true : Known(a, b),
            ">" => FeelValues.Compare(a, b) > 0 ? true : Known(a, b),
            _ => FeelValues.Compare(a, b) >= 0 ? true : Known(a, b),
        };
    }

    private static bool? Known(object? a, object? b) => FeelValues.Compare(a, b) is null ? null : false;
}

/// <summary><c>and</c> and <c>or</c>, with null for not known.</summary>
internal sealed class LogicNode(bool isAnd, FeelNode left, FeelNode right) : FeelNode
{
    public override object? Evaluate(FeelScope scope)
    {
        var (a, b) = (left.Evaluate(scope) as bool?, right.Evaluate(scope) as bool?);
        if (a == !isAnd || b == !isAnd)
            return !isAnd;
        return a is null || b is null ? null : isAnd;
    }
}

internal sealed class IfNode(FeelNode condition, FeelNode then, FeelNode otherwise) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => condition.Evaluate(scope) is true ? then.Evaluate(scope) : otherwise.Evaluate(scope);
}

internal sealed class RangeNode(FeelNode from, bool includesFrom, FeelNode until, bool includesUntil) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => new FeelRange(from.Evaluate(scope), includesFrom, until.Evaluate(scope), includesUntil);
}

internal sealed class ListNode(IReadOnlyList<FeelNode> items) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => items.Select(i => i.Evaluate(scope)).ToArray();
}

internal sealed class ContextNode(IReadOnlyList<(string Name, FeelNode Value)> entries) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => entries.ToDictionary(e => e.Name, e => e.Value.Evaluate(scope), StringComparer.Ordinal);
}

internal sealed class CallNode(string name, IReadOnlyList<FeelNode> arguments) : FeelNode
{
    public override object? Evaluate(FeelScope scope)
    {
        var values = arguments.Select(a => a.Evaluate(scope)).ToArray();
        return FeelFunctions.All.TryGetValue(name, out var function) ? function(values) : scope.Call(name, values);
    }
}

/// <summary>One test of a cell, or of <c>in</c>: equal, in a range or list, or a condition that holds by itself.</summary>
internal sealed class TestNode(FeelNode tested, FeelNode test, bool isCondition) : FeelNode
{
    public override object? Evaluate(FeelScope scope)
    {
        var value = test.Evaluate(scope);
        if (isCondition)
            return value;
        var against = tested.Evaluate(scope);
        return value switch
        {
            FeelRange range => range.Contains(against),
            IReadOnlyList<object?> list when against is not IReadOnlyList<object?> => list.Any(v => v is FeelRange r ? r.Contains(against) == true : FeelValues.Equal(against, v) == true),
            _ => FeelValues.Equal(against, value),
        };
    }
}

/// <summary>Several tests, of which one has to hold; or none, where they are negated.</summary>
internal sealed class TestsNode(IReadOnlyList<FeelNode> tests, bool isNegated) : FeelNode
{
    public override object? Evaluate(FeelScope scope) => tests.Any(t => t.Evaluate(scope) is true) != isNegated;
}
