namespace GridGov.Rules;

/// <summary>An output column of a table in a model.</summary>
internal sealed record DmnOutput(string? Name, IReadOnlyList<FeelExpression> Order, FeelExpression? Default);

/// <summary>A rule of a table in a model.</summary>
internal sealed record DmnRule(string Id, IReadOnlyList<FeelUnaryTests> Tests, IReadOnlyList<FeelExpression> Outputs);

/// <summary>A decision table of a model.</summary>
internal sealed class DmnTable(string name, HitPolicy policy, Aggregation? aggregation, IReadOnlyList<(string Label, FeelExpression Expression)> inputs, IReadOnlyList<DmnOutput> outputs, IReadOnlyList<DmnRule> rules) : DmnLogic
{
    public override object? Evaluate(DmnRun run)
    {
        var values = inputs.Select(i => i.Expression.Evaluate(run.Scope)).ToArray();
        var failed = rules.Select(r => FirstFailed(r, values, run)).ToArray();
        int[] matching = [.. Enumerable.Range(0, rules.Count).Where(r => failed[r] is null)];
        var results = matching.ToDictionary(r => r, r => rules[r].Outputs.Select(o => o.Evaluate(run.Scope)).ToArray());
        var fired = Fired(matching, results, run);
        run.Tables.Add(new(
            name,
            ValueList.From(fired.Select(r => rules[r].Id)),
            ValueList.From(Enumerable.Range(0, rules.Count).Except(fired).Select(r => new RuleMiss(rules[r].Id, failed[r])))));
        if (policy is HitPolicy.Unique or HitPolicy.Any && fired.Count > 1)
        {
            run.Refusal ??= Conflict(fired);
            return null;
        }

        if (fired.Count == 0)
            return Default(run);
        var all = fired.Select(r => Value(results[r])).ToArray();
        return policy switch
        {
            HitPolicy.Collect when aggregation is { } how => Total(how, all),
            HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder => all,
            _ => all[0],
        };
    }

    private string? FirstFailed(DmnRule rule, object?[] values, DmnRun run)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!rule.Tests[i].Accepts(values[i], run.Scope))
                return $"{inputs[i].Label} {rule.Tests[i]}";
        }

        return null;
    }

    private List<int> Fired(int[] matching, Dictionary<int, object?[]> results, DmnRun run) => policy switch
    {
        HitPolicy.First => [.. matching.Take(1)],
        HitPolicy.Priority => [.. InOrder(matching, results, run).Take(1)],
        HitPolicy.OutputOrder => [.. InOrder(matching, results, run)],
        HitPolicy.Any => [.. matching.Where((r, i) => i == 0 || FeelValues.Equal(results[r], results[matching[0]]) != true)],
        _ => [.. matching],
    };

    // By the place of each output in its list of values, the first column first.
    private IEnumerable<int> InOrder(int[] matching, Dictionary<int, object?[]> results, DmnRun run)
    {
        var orders = outputs.Select(o => o.Order.Select(e => e.Evaluate(run.Scope)).ToArray()).ToArray();
        IOrderedEnumerable<int>? sorted = null;
        for (var o = 0; o < outputs.Count; o++)
        {
            var at = o;
            int Place(int rule)
            {
                var place = Array.FindIndex(orders[at], v => FeelValues.Equal(v, results[rule][at]) == true);
                return place < 0 ? int.MaxValue : place;
            }

            sorted = sorted is null ? matching.OrderBy(Place) : sorted.ThenBy(Place);
        }

        return sorted ?? matching.Order();
    }

    private object? Value(object?[] cells) => outputs.Count == 1
        ? cells[0]
        : outputs.Zip(cells).ToDictionary(p => p.First.Name!, p => p.Second, StringComparer.Ordinal);

    private object? Default(DmnRun run)
    {
        if (outputs.All(o => o.Default is null))
            return policy is HitPolicy.Collect && aggregation == Aggregation.Count ? 0m : null;
        return Value([.. outputs.Select(o => o.Default?.Evaluate(run.Scope))]);
    }

    private static object? Total(Aggregation how, object?[] all) => how switch
    {
        Aggregation.Count => (decimal)all.Length,
        Aggregation.Sum => FeelFunctions.All["sum"]([all]),
        Aggregation.Min => FeelFunctions.All["min"]([all]),
        _ => FeelFunctions.All["max"]([all]),
    };

    private Refusal Conflict(List<int> fired)
    {
        var ids = string.Join(", ", fired.Select(r => rules[r].Id));
        return new()
        {
            Code = "table.conflict",
            Summary = new($"the table \"{name}\" contradicts itself", $"决策表“{name}”结论冲突"),
            Unmet = [new("table.conflict", new($"only one of {ids} matches", $"{ids}中仅一条命中"))],
            Remedy = new("mend the table", "修正决策表"),
        };
    }
}
