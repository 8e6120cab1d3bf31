namespace GridGov;

/// <summary>
/// What an entry of the case log records. The kind decides how the case folds: what is counted, and whether the clock of
/// the step starts again (<see cref="EntryKinds.KeepsClock"/>).
/// </summary>
public enum EntryKind
{
    /// <summary>The case was opened from a report.</summary>
    Opened = 1,

    /// <summary>The case took a step of its lifecycle.</summary>
    Moved = 2,

    /// <summary>A deadline passed and the next level up was told (督办); the case may have changed its step.</summary>
    Urged = 3,

    /// <summary>Something was written down, or evidence added (补充); nothing else changed.</summary>
    Noted = 4,

    /// <summary>A share of a limit is used up, and those who answer were told (预警).</summary>
    Warned = 5,

    /// <summary>The limit of the case was extended (延期).</summary>
    Extended = 6,

    /// <summary>The clocks were stopped until a date (挂账).</summary>
    Suspended = 7,

    /// <summary>The clocks run again after a suspension (恢复).</summary>
    Resumed = 8,

    /// <summary>A level above was called in to decide (升级).</summary>
    Escalated = 9,

    /// <summary>The body to which it was handed sent it back as wrongly dispatched (退回).</summary>
    Returned = 10,

    /// <summary>It was decided, after a return, whose it is (裁定): it cannot be returned again.</summary>
    Adjudicated = 11,

    /// <summary>A body was called to support (吹哨).</summary>
    Called = 12,

    /// <summary>A body that was called has reported in (报到).</summary>
    ReportedIn = 13,

    /// <summary>A body that was called has done its part.</summary>
    PartDone = 14,

    /// <summary>A handler stepped aside (回避).</summary>
    Recused = 15,

    /// <summary>The case was joined to another about the same matter (合并).</summary>
    Linked = 16,

    /// <summary>The lead body confirmed that the matter is handled (处置完毕): the clock of the case stops.</summary>
    Handled = 17,

    /// <summary>The result did not hold and was sent back (返工): the clock of the case runs on.</summary>
    Reworked = 18,

    /// <summary>The reporter was not content and the case was taken up again (重办).</summary>
    Reopened = 19,

    /// <summary>The case runs under another lifecycle version from now on (迁移).</summary>
    Migrated = 20,

    /// <summary>The body that handles it has spoken to the reporter (响应).</summary>
    Responded = 21,
}

/// <summary>What follows from the kind of an entry. Stateless; thread-safe.</summary>
public static class EntryKinds
{
    /// <summary>
    /// Whether an entry of this kind leaves the clock of the step running as it was. All others start it again, also when
    /// the case stays in its step.
    /// </summary>
    /// <param name="kind">The kind.</param>
    public static bool KeepsClock(EntryKind kind) => kind is
        EntryKind.Noted or EntryKind.Warned or EntryKind.Extended or EntryKind.Suspended or EntryKind.Resumed
        or EntryKind.Escalated or EntryKind.Called or EntryKind.ReportedIn or EntryKind.PartDone or EntryKind.Recused
        or EntryKind.Migrated;
}
