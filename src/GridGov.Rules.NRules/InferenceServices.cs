using System.Diagnostics.CodeAnalysis;
using GridGov.Rules.Inference;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers inference rules. Stateless and thread-safe.</summary>
public static class InferenceServices
{
    /// <summary>
    /// Registers an <see cref="InferenceEngine"/> as a singleton, compiled when it is first asked for. Rules get their
    /// constructor's arguments from the container's root, and what they resolve by <c>Dependency()</c> from a scope of each run.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Chooses the rules.</param>
    /// <returns>The services.</returns>
    [RequiresUnreferencedCode("NRules finds rules and their members by reflection.")]
    [RequiresDynamicCode("NRules compiles expressions at run time.")]
    public static IServiceCollection AddGridGovRules(this IServiceCollection services, Action<InferenceRules> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
#pragma warning disable RS0030 // The composition root is where an embedder chooses the clock; this is the choice for those who did not.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        return services.AddSingleton(provider =>
        {
            var rules = new InferenceRules();
            configure(rules);
            return InferenceEngine.Compile(rules, provider.GetRequiredService<TimeProvider>(), provider);
        });
    }
}
