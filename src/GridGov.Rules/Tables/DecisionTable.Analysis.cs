using System.Numerics;

namespace GridGov.Rules;

/// <content>Gaps and overlaps.</content>
public sealed partial class DecisionTable<TIn, TOut>
{
    /// <summary>
    /// Looks for inputs that match no rule and for inputs that match several, by walking over the pieces of all columns.
    /// </summary>
    /// <param name="most">How many gaps, and how many overlaps, are told at most.</param>
    /// <param name="mostSteps">How many combinations are looked at before it stops.</param>
    public TableAnalysis Analyze(int most = 100, int mostSteps = 1_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSteps, 1);
        var walk = new Walk(this, most, mostSteps);
        var all = new ulong[_words];
        Array.Fill(all, ulong.MaxValue);
        if (Rules.Count % 64 is > 0 and var left)
            all[^1] = ulong.MaxValue >> (64 - left);
        walk.Go(0, all);
        return walk.Result();
    }

    private sealed class Walk(DecisionTable<TIn, TOut> table, int most, int steps)
    {
        private readonly List<ValueList<string>> _gaps = [];
        private readonly Dictionary<(int, int), ValueList<string>> _overlaps = [];
        private readonly HashSet<int> _reached = [];
        private readonly int[] _at = new int[table._columns.Length];
        private int _left = steps;

        public TableAnalysis Result()
        {
            var rules = table.Rules;
            var overlaps = _overlaps.OrderBy(o => o.Key).Select(o => new TableOverlap(
                rules[o.Key.Item1].Id, rules[o.Key.Item2].Id, o.Value, EqualityComparer<TOut>.Default.Equals(rules[o.Key.Item1].Output, rules[o.Key.Item2].Output)));
            var isWhole = _left > 0 && _gaps.Count < most && _overlaps.Count < most;
            var unreachable = table.Policy == HitPolicy.First && isWhole
                ? Enumerable.Range(0, rules.Count).Where(r => !_reached.Contains(r)).Select(r => rules[r].Id)
                : [];
            return new(ValueList.From(_gaps), ValueList.From(overlaps), ValueList.From(unreachable), isWhole);
        }

        public void Go(int column, ulong[] matching)
        {
            if (--_left <= 0)
                return;
            if (Array.TrueForAll(matching, w => w == 0))
            {
                if (_gaps.Count < most)
                    _gaps.Add(Example(column));
                return;
            }

            if (column == _at.Length)
            {
                Overlaps(matching);
                return;
            }

            // Pieces on which the rules that are left do the same are looked at once. "Not given" comes last and is left
            // out: whether it can happen is not the table's to know.
            var pieces = table._columns[column].Pieces;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var p = 0; p < pieces.Length - 1; p++)
            {
                var next = new ulong[matching.Length];
                for (var w = 0; w < next.Length; w++)
                    next[w] = matching[w] & pieces[p][w];
                if (!seen.Add(string.Join(',', next)))
                    continue;
                _at[column] = p;
                Go(column + 1, next);
            }
        }

        private void Overlaps(ulong[] matching)
        {
            var rules = new List<int>();
            for (var w = 0; w < matching.Length; w++)
            {
                for (var word = matching[w]; word != 0; word &= word - 1)
                    rules.Add((w * 64) + BitOperations.TrailingZeroCount(word));
            }

            _reached.Add(rules[0]);
            for (var i = 0; i < rules.Count; i++)
            {
                for (var j = i + 1; j < rules.Count && _overlaps.Count < most; j++)
                    _overlaps.TryAdd((rules[i], rules[j]), Example(_at.Length));
            }
        }

        private ValueList<string> Example(int columns) => ValueList.From(Enumerable.Range(0, columns).Select(c => table._columns[c].Describe(_at[c])));
    }
}
