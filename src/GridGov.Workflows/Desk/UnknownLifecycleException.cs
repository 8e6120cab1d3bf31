namespace GridGov.Workflows;

/// <summary>A case in the store runs under a lifecycle version that the city was not given.</summary>
/// <param name="case">The case.</param>
/// <param name="version">The version that is missing.</param>
public sealed class UnknownLifecycleException(CaseId @case, LifecycleVersion version) : InvalidOperationException(
    $"Case {@case} runs under {version}, which this city does not know.\nAdd that definition to GridGovOptions.FormerLifecycles.")
{
    /// <summary>The case.</summary>
    public CaseId Case { get; } = @case;

    /// <summary>The version that is missing.</summary>
    public LifecycleVersion Version { get; } = version;
}
