using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using global::NRules;
using global::NRules.Fluent;
using global::NRules.Fluent.Dsl;
using global::NRules.RuleModel;
using static System.FormattableString;

namespace GridGov.Rules.Inference;

/// <summary>
/// Runs inference rules over facts (推理): what joins and counts over many facts, where a decision table looks at one.
/// Compiled once; each run has the working memory to itself and leaves nothing in it. Thread-safe: runs do not see one
/// another. Facts are the same fact only if they are the same object.
/// </summary>
[RequiresUnreferencedCode("NRules finds rules and their members by reflection.")]
[RequiresDynamicCode("NRules compiles expressions at run time.")]
public sealed class InferenceEngine
{
    private readonly ConcurrentBag<ISession> _pool = [];
    private readonly ISessionFactory _factory;
    private readonly IServiceProvider? _services;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private readonly int _mostFirings;
    private readonly TimeSpan _mostTime;

    private InferenceEngine(InferenceRules rules, ISessionFactory factory, ValueList<string> names, IServiceProvider? services, TimeProvider clock)
    {
        _factory = factory;
        _services = services;
        _clock = clock;
        _name = Invariant($"{rules.Id} v{rules.Version}");
        _mostFirings = rules.MostFirings;
        _mostTime = rules.MostTime;
        Rules = names;
        Skipped = ValueList.From(rules.Left().Select(t => new SkippedRule(
            t.FullName!, t.IsNested ? "it is nested in another class: add it by name, or move it out" : "it is not public: make it public, or add it by name")));
    }

    /// <summary>The names of the rules, in ordinal order.</summary>
    public ValueList<string> Rules { get; }

    /// <summary>The rule classes of the assemblies that are not taken, and why.</summary>
    public ValueList<SkippedRule> Skipped { get; }

    /// <summary>Compiles rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="clock">For the time after which a run is stopped.</param>
    /// <param name="services">What rules get by their constructors and by <c>Dependency()</c>; null where they need nothing.</param>
    /// <exception cref="InferenceException">There is no rule, two have one name, a class cannot be made, or a rule cannot be compiled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not above 0.</exception>
    public static InferenceEngine Compile(InferenceRules rules, TimeProvider clock, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(rules.MostFirings, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rules.MostTime, TimeSpan.Zero);
        var set = Invariant($"{rules.Id} v{rules.Version}");
        var definitions = Definitions(rules, set, services);
        try
        {
            // NRules takes equal facts for one; two reports that say the same are two reports.
            var compiler = new RuleCompiler();
            compiler.FactIdentityComparerRegistry.DefaultFactIdentityComparer = ReferenceEqualityComparer.Instance;
            return new(rules, compiler.Compile(definitions), ValueList.From(definitions.Select(d => d.Name).Order(StringComparer.Ordinal)), services, clock);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InferenceException(set, "(set)", e.Message, e);
        }
    }

    /// <summary>Lets the rules fire on facts until nothing is left to fire.</summary>
    /// <param name="facts">The facts; each object once. Their order decides the order of firings of one priority.</param>
    /// <param name="cancellationToken">Stops between two firings.</param>
    /// <returns>
    /// What the rules found and why; or a refusal that names the rule: it threw, or the rules did not settle within their
    /// limits. A refused run has found nothing.
    /// </returns>
    /// <exception cref="ArgumentException">A fact is null, or stands twice.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Outcome<InferenceResult> Run(IEnumerable<object> facts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        object[] given = [.. facts];
        var known = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (!Array.TrueForAll(given, f => f is not null && known.Add(f)))
            throw new ArgumentException("A fact is null, or the same object stands twice.", nameof(facts));
        cancellationToken.ThrowIfCancellationRequested();
        var session = _pool.TryTake(out var pooled) ? pooled : _factory.CreateSession();
        using var scope = new RunScope(session, _services, given);
        try
        {
            if (Fire(session, scope, given, cancellationToken) is { } refusal)
                return refusal;
            var result = new InferenceResult { Findings = scope.Findings(), Firings = scope.Firings() };
            if (scope.Clear())
                _pool.Add(session);
            return result;
        }
        catch (RuleExpressionEvaluationException e)
        {
            // A session in which something failed half-way is not used again.
            return Threw(scope.Failed ?? "(unknown)", e);
        }
    }

    private Refusal? Fire(ISession session, RunScope scope, object[] given, CancellationToken cancellationToken)
    {
        var since = _clock.GetTimestamp();
        session.InsertAll(given);
        for (var fired = 0; fired < _mostFirings; fired++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (session.Fire(1, cancellationToken) == 0)
                return null;
            if (_clock.GetElapsedTime(since) > _mostTime)
                return Unsettled(scope, Invariant($"{_mostTime.TotalSeconds:0.###} s"), Invariant($"{_mostTime.TotalSeconds:0.###}秒"));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return session.Agenda.IsEmpty ? null : Unsettled(scope, Invariant($"{_mostFirings} firings"), Invariant($"{_mostFirings}次触发"));
    }

    private Refusal Unsettled(RunScope scope, string en, string zh)
    {
        // What fired last is what feeds itself.
        var rules = scope.Firings().TakeLast(20).Select(f => f.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return new()
        {
            Code = "rules.unsettled",
            Summary = new($"the rules {_name} were stopped: they do not settle", $"规则集{_name}未能收敛，已停止"),
            Unmet = ValueList.From(rules.Select(r => new UnmetCondition("rules.unsettled", new($"\"{r}\" stops firing within {en}", $"规则“{r}”在{zh}内停止触发")))),
            Remedy = new("let no rule bring about what it fires on, or raise the limit", "避免规则触发自身条件，或提高上限"),
        };
    }

    private Refusal Threw(string rule, Exception e)
    {
        var cause = e.GetBaseException().GetType().Name;
        return new()
        {
            Code = "rules.threw",
            Summary = new($"nothing is decided: a rule of {_name} failed", $"不作决定：规则集{_name}中的规则出错"),
            Unmet = [new("rules.threw", new($"\"{rule}\" ends without an error; it threw {cause}", $"规则“{rule}”正常结束；实际抛出{cause}"))],
            Remedy = new("mend the rule and run it again", "修正规则后重新运行"),
        };
    }

    private static IRuleDefinition[] Definitions(InferenceRules rules, string set, IServiceProvider? services)
    {
        var types = rules.Chosen();
        if (types.Length == 0)
            throw new InferenceException(set, "(set)", "there is no rule in it.", null);
        var factory = new RuleDefinitionFactory();
        var definitions = new List<IRuleDefinition>(types.Length);
        foreach (var type in types)
        {
            try
            {
                definitions.Add(factory.Create([RuleMaker.Make(type, services)]).Single());
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                throw new InferenceException(set, type.FullName!, e.GetBaseException().Message, e);
            }
        }

        return definitions.GroupBy(d => d.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
            ? throw new InferenceException(set, twice.Key, "two rules have this name.", null)
            : [.. definitions];
    }
}
