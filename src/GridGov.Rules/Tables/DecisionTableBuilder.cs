using static System.FormattableString;

namespace GridGov.Rules;

/// <summary>Begins decision tables.</summary>
public static class DecisionTable
{
    /// <summary>Begins a table.</summary>
    /// <typeparam name="TIn">What the table decides on.</typeparam>
    /// <typeparam name="TOut">What it says.</typeparam>
    /// <param name="id">A stable name, 1 to 64 characters.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="basis">What it rests on, or null.</param>
    public static DecisionTableBuilder<TIn, TOut> Define<TIn, TOut>(string id, int version, LegalBasis? basis = null)
        where TOut : notnull => new(id, version, basis);
}

/// <summary>A decision table that is being written. Not thread-safe; what it freezes is.</summary>
/// <typeparam name="TIn">What the table decides on.</typeparam>
/// <typeparam name="TOut">What it says.</typeparam>
public sealed class DecisionTableBuilder<TIn, TOut>
    where TOut : notnull
{
    /// <summary>The most rules that a table has.</summary>
    public const int MostRules = 10_000;

    private readonly List<string> _columns = [];
    private readonly List<Func<IReadOnlyList<IReadOnlyList<TableTest<TIn>>>, TableIndex<TIn>>> _indexes = [];
    private readonly List<TableRule<TIn, TOut>> _rules = [];
    private readonly string _id;
    private readonly int _version;
    private readonly LegalBasis? _basis;

    internal DecisionTableBuilder(string id, int version, LegalBasis? basis)
    {
        _id = id;
        _version = version;
        _basis = basis;
    }

    /// <summary>Adds a column.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="name">What it is called in explanations.</param>
    /// <param name="read">Reads the value; null matches only rules that do not test the column. Must be pure and quick.</param>
    public TableColumn<TIn, T> Column<T>(string name, Func<TIn, T?> read)
        where T : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(read);
        var column = new TableColumn<TIn, T>(_columns.Count, name, read);
        _columns.Add(name);
        _indexes.Add(column.IndexOf);
        return column;
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="id">Its name, unique in the table.</param>
    /// <param name="output">What it says.</param>
    /// <param name="tests">The tests that must all hold; none for a rule that always matches.</param>
    public DecisionTableBuilder<TIn, TOut> Rule(string id, TOut output, params ReadOnlySpan<TableTest<TIn>> tests)
    {
        ArgumentNullException.ThrowIfNull(output);
        _rules.Add(new(id, output, ValueList.Create(tests)));
        return this;
    }

    /// <summary>Checks and freezes the table.</summary>
    /// <param name="policy">What it says when several rules match.</param>
    /// <param name="outputs">For <see cref="HitPolicy.Priority"/> and <see cref="HitPolicy.OutputOrder"/>: the outputs, the first first; all that rules have must be there.</param>
    /// <exception cref="DefinitionException">There is no rule or column, a name stands twice, an output is missing from the list; every fault.</exception>
    public DecisionTable<TIn, TOut> Freeze(HitPolicy policy, ValueList<TOut> outputs = default)
    {
        Fault[] faults = [.. Check(policy, outputs)];
        if (faults.Length > 0)
            throw new DefinitionException(Invariant($"decision table \"{_id}\" version {_version}"), faults);
        var tests = _rules.Select(r => (IReadOnlyList<TableTest<TIn>>)[.. r.Tests]).ToList();
        return new(_id, _version, _basis, policy, ValueList.From(_rules), [.. _indexes.Select(i => i(tests))], outputs);
    }

    private IEnumerable<Fault> Check(HitPolicy policy, ValueList<TOut> outputs)
    {
        if (!TextId.IsValid(_id, out var reason))
            yield return new("id", reason!);
        if (_version < 1)
            yield return new("version", Invariant($"version {_version}; versions begin at 1"));
        if (!Enum.IsDefined(policy))
            yield return new("hit policy", "there is no such policy");
        if (_rules.Count is 0 or > MostRules)
            yield return new("rules", Invariant($"there are {_rules.Count}; from 1 to {MostRules} are meant"));
        foreach (var twice in _columns.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            yield return new("columns", $"{twice.Key} stands more than once");
        foreach (var twice in _rules.GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            yield return new("rules", $"{twice.Key} stands more than once");
        foreach (var rule in _rules.Where(r => string.IsNullOrWhiteSpace(r.Id)))
            yield return new("rules", "a rule has no name");
        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder)
        {
            foreach (var rule in _rules.Where(r => !outputs.Contains(r.Output)))
                yield return new($"rule {rule.Id}", "its output is not in the list of outputs, which says what comes first");
        }
    }
}
