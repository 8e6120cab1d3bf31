using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// Quorum rules by name: the statutory ones that are carried along, or a city's own from JSON. Frozen and thread-safe.
/// </summary>
public sealed class QuorumRules
{
    private static readonly Lazy<QuorumRules> Carried = new(ReadStatutory);

    private readonly Dictionary<string, QuorumRule> _rules;

    private QuorumRules(Dictionary<string, QuorumRule> rules, ValueList<QuorumRule> all)
    {
        _rules = rules;
        All = all;
    }

    /// <summary>
    /// The rules of national law that are carried along: owners (民法典 278 and 279), villagers (村民委员会组织法 22, 26,
    /// 28), residents (城市居民委员会组织法 9 and 10), and the members' assembly of the four deliberations (四议两公开).
    /// The laws were read in a public transcription, the last in a secondary source: check the gazette before relying on them.
    /// </summary>
    public static QuorumRules Statutory => Carried.Value;

    /// <summary>All rules, in the order of the document.</summary>
    public ValueList<QuorumRule> All { get; }

    /// <summary>A rule by its name.</summary>
    /// <param name="id">The name, for instance <c>owners.special</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message lists the names.</exception>
    public QuorumRule this[string id] => TryFind(id, out var rule)
        ? rule
        : throw new KeyNotFoundException($"There is no quorum rule \"{id}\"; there are {string.Join(", ", All.Select(r => r.Id))}.");

    /// <summary>A rule by its name, if there is one.</summary>
    /// <param name="id">The name.</param>
    /// <param name="rule">The rule, or null.</param>
    public bool TryFind(string id, [NotNullWhen(true)] out QuorumRule? rule) => _rules.TryGetValue(id, out rule);

    /// <summary>Freezes rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <exception cref="DefinitionException">Two have one name, a version is below 1, or a text is missing; every fault.</exception>
    public static QuorumRules Freeze(IEnumerable<QuorumRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var all = ValueList.From(rules);
        var byId = new Dictionary<string, QuorumRule>(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var (i, rule) in all.Index())
        {
            var where = Invariant($"rules[{i}]");
            if (!TextId.IsValid(rule.Id, out var reason))
                faults.Add(new(where, $"the id: {reason}"));
            else if (!byId.TryAdd(rule.Id, rule))
                faults.Add(new(where, $"there is another rule named {rule.Id}"));
            if (rule.Version < 1)
                faults.Add(new(where, Invariant($"version {rule.Version}; versions begin at 1")));
            if (string.IsNullOrWhiteSpace(rule.Name.En) || string.IsNullOrWhiteSpace(rule.Name.Zh))
                faults.Add(new(where, "the name is missing in English or Chinese"));
            if (string.IsNullOrWhiteSpace(rule.Basis.Instrument))
                faults.Add(new(where, "the legal basis is missing"));
        }

        return faults.Count == 0 ? new(byId, all) : throw new DefinitionException("quorum rules", faults);
    }

    /// <summary>Reads rules from JSON; the form is in docs/formats.md.</summary>
    /// <param name="utf8">The document.</param>
    /// <exception cref="DefinitionException">It is not of the format, or has faults; each with its place.</exception>
    public static QuorumRules FromJson(ReadOnlySpan<byte> utf8) => Freeze(QuorumRulesJson.Read(utf8));

    /// <summary>The rules as JSON that <see cref="FromJson"/> reads back.</summary>
    public byte[] ToJson() => QuorumRulesJson.Write(All);

    private static QuorumRules ReadStatutory()
    {
        using var stream = typeof(QuorumRules).Assembly.GetManifestResourceStream("GridGov.Community.statutory-quorums.json")
            ?? throw new JsonException("The statutory quorums are not in the assembly.");
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return FromJson(utf8);
    }
}
