namespace GridGov.Workflows;

/// <summary>
/// The side roads that all built-in lifecycles share, by the names that stand in the log: returned, suspended, extended,
/// joined, voided and closed by force. What each asks for is in docs/lifecycle-eight-step.md.
/// </summary>
public static class SideRoads
{
    /// <summary>A group: every open step.</summary>
    public const string Open = "open";

    /// <summary>A group: every open step before the result is reported.</summary>
    public const string Pending = "pending";

    /// <summary>A group: the steps in which somebody handles the case.</summary>
    public const string Handling = "handling";

    /// <summary>退回: sent back as wrongly dispatched; it is decided whose it is.</summary>
    public const string Returned = "returned";

    /// <summary>并案: joined to another case about the same matter; it closes with that one.</summary>
    public const string Linked = "linked";

    /// <summary>不予受理: an end; not ours, or outside the criteria.</summary>
    public const string NotAccepted = "not-accepted";

    /// <summary>作废: an end; entered by mistake or withdrawn.</summary>
    public const string Voided = "voided";

    /// <summary>并案办结: an end; the case that it was joined to was closed.</summary>
    public const string Merged = "merged";

    /// <summary>强制结案: an end; closed by a named authority.</summary>
    public const string ForceClosed = "force-closed";

    /// <summary>What can be done, by the names that stand in the log.</summary>
    public static class Triggers
    {
        /// <summary>督办: tell the next level up that a step is late.</summary>
        public const string Urge = "urge";

        /// <summary>备注: write something down.</summary>
        public const string Note = "note";

        /// <summary>不予受理: do not accept it.</summary>
        public const string NotAccept = "not-accept";

        /// <summary>上传: a worker adds evidence; the clock runs on.</summary>
        public const string Upload = "upload";

        /// <summary>退回: send it back as wrongly dispatched.</summary>
        public const string Return = "return";

        /// <summary>裁定: decide whose it is.</summary>
        public const string Adjudicate = "adjudicate";

        /// <summary>延期: extend its limit.</summary>
        public const string Extend = "extend";

        /// <summary>挂账: stop its clocks until a date.</summary>
        public const string Suspend = "suspend";

        /// <summary>恢复: let its clocks run again.</summary>
        public const string Resume = "resume";

        /// <summary>回避: the handler steps aside.</summary>
        public const string Recuse = "recuse";

        /// <summary>认领: somebody took it from the board.</summary>
        public const string Claim = "claim";

        /// <summary>移交: take it from its handler, so that somebody else handles it.</summary>
        public const string HandOver = "hand-over";

        /// <summary>并案: join it to another case.</summary>
        public const string Link = "link";

        /// <summary>撤销并案: part it from the case that it was joined to.</summary>
        public const string Unlink = "unlink";

        /// <summary>并案办结: close it with the case that it was joined to.</summary>
        public const string Merge = "merge";

        /// <summary>作废: void it.</summary>
        public const string Void = "void";

        /// <summary>强制结案: close it by a named authority.</summary>
        public const string ForceClose = "force-close";

        /// <summary>未联系上: the reporter was not reached.</summary>
        public const string NotReached = "not-reached";

        /// <summary>重办: take it up again.</summary>
        public const string Reopen = "reopen";
    }
}
