namespace GridGov.Workflows.Tests;

/// <summary>A small lifecycle with a group, side roads and every kind of way, written fluently.</summary>
internal static class Repair
{
    public static readonly LifecycleDefinition Loop = Define().Freeze();

    public static LifecycleBuilder Define(int version = 1, int handOnHours = 4, string check = "check", int checkDays = 1) => Lifecycle.Named("repair", version)
        .Step("accept", "Accept", "受理", "open").OwnedBy(Role.Dispatcher).Within(TimeLimit.WorkHours(handOnHours)).WhenDue("urge")
            .On("assign", "assign", "派遣").By(Role.System, Role.Dispatcher).If(Guard.NamesHandler).Assigns().To("handle")
            .On("urge", "urge", "督办").By(Role.System).If(Guard.StepIsDue, Guard.UrgedFewerThan(3)).Records(EntryKind.Urged)
        .Group("open", "Open", "在办")
            .On("annotate", "annotate", "补充").By(Role.Dispatcher, Role.Handler).Needs(CommandNeeds.Note).Records(EntryKind.Noted)
            .On("suspend", "suspend", "挂账").By(Role.Supervisor).Needs(CommandNeeds.Until).Records(EntryKind.Suspended)
            .On("resume", "resume", "恢复").By(Role.System, Role.Supervisor).Records(EntryKind.Resumed)
            .On("recall", "recall", "收回").By(Role.Supervisor).Releases().To("accept")
            .On("void", "void", "作废").By(Role.Supervisor).If(Guard.NotAHandler).To("voided")
        .Step("handle", "Handle", "处置", "open").OwnedBy(Role.Handler).WithinCaseLimit().HoldsHandler()
            .On("report", "report the result", "处置反馈").By(Role.Handler).If(Guard.IsTheHandler).Needs(CommandNeeds.Note)
                .Asks(EvidenceKind.PhotoBefore).Asks(EvidenceKind.PhotoAfter, withinMetres: 50).To(check)
            .On("extend", "extend", "延期").By(Role.Supervisor).Needs(CommandNeeds.Authority).Records(EntryKind.Extended)
        .Step(check, "Check", "核查").OwnedBy(Role.Verifier).Within(TimeLimit.WorkDays(checkDays))
            .On("verify", "verify", "核查通过").By(Role.Verifier).If(Guard.NotAHandler).Judges().To("archive")
            .On("rework", "send back", "返工").By(Role.Verifier).If(Guard.NotAHandler).Judges().Records(EntryKind.Reworked).To("handle")
            .On("urge").By(Role.System).If(Guard.StepIsDue).Records(EntryKind.Urged)
        .End("archive", "Archive", "归档")
        .End("voided", "Voided", "作废");
}
