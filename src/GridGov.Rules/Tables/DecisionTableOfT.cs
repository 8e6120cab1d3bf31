using System.Numerics;
using static System.FormattableString;

namespace GridGov.Rules;

/// <summary>
/// A decision table (决策表): columns, rules that test them, and a policy for when several match. Compiled when it is frozen:
/// each column knows for every piece of its values which rules match, and an input costs a search a column and an
/// intersection. Frozen and thread-safe.
/// </summary>
/// <typeparam name="TIn">What it decides on.</typeparam>
/// <typeparam name="TOut">What it says.</typeparam>
public sealed partial class DecisionTable<TIn, TOut>
    where TOut : notnull
{
    private readonly TableIndex<TIn>[] _columns;
    private readonly int _words;

    // For tables that go by the list of outputs: the rules in that order.
    private readonly int[] _byPriority;

    internal DecisionTable(string id, int version, LegalBasis? basis, HitPolicy policy, ValueList<TableRule<TIn, TOut>> rules, TableIndex<TIn>[] columns, ValueList<TOut> outputs)
    {
        Id = id;
        Version = version;
        Basis = basis;
        Policy = policy;
        Rules = rules;
        _columns = columns;
        _words = (rules.Count + 63) / 64;
        var places = outputs.Select((o, i) => (o, i)).DistinctBy(o => o.o).ToDictionary(o => o.o, o => o.i);
        _byPriority = policy is HitPolicy.Priority or HitPolicy.OutputOrder
            ? [.. Enumerable.Range(0, rules.Count).OrderBy(r => places[rules[r].Output])]
            : [];
    }

    /// <summary>A stable name.</summary>
    public string Id { get; }

    /// <summary>The version.</summary>
    public int Version { get; }

    /// <summary>What it rests on, or null.</summary>
    public LegalBasis? Basis { get; }

    /// <summary>What it says when several rules match.</summary>
    public HitPolicy Policy { get; }

    /// <summary>The rules, in order.</summary>
    public ValueList<TableRule<TIn, TOut>> Rules { get; }

    /// <summary>
    /// The one answer for an input, without a word why there is none: the fast path. With the policies First and Unique it allocates nothing in tables of up
    /// to 64 rules.
    /// </summary>
    /// <param name="input">The input.</param>
    /// <param name="output">What the table says.</param>
    /// <returns>False where no rule matches, or where several do that may not.</returns>
    /// <exception cref="InvalidOperationException">The policy gives lists; ask <see cref="All"/>.</exception>
    public bool TryDecide(in TIn input, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TOut output)
    {
        var rule = _words == 1 ? One(FirstWord(input)) : One(Matches(input));
        output = rule >= 0 ? Rules[rule].Output : default;
        return rule >= 0;
    }

    /// <summary>The one answer for an input, or why there is none.</summary>
    /// <param name="input">The input.</param>
    /// <exception cref="InvalidOperationException">The policy gives lists; ask <see cref="All"/>.</exception>
    public Outcome<TOut> Decide(in TIn input) => TryDecide(input, out var output) ? output : Refuse(input);

    /// <summary>All answers for an input: one or none where the policy gives one, else in the policy's order.</summary>
    /// <param name="input">The input.</param>
    public ValueList<TOut> All(in TIn input) => ValueList.From(Fired(Matches(input)).Select(r => Rules[r].Output));

    /// <summary>The answers for an input, added up.</summary>
    /// <param name="input">The input.</param>
    /// <param name="how">How.</param>
    /// <param name="number">The number of an answer.</param>
    /// <returns>Null where no rule matches, except for a count, which is 0.</returns>
    public decimal? Total(in TIn input, Aggregation how, Func<TOut, decimal> number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var all = All(input);
        return how switch
        {
            Aggregation.Count => all.Distinct().Count(),
            _ when all.IsEmpty => null,
            Aggregation.Sum => all.Sum(number),
            Aggregation.Min => all.Min(number),
            Aggregation.Max => all.Max(number),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "There is no such aggregation."),
        };
    }

    /// <summary>Which rules fired, and for every other the first test that failed.</summary>
    /// <param name="input">The input.</param>
    public TableExplanation Explain(in TIn input)
    {
        var matches = Matches(input);
        int[] fired = [.. Fired(matches)];
        var pieces = new int[_columns.Length];
        for (var c = 0; c < pieces.Length; c++)
            pieces[c] = _columns[c].PieceOf(input);
        var missed = Enumerable.Range(0, Rules.Count).Except(fired).Select(r => new RuleMiss(Rules[r].Id, FirstFailed(r, pieces)));
        return new(ToString(), ValueList.From(fired.Select(r => Rules[r].Id)), ValueList.From(missed));
    }

    /// <summary>The name and version.</summary>
    public override string ToString() => Invariant($"{Id} v{Version}");

    private static bool Has(ulong[] words, int rule) => (words[rule / 64] >> (rule % 64) & 1) != 0;

    private ulong FirstWord(in TIn input)
    {
        var word = ulong.MaxValue >> (64 - Rules.Count);
        foreach (var column in _columns)
        {
            word &= column.FirstWordOf(input);
            if (word == 0)
                break;
        }

        return word;
    }

    private ulong[] Matches(in TIn input)
    {
        var words = new ulong[_words];
        Array.Fill(words, ulong.MaxValue);
        if (Rules.Count % 64 is > 0 and var left)
            words[^1] = ulong.MaxValue >> (64 - left);
        foreach (var column in _columns)
        {
            var piece = column.Pieces[column.PieceOf(input)];
            for (var w = 0; w < words.Length; w++)
                words[w] &= piece[w];
        }

        return words;
    }

    private int One(ulong word) => Policy switch
    {
        HitPolicy.First => word == 0 ? -1 : BitOperations.TrailingZeroCount(word),
        HitPolicy.Unique => BitOperations.IsPow2(word) ? BitOperations.TrailingZeroCount(word) : -1,
        _ => One([word]),
    };

    private int One(ulong[] words)
    {
        if (Policy > HitPolicy.Priority)
            throw new InvalidOperationException($"The table {this} has the policy {Policy}, which gives a list of answers.\nAsk All.");
        var fired = -1;
        foreach (var rule in Fired(words))
        {
            if (fired >= 0)
                return -1;
            fired = rule;
        }

        return fired;
    }

    // The rules whose outputs are the result. Of a fault (two that may not both match) both are given.
    private IEnumerable<int> Fired(ulong[] words) => Policy switch
    {
        HitPolicy.First => Matching(words).Take(1),
        HitPolicy.Any => Matching(words).DistinctBy(r => Rules[r].Output),
        HitPolicy.Priority => _byPriority.Where(r => Has(words, r)).Take(1),
        HitPolicy.OutputOrder => _byPriority.Where(r => Has(words, r)),
        _ => Matching(words),
    };

    private IEnumerable<int> Matching(ulong[] words) => Enumerable.Range(0, Rules.Count).Where(r => Has(words, r));

    private string? FirstFailed(int rule, int[] pieces)
    {
        foreach (var test in Rules[rule].Tests)
        {
            if (!Has(_columns[test.ColumnIndex].Pieces[pieces[test.ColumnIndex]], rule))
                return string.Join(" and ", Rules[rule].Tests.Where(t => t.ColumnIndex == test.ColumnIndex));
        }

        return null;
    }

    private Refusal Refuse(in TIn input)
    {
        string[] fired = [.. Fired(Matches(input)).Select(r => Rules[r].Id)];
        var isNone = fired.Length == 0;
        return new()
        {
            Code = isNone ? "table.no-match" : "table.conflict",
            Summary = isNone
                ? new($"the table {this} says nothing", $"决策表{this}无结论")
                : new($"the table {this} contradicts itself", $"决策表{this}结论冲突"),
            Unmet = isNone
                ? [new("table.no-match", new("a rule matches", "有规则命中"))]
                : [new("table.conflict", new($"only one of {string.Join(", ", fired)} matches", $"{string.Join("、", fired)}中仅一条命中"))],
            Basis = Basis,
            Remedy = new("mend the table; its analysis shows gaps and overlaps", "修正决策表；分析可显示空缺与重叠"),
        };
    }
}
