using GridGov.Rules;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using RulesEngine.Models;

namespace GridGov.Benchmarks;

/// <summary>A matter as fifty rules look at it.</summary>
public sealed record TableMatter(string Kind, int Area, int Days);

/// <summary>What the comparisons of decision tables share: fifty rules, each a kind, an interval and a bound; the first that matches answers.</summary>
internal abstract class TableComparison : IComparison
{
    public const int Rules = 50;

    private static readonly string[] Kinds = ["lamp", "cover", "waste", "noise", "gas", "water", "tree", "road"];

    public static IReadOnlyList<(string Kind, int From, int Until, int Days)> Rows { get; } =
        [.. Enumerable.Range(0, Rules).Select(i => (Kinds[i % Kinds.Length], i * 3 % 40, (i * 3 % 40) + 20 + i % 7, i % 5))];

    public abstract string Id { get; }

    public string Area => Areas.Rules;

    public abstract string What { get; }

    public abstract string Peer { get; }

    public string Unit => "ns/decision";

    protected TableMatter[] Matters { get; private set; } = [];

    protected DecisionTable<TableMatter, int> Table { get; private set; } = null!;

    public virtual void Setup()
    {
        var random = new Numbers(53);
        Matters = [.. Enumerable.Range(0, 1_024).Select(_ => new TableMatter(Kinds[random.Next(Kinds.Length)], random.Next(80), random.Next(8)))];
        Table = Make();
    }

    public static DecisionTable<TableMatter, int> Make()
    {
        var table = DecisionTable.Define<TableMatter, int>("bench", 1);
        var kind = table.Column("kind", (TableMatter m) => m.Kind);
        var area = table.Column("area", m => m.Area);
        var days = table.Column("days", m => m.Days);
        foreach (var (i, row) in Rows.Index())
            table.Rule($"r{i:00}", i, kind.Is(row.Kind), area.AtLeast(row.From), area.LessThan(row.Until), days.AtLeast(row.Days));
        return table.Freeze(HitPolicy.First);
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, Table.TryDecide(Matters[i % Matters.Length], out var rule) ? rule : -1);
        return sum;
    }

    public abstract long Theirs(int n);
}

/// <summary>Against fifty delegates that are asked in turn: the loop that one writes by hand.</summary>
internal sealed class TableAgainstDelegates : TableComparison
{
    private Func<TableMatter, bool>[] _rules = [];

    public override string Id => "rules.table";

    public override string What => "the first of fifty rules that matches, three columns";

    public override string Peer => "a loop over fifty delegates written by hand, up to the first that matches";

    public override void Setup()
    {
        base.Setup();
        _rules = [.. Rows.Select(r => (Func<TableMatter, bool>)(m => m.Kind == r.Kind && m.Area >= r.From && m.Area < r.Until && m.Days >= r.Days))];
    }

    public override long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var matter = Matters[i % Matters.Length];
            var rule = 0;
            while (rule < _rules.Length && !_rules[rule](matter))
                rule++;
            sum = Checksum.Add(sum, rule < _rules.Length ? rule : -1);
        }

        return sum;
    }
}

/// <summary>Against RulesEngine 6.0.1, its expressions compiled before.</summary>
internal sealed class TableAgainstRulesEngine : TableComparison
{
    private RulesEngine.RulesEngine _engine = null!;

    public override string Id => "rules.table.rulesengine";

    public override string What => "the first of fifty rules that matches, three columns";

    public override string Peer => "RulesEngine 6.0.1: the same fifty as lambda expressions, compiled before";

    public override void Setup()
    {
        base.Setup();
        _engine = Make50();
        _engine.ExecuteAllRulesAsync("bench", Matters[0]).AsTask().GetAwaiter().GetResult();
    }

    public static RulesEngine.RulesEngine Make50() => new(
    [
        new Workflow
        {
            WorkflowName = "bench",
            Rules = Rows.Select((r, i) => new RulesEngine.Models.Rule
            {
                RuleName = FormattableString.Invariant($"r{i:00}"),
                Expression = FormattableString.Invariant($"input1.Kind == \"{r.Kind}\" && input1.Area >= {r.From} && input1.Area < {r.Until} && input1.Days >= {r.Days}"),
            }).ToList(),
        },
    ]);

    public override long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var results = _engine.ExecuteAllRulesAsync("bench", Matters[i % Matters.Length]).AsTask().GetAwaiter().GetResult();
            sum = Checksum.Add(sum, results.FindIndex(r => r.IsSuccess));
        }

        return sum;
    }
}

/// <summary>Against NRules 1.0.4, one session for all, a fact put in and taken out again.</summary>
internal sealed class TableAgainstNRules : TableComparison
{
    private ISession _session = null!;
    private Hit _hit = null!;

    public override string Id => "rules.table.nrules";

    public override string What => "the first of fifty rules that matches, three columns";

    public override string Peer => "NRules 1.0.4: the same fifty rules, a session that is kept, insert, fire, retract";

    public override void Setup()
    {
        base.Setup();
        _hit = new();
        var factory = new RuleDefinitionFactory();
        _session = new RuleCompiler().Compile(Rows.Select((r, i) => factory.Create([new RowRule(i, r, _hit)]).Single())).CreateSession();
    }

    public override long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var matter = Matters[i % Matters.Length];
            _hit.First = int.MaxValue;
            _session.Insert(matter);
            _session.Fire();
            _session.Retract(matter);
            sum = Checksum.Add(sum, _hit.First == int.MaxValue ? -1 : _hit.First);
        }

        return sum;
    }

    public sealed class Hit
    {
        public int First { get; set; }

        public void At(int row) => First = Math.Min(First, row);
    }

    public sealed class RowRule((int Index, (string Kind, int From, int Until, int Days) Row, Hit Hit) of) : NRules.Fluent.Dsl.Rule
    {
        public RowRule(int index, (string Kind, int From, int Until, int Days) row, Hit hit)
            : this((index, row, hit))
        {
        }

        public override void Define()
        {
            TableMatter matter = null!;
            var (index, (kind, from, until, days), hit) = of;
            Name(FormattableString.Invariant($"r{index:00}"));
            When().Match(() => matter, m => m.Kind == kind, m => m.Area >= from, m => m.Area < until, m => m.Days >= days);
            Then().Do(_ => hit.At(index));
        }
    }
}
