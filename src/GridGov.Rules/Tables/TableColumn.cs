using System.Globalization;

namespace GridGov.Rules;

/// <summary>
/// A column of a decision table that is being written: what it looks at, and the tests that rules put to it. The tests are
/// immutable; the column belongs to its builder.
/// </summary>
/// <typeparam name="TIn">What the table decides on.</typeparam>
/// <typeparam name="T">The type of the column's values; texts are compared by their letters, in no culture.</typeparam>
public sealed class TableColumn<TIn, T>
    where T : notnull
{
    private readonly Func<TIn, T?> _read;
    private readonly IComparer<T> _order = typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;

    internal TableColumn(int index, string name, Func<TIn, T?> read)
    {
        Index = index;
        Name = name;
        _read = read;
    }

    /// <summary>What it is called in explanations.</summary>
    public string Name { get; }

    internal int Index { get; }

    /// <summary>Is one value.</summary>
    /// <param name="value">The value.</param>
    public TableTest<TIn> Is(T value) => Of([new(value, true, value, true)], isNegated: false, Text(value));

    /// <summary>Is one of several values.</summary>
    /// <param name="values">The values, at least one.</param>
    public TableTest<TIn> OneOf(params ReadOnlySpan<T> values)
    {
        var all = values.ToArray();
        return Of(Array.ConvertAll(all, v => new Span(v, true, v, true)), isNegated: false, string.Join(", ", all.Select(Text)));
    }

    /// <summary>Is none of several values.</summary>
    /// <param name="values">The values, at least one.</param>
    public TableTest<TIn> NoneOf(params ReadOnlySpan<T> values)
    {
        var all = values.ToArray();
        return Of(Array.ConvertAll(all, v => new Span(v, true, v, true)), isNegated: true, $"not({string.Join(", ", all.Select(Text))})");
    }

    /// <summary>Is at least a value.</summary>
    /// <param name="value">The value.</param>
    public TableTest<TIn> AtLeast(T value) => Of([new(value, true, default, false, HasUntil: false)], isNegated: false, $">= {Text(value)}");

    /// <summary>Is more than a value.</summary>
    /// <param name="value">The value.</param>
    public TableTest<TIn> MoreThan(T value) => Of([new(value, false, default, false, HasUntil: false)], isNegated: false, $"> {Text(value)}");

    /// <summary>Is at most a value.</summary>
    /// <param name="value">The value.</param>
    public TableTest<TIn> AtMost(T value) => Of([new(default, false, value, true, HasFrom: false)], isNegated: false, $"<= {Text(value)}");

    /// <summary>Is less than a value.</summary>
    /// <param name="value">The value.</param>
    public TableTest<TIn> LessThan(T value) => Of([new(default, false, value, false, HasFrom: false)], isNegated: false, $"< {Text(value)}");

    /// <summary>Lies from one value to another, both included.</summary>
    /// <param name="least">The least.</param>
    /// <param name="most">The most, not below the least.</param>
    /// <exception cref="ArgumentException">The most is below the least.</exception>
    public TableTest<TIn> Between(T least, T most)
    {
        if (_order.Compare(most, least) < 0)
            throw new ArgumentException($"The column {Name} cannot lie between {Text(least)} and {Text(most)}.", nameof(most));
        return Of([new(least, true, most, true)], isNegated: false, $"[{Text(least)}..{Text(most)}]");
    }

    internal TableIndex<TIn> IndexOf(IReadOnlyList<IReadOnlyList<TableTest<TIn>>> rules)
    {
        Test[][] tests = [.. rules.Select(r => r.Where(t => t.ColumnIndex == Index).Cast<Test>().ToArray())];
        var cuts = tests.SelectMany(r => r).SelectMany(t => t.Spans).SelectMany(s => new[] { (s.HasFrom, s.From), (s.HasUntil, s.Until) })
            .Where(c => c.Item1).Select(c => c.Item2!).Distinct().Order(_order).ToArray();
        var pieces = new ulong[(2 * cuts.Length) + 2][];
        for (var p = 0; p < pieces.Length; p++)
        {
            pieces[p] = new ulong[(rules.Count + 63) / 64];
            for (var r = 0; r < rules.Count; r++)
            {
                // The last piece is "no value at all": only rules that do not ask match it.
                if (tests[r].Length == 0 || (p < pieces.Length - 1 && Array.TrueForAll(tests[r], t => t.Holds(cuts, p))))
                    pieces[p][r / 64] |= 1UL << (r % 64);
            }
        }

        return new TableIndex<TIn, T>(Name, _read, cuts, pieces, _order, Text);
    }

    private static string Text(T value) => value switch
    {
        string text => $"\"{text}\"",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    private Test Of(Span[] spans, bool isNegated, string text) => spans.Length > 0
        ? new(this, spans, isNegated, text)
        : throw new ArgumentException($"The test of the column {Name} names no value.");

    private readonly record struct Span(T? From, bool IncludesFrom, T? Until, bool IncludesUntil, bool HasFrom = true, bool HasUntil = true);

    private sealed class Test(TableColumn<TIn, T> column, Span[] spans, bool isNegated, string text) : TableTest<TIn>
    {
        public Span[] Spans => spans;

        internal override int ColumnIndex => column.Index;

        public override string ToString() => $"{column.Name} {text}";

        public bool Holds(T[] cuts, int piece) => spans.Any(s => Covers(s, cuts, piece)) != isNegated;

        private bool Covers(in Span span, T[] cuts, int piece)
        {
            // Pieces in turn: below the first cut, the first cut, between the first and the second, the second, and so on.
            var isCut = piece % 2 == 1;
            var below = piece / 2;
            if (span.HasFrom)
            {
                var order = below == 0 && !isCut ? -1 : column._order.Compare(cuts[isCut ? below : below - 1], span.From!);
                if (isCut ? order < 0 || (order == 0 && !span.IncludesFrom) : order < 0)
                    return false;
            }

            if (span.HasUntil)
            {
                var order = below == cuts.Length ? 1 : column._order.Compare(cuts[below], span.Until!);
                if (isCut ? order > 0 || (order == 0 && !span.IncludesUntil) : order > 0)
                    return false;
            }

            return true;
        }
    }
}

/// <summary>A test that a rule puts to a column (条件). Immutable and thread-safe.</summary>
/// <typeparam name="TIn">What the table decides on.</typeparam>
public abstract class TableTest<TIn>
{
    private protected TableTest()
    {
    }

    internal abstract int ColumnIndex { get; }

    /// <summary>Column and test, for instance <c>area &gt;= 100</c>.</summary>
    public abstract override string ToString();
}
