using System.Diagnostics.CodeAnalysis;
using global::NRules.Fluent.Dsl;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Rules.Inference;

/// <summary>Makes rule classes, their constructors filled from services.</summary>
internal static class RuleMaker
{
    [RequiresUnreferencedCode("Rule classes are made by reflection.")]
    public static Rule Make(Type type, IServiceProvider? services) =>
        (Rule)(services is null ? Activator.CreateInstance(type)! : ActivatorUtilities.CreateInstance(services, type));
}
