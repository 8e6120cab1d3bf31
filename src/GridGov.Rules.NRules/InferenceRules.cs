using System.Reflection;
using global::NRules.Fluent.Dsl;

namespace GridGov.Rules.Inference;

/// <summary>
/// The rules of an <see cref="InferenceEngine"/>, being chosen: NRules classes that vendors write (推理规则). Not thread-safe;
/// what is compiled from it is.
/// </summary>
public sealed class InferenceRules
{
    private readonly List<Assembly> _assemblies = [];
    private readonly List<Type> _types = [];

    /// <summary>The name of the rule set, as it stands in refusals.</summary>
    public string Id { get; set; } = "inference";

    /// <summary>The version of the rule set, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>
    /// After how many firings a run is stopped, from 1: rules that feed one another without an end would go on for ever. Ten
    /// thousand unless set.
    /// </summary>
    public int MostFirings { get; set; } = 10_000;

    /// <summary>After what time a run is stopped; ten seconds unless set. It is looked at between two firings.</summary>
    public TimeSpan MostTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Takes every rule class of an assembly. Classes that are not public, or nested, are not taken; they are told by
    /// <see cref="InferenceEngine.Skipped"/>, so that a missing <c>public</c> does not lose a rule in silence.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>These rules.</returns>
    public InferenceRules FromAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Takes every rule class of the assembly in which a type is.</summary>
    /// <typeparam name="T">A type of the assembly.</typeparam>
    /// <returns>These rules.</returns>
    public InferenceRules FromAssemblyOf<T>() => FromAssembly(typeof(T).Assembly);

    /// <summary>Takes one rule class, public or not.</summary>
    /// <typeparam name="TRule">The class.</typeparam>
    /// <returns>These rules.</returns>
    public InferenceRules Add<TRule>()
        where TRule : Rule
    {
        _types.Add(typeof(TRule));
        return this;
    }

    internal Type[] Chosen() => [.. _assemblies.Distinct().SelectMany(RuleTypes).Where(IsTaken).Concat(_types).Distinct()
        .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    internal Type[] Left() => [.. _assemblies.Distinct().SelectMany(RuleTypes).Where(t => !IsTaken(t)).Except(_types)
        .OrderBy(t => t.FullName, StringComparer.Ordinal)];

    private static IEnumerable<Type> RuleTypes(Assembly assembly) =>
        assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(Rule).IsAssignableFrom(t));

    private static bool IsTaken(Type type) => type is { IsPublic: true, IsNested: false };
}
