using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace GridGov.Benchmarks;

/// <summary>The BenchmarkDotNet runs.</summary>
internal static class FullRuns
{
    private static readonly string[] Informing = ["--list", "--help", "--version", "--info"];

    /// <summary>Every class, in the order of <see cref="AllComparisons"/>.</summary>
    public static IReadOnlyList<Versus> Make()
    {
        var order = AllComparisons.Make().Select(c => c.Id).ToList();
        return [.. typeof(Versus).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Versus)))
            .Select(t => (Versus)Activator.CreateInstance(t)!)
            .OrderBy(v => order.IndexOf(v.Comparison.Id))];
    }

    /// <summary>Hands the arguments to BenchmarkDotNet; none means every class.</summary>
    /// <returns>0, 1 when a benchmark failed, 2 when nothing was run.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0)
            arguments = ["--filter", "*"];
        var config = DefaultConfig.Instance.WithArtifactsPath(Artifacts.Folder);
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Versus).Assembly).Run(arguments, config).ToList();
        if (summaries.Count == 0)
            return arguments.Any(a => Informing.Contains(a.Split('=')[0], StringComparer.Ordinal)) ? 0 : 2;
        return summaries.Any(s => s.HasCriticalValidationErrors || s.Reports.Any(r => !r.Success)) ? 1 : 0;
    }
}
