namespace GridGov.Benchmarks;

/// <summary>Whether a node lies in another's subtree.</summary>
internal sealed class ContainsAgainstParents : IComparison
{
    private const int Pairs = 1 << 14;

    private readonly (int Outer, int Inner)[] _pairs = new (int, int)[Pairs];
    private GridForest _forest = null!;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => "core.grid.contains";

    public string Area => Areas.Core;

    public string What => "whether a node lies in a subtree of a tree of 100,000 nodes; half of the answers are yes";

    public string Peer => "walking the parents of linked objects";

    public string Unit => "ns/query";

    public void Setup()
    {
        var random = new Numbers(7);
        _forest = new();
        for (var i = 0; i < Pairs; i++)
        {
            var inner = random.Next(GridForest.Count);
            _pairs[i] = (random.Next(GridForest.Count), inner);
            if (i % 2 == 0)
            {
                var node = _forest.Nodes[inner];
                for (var up = random.Next(7); up > 0 && node.Parent is { } parent; up--)
                    node = parent;
                _pairs[i].Outer = node.Number;
            }
        }
    }

    public long Ours(int n)
    {
        var tree = _forest.Tree;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var (outer, inner) = _pairs[_nextOurs++ & (Pairs - 1)];
            sum = Checksum.Add(sum, tree.Contains(new(outer), new(inner)) ? 1 : 0);
        }

        return sum;
    }

    public long Theirs(int n)
    {
        var nodes = _forest.Nodes;
        long sum = 0;
        for (var i = 0; i < n; i++)
        {
            var (outer, inner) = _pairs[_nextTheirs++ & (Pairs - 1)];
            sum = Checksum.Add(sum, IsWithin(nodes[outer], nodes[inner]) ? 1 : 0);
        }

        return sum;
    }

    private static bool IsWithin(GridForest.Node outer, GridForest.Node? inner)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (ReferenceEquals(inner, outer))
                return true;
        }

        return false;
    }
}

/// <summary>Looking up a code that stands inside a longer text, as it does in a file or a request.</summary>
internal abstract class FindComparison(string id, string peer) : IComparison
{
    private const int Codes = 1 << 14;

    private readonly Range[] _ranges = new Range[Codes];
    private GridForest _forest = null!;
    private string _text = string.Empty;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Core;

    public string What => "finding a node of 100,000 by a code given as a span; one code in eight is unknown";

    public string Peer => peer;

    public string Unit => "ns/lookup";

    protected Dictionary<string, GridForest.Node> ByCode { get; private set; } = [];

    public virtual void Setup()
    {
        var random = new Numbers(8);
        var text = new System.Text.StringBuilder();
        _forest = new();
        ByCode = _forest.Nodes.ToDictionary(n => n.Code, StringComparer.Ordinal);
        for (var i = 0; i < Codes; i++)
        {
            var code = _forest.Nodes[random.Next(GridForest.Count)].Code;
            if (i % 8 == 0)
                code = $"{code[..^1]}x";
            _ranges[i] = text.Length..(text.Length + code.Length);
            text.Append(code).Append(',');
        }

        _text = text.ToString();
    }

    public long Ours(int n)
    {
        var tree = _forest.Tree;
        var text = _text.AsSpan();
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, tree.TryFind(text[_ranges[_nextOurs++ & (Codes - 1)]], out var node) ? node.Index : -1);
        return sum;
    }

    public long Theirs(int n)
    {
        var text = _text.AsSpan();
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, Find(text[_ranges[_nextTheirs++ & (Codes - 1)]])?.Number ?? -1);
        return sum;
    }

    protected abstract GridForest.Node? Find(ReadOnlySpan<char> code);
}

/// <summary>A dictionary of strings has to be asked with a string.</summary>
internal sealed class FindAgainstSubstring() : FindComparison("core.grid.find", "Dictionary<string, Node>, which needs a substring")
{
    protected override GridForest.Node? Find(ReadOnlySpan<char> code) => ByCode.GetValueOrDefault(code.ToString());
}

/// <summary>The same dictionary, by a caller who knows the lookup by span.</summary>
internal sealed class FindAgainstSpanLookup() : FindComparison("core.grid.find.span", "the same Dictionary by its alternate lookup, no substring")
{
    private Dictionary<string, GridForest.Node>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public override void Setup()
    {
        base.Setup();
        _bySpan = ByCode.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    protected override GridForest.Node? Find(ReadOnlySpan<char> code) => _bySpan.TryGetValue(code, out var node) ? node : null;
}
