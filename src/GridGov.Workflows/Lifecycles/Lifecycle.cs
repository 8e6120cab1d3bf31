namespace GridGov.Workflows;

/// <summary>Where a lifecycle that is written in C# begins. Stateless; thread-safe.</summary>
/// <example>
/// <code>
/// var repair = Lifecycle.Named("repair", 1)
///     .Step("accept", "Accept", "受理").OwnedBy(Role.Dispatcher).Within(TimeLimit.WorkHours(4))
///         .On("assign", "assign", "派遣").By(Role.Dispatcher).If(Guard.NamesHandler).Assigns().To("handle")
///     .Step("handle", "Handle", "处置").OwnedBy(Role.Handler).WithinCaseLimit().HoldsHandler()
///         .On("report", "report the result", "处置反馈").By(Role.Handler).If(Guard.IsTheHandler).Needs(CommandNeeds.Note).To("check")
///     .Step("check", "Check", "核查").OwnedBy(Role.Verifier).Within(TimeLimit.WorkDays(1))
///         .On("verify", "verify", "核查通过").By(Role.Verifier).If(Guard.NotAHandler).To("archive")
///         .On("rework", "send back", "返工").By(Role.Verifier).If(Guard.NotAHandler).Records(EntryKind.Reworked).To("handle")
///     .End("archive", "Archive", "归档")
///     .Freeze();
/// </code>
/// </example>
public static class Lifecycle
{
    /// <summary>Begins a lifecycle.</summary>
    /// <param name="id">The stable name.</param>
    /// <param name="version">The version, from 1; raise it whenever anything changes.</param>
    public static LifecycleBuilder Named(string id, int version = 1) => new(new LifecycleDraft(id, version));
}
