namespace GridGov.Benchmarks;

/// <summary>The areas by which comparisons are chosen.</summary>
internal static class Areas
{
    public const string Core = "core";
    public const string Lifecycle = "lifecycle";
    public const string Clocks = "clocks";
    public const string Audit = "audit";
    public const string Assignment = "assignment";
    public const string Plan = "plan";
    public const string Rules = "rules";
    public const string Storage = "storage";
    public const string Community = "community";

    public static IReadOnlyList<string> All { get; } = [Core, Lifecycle, Clocks, Audit, Assignment, Plan, Rules, Storage, Community];
}
