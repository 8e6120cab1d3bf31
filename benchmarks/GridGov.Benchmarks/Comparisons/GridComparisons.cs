using System.Runtime.CompilerServices;

namespace GridGov.Benchmarks;

/// <summary>A tree of the country from rows in memory. One operation is one part in 1,024 of the country, 650 rows.</summary>
internal sealed class BuildAgainstDictionary : IComparison
{
    private const int WholeCountry = 1024;

    private GridRow[] _rows = [];

    public string Id => "core.grid.build";

    public string Area => Areas.Core;

    public string What => "building the tree of 665,276 divisions from rows in memory";

    public string Peer => "filling a Dictionary<string, Node> with objects linked to their parents";

    public string Unit => "ns/650 rows";

    public void Setup() => _rows = CountryRows.All;

    public long Ours(int n)
    {
        long sum = 0;
        for (; n > 0; n -= WholeCountry)
            sum = Checksum.Add(sum, GridTree.Build(First(n)).Count);
        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (; n > 0; n -= WholeCountry)
            sum = Checksum.Add(sum, Country.Fill(First(n)).Count);
        return sum;
    }

    // The rows come level by level, so the first of them are a tree too. Without the cast the array would become a
    // segment, which the library copies.
    private IReadOnlyCollection<GridRow> First(int parts) => parts >= WholeCountry
        ? (IReadOnlyCollection<GridRow>)_rows
        : new ArraySegment<GridRow>(_rows, 0, (int)((long)_rows.Length * parts / WholeCountry));
}

/// <summary>Whether a node lies in another's subtree.</summary>
internal abstract class ContainsComparison(string id, string what) : IComparison
{
    protected const int Pairs = 1 << 18;

    private readonly (GridHandle Outer, GridHandle Inner)[] _pairs = new (GridHandle, GridHandle)[Pairs];
    private readonly (Country.Node Outer, Country.Node Inner)[] _nodes = new (Country.Node, Country.Node)[Pairs];
    private GridTree _tree = null!;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Core;

    public string What => what;

    public string Peer => "walking the parents of linked objects";

    public string Unit => "ns/query";

    public void Setup()
    {
        var random = new Numbers(7);
        var country = Country.Instance;
        _tree = country.Tree;
        for (var i = 0; i < Pairs; i++)
        {
            var (outer, inner) = Pick(_tree, random, i);
            _pairs[i] = (outer, inner);
            _nodes[i] = (country.Nodes[outer.Index], country.Nodes[inner.Index]);
        }
    }

    // Locals and spans on both sides: to write the position back and to check it each time would take as long as the answer.
    public long Ours(int n)
    {
        var (tree, answers) = (_tree, default(Answers));
        while (n > 0)
        {
            var part = _pairs.AsSpan(_nextOurs, Math.Min(n, Pairs - _nextOurs));
            foreach (var (outer, inner) in part)
                answers.Add(tree.Contains(outer, inner));
            n -= part.Length;
            _nextOurs = (_nextOurs + part.Length) % Pairs;
        }

        return answers.Sum;
    }

    public long Theirs(int n)
    {
        var answers = default(Answers);
        while (n > 0)
        {
            var part = _nodes.AsSpan(_nextTheirs, Math.Min(n, Pairs - _nextTheirs));
            foreach (var (outer, inner) in part)
                answers.Add(IsWithin(outer, inner));
            n -= part.Length;
            _nextTheirs = (_nextTheirs + part.Length) % Pairs;
        }

        return answers.Sum;
    }

    /// <summary>The pair of the i-th query.</summary>
    protected abstract (GridHandle Outer, GridHandle Inner) Pick(GridTree tree, Numbers random, int i);

    private static bool IsWithin(Country.Node outer, Country.Node? inner)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (ReferenceEquals(inner, outer))
                return true;
        }

        return false;
    }

    // A rotation and an addition an answer: a multiplication or a branch would take longer than the answer itself.
    private struct Answers
    {
        private ulong _sum;

        public readonly long Sum => (long)_sum;

        public void Add(bool answer) => _sum = ulong.RotateLeft(_sum, 5) + Unsafe.BitCast<bool, byte>(answer);
    }
}

/// <summary>Another pair each time: nothing of it is in a cache. One half are any two nodes, the other a node and one up to four above.</summary>
internal sealed class ContainsAgainstParents() : ContainsComparison(
    "core.grid.contains",
    "whether a node lies in a subtree of the country's 665,276 nodes; random pairs, half of the answers yes; both sides hold their nodes")
{
    protected override (GridHandle Outer, GridHandle Inner) Pick(GridTree tree, Numbers random, int i)
    {
        GridHandle inner = new(random.Next(tree.Count));
        GridHandle outer = new(random.Next(tree.Count));
        if (random.Next(2) == 0)
        {
            outer = inner;
            for (var up = random.Next(5); up > 0 && tree.TryGetParent(outer, out var parent); up--)
                outer = parent;
        }

        return (outer, inner);
    }
}

/// <summary>
/// One scope after the other, each against 256 nodes: rights, lists and counts of a province, city, district or street
/// in turn. Half of the nodes lie in the scope. It is asked by the same single calls.
/// </summary>
internal sealed class ContainsInScope() : ContainsComparison(
    "core.grid.contains.scope",
    "which of 256 random nodes lie in one province, city, district or street of the country, node by node; half do; both sides hold their nodes")
{
    private const int Asked = 256;
    private GridHandle _scope;

    protected override (GridHandle Outer, GridHandle Inner) Pick(GridTree tree, Numbers random, int i)
    {
        if (i % Asked == 0)
        {
            var level = (GridLevel)((i / Asked % 4) + 1);
            GridHandle? scope;
            do
                scope = tree.AncestorAt(new(random.Next(tree.Count)), level);
            while (scope is null);
            _scope = scope.Value;
        }

        var (start, length) = tree.SubtreeOf(_scope).GetOffsetAndLength(tree.Count);
        return (_scope, new(random.Next(2) == 0 ? start + random.Next(length) : random.Next(tree.Count)));
    }
}

/// <summary>Looking up a code that stands inside a longer text, as it does in a file or a request.</summary>
internal abstract class FindComparison(string id, string peer) : IComparison
{
    private const int Codes = 1 << 16;

    private readonly Range[] _ranges = new Range[Codes];
    private string _text = string.Empty;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Core;

    public string What => "finding a node of the country's 665,276 by a code given as a span; one code in eight is unknown";

    public string Peer => peer;

    public string Unit => "ns/lookup";

    protected Country Country { get; private set; } = null!;

    public virtual void Setup()
    {
        var random = new Numbers(8);
        var text = new System.Text.StringBuilder();
        Country = Country.Instance;
        for (var i = 0; i < Codes; i++)
        {
            var code = Country.Nodes[random.Next(Country.Nodes.Length)].Code;
            if (i % 8 == 0)
                code = Country.ByCode.ContainsKey($"{code[..^1]}9") ? $"{code}9" : $"{code[..^1]}9";
            _ranges[i] = text.Length..(text.Length + code.Length);
            text.Append(code).Append(',');
        }

        _text = text.ToString();
    }

    public long Ours(int n)
    {
        var tree = Country.Tree;
        var text = _text.AsSpan();
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, tree.TryFind(text[_ranges[_nextOurs++ & (Codes - 1)]], out var node) ? (int)tree.LevelOf(node) : -1);
        return sum;
    }

    public long Theirs(int n)
    {
        var text = _text.AsSpan();
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, Find(text[_ranges[_nextTheirs++ & (Codes - 1)]]) is { } node ? (int)node.Level : -1);
        return sum;
    }

    protected abstract Country.Node? Find(ReadOnlySpan<char> code);
}

/// <summary>A dictionary of strings has to be asked with a string.</summary>
internal sealed class FindAgainstSubstring() : FindComparison("core.grid.find", "Dictionary<string, Node>, which needs a substring")
{
    protected override Country.Node? Find(ReadOnlySpan<char> code) => Country.ByCode.GetValueOrDefault(code.ToString());
}

/// <summary>The same dictionary, by a caller who knows the lookup by span.</summary>
internal sealed class FindAgainstSpanLookup() : FindComparison("core.grid.find.span", "the same Dictionary by its alternate lookup, no substring")
{
    private Dictionary<string, Country.Node>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public override void Setup()
    {
        base.Setup();
        _bySpan = Country.ByCode.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    protected override Country.Node? Find(ReadOnlySpan<char> code) => _bySpan.TryGetValue(code, out var node) ? node : null;
}
