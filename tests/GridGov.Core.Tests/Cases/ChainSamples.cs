namespace GridGov.Core.Tests;

/// <summary>The entries of one case from its opening to its end, each field of the log used at least once.</summary>
internal static class ChainSamples
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static readonly CaseEntry Opened = CaseChain.Seal(
        new()
        {
            Case = new("C-1"),
            Number = 1,
            At = new(2026, 7, 1, 9, 30, 0, Shanghai),
            Kind = EntryKind.Opened,
            By = new(new("acceptor-7"), new("centre"), Role.Acceptor),
            Trigger = "open",
            From = string.Empty,
            To = "受理",
            Lead = new("street-office"),
            StepDue = new(2026, 7, 1, 11, 30, 0, Shanghai),
            CaseDue = new(2026, 7, 3, 9, 30, 0, Shanghai),
            Lifecycle = new("eight-step", 1),
            Report = new()
            {
                Id = new("R-1"),
                At = new(2026, 7, 1, 9, 25, 30, 500, Shanghai),
                Grid = new("440310001001"),
                Class = new("01001"),
                Channel = "hotline",
                Description = new("a private text"),
                Contact = new("a private number"),
            },
        },
        default);

    public static readonly CaseEntry Assigned = CaseChain.Seal(
        new()
        {
            Case = Opened.Case,
            Number = 2,
            At = new(2026, 7, 1, 10, 0, 0, Shanghai),
            Kind = EntryKind.Moved,
            By = new(new("dispatcher-1"), new("centre"), Role.Dispatcher),
            Trigger = "assign",
            From = "受理",
            To = "转办",
            Lead = new("water-bureau"),
            Handler = new("handler-3"),
            StepDue = new(2026, 7, 2, 10, 0, 0, Shanghai),
            CaseDue = Opened.CaseDue,
            Note = "井盖 🚲",
        },
        Opened.Hash);

    public static readonly CaseEntry Urged = CaseChain.Seal(
        new()
        {
            Case = Opened.Case,
            Number = 3,
            At = new(2026, 7, 2, 10, 0, 0, Shanghai),
            Kind = EntryKind.Urged,
            By = Actor.System,
            Trigger = "urge",
            From = "转办",
            To = "转办",
            Lead = Assigned.Lead,
            Handler = Assigned.Handler,
            StepDue = new(2026, 7, 2, 14, 0, 0, Shanghai),
            CaseDue = Opened.CaseDue,
        },
        Assigned.Hash);

    public static readonly CaseEntry Closed = CaseChain.Seal(
        new()
        {
            Case = Opened.Case,
            Number = 4,
            At = new(2026, 7, 2, 12, 0, 0, Shanghai),
            Kind = EntryKind.Moved,
            By = new(new("verifier-2"), new("centre"), Role.Verifier),
            Trigger = "archive",
            From = "转办",
            To = "归档",
            Ends = true,
            Lead = Assigned.Lead,
            CaseDue = Opened.CaseDue,
        },
        Urged.Hash);

    public static CaseEntry[] All => [Opened, Assigned, Urged, Closed];
}
