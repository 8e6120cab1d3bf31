namespace GridGov;

/// <summary>What stays as the case was opened, and the lifecycle version, which changes by a migration only. Immutable.</summary>
internal sealed record CaseOrigin(CaseId Id, Report Report, DateTimeOffset OpenedAt, TimeLimit? Limit, LifecycleVersion Lifecycle);
