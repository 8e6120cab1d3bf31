using CityDay.Results;
using GridGov;
using GridGov.Workflows;

namespace CityDay.Tests.Results;

/// <summary>Entries of a log, made by hand.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8));

    public static CaseEntry Opened(string id, DateTimeOffset at, DateTimeOffset? due = null, string kind = "市容环卫") => Entry(id, 1, at, "open", "", EightStep.Accept) with
    {
        Kind = EntryKind.Opened,
        CaseDue = due ?? at.AddDays(1),
        Lifecycle = new("eight-step", 1),
        Report = new() { Id = new(id), At = at, Grid = new("LJ0101001"), Class = new(kind), Channel = "12345" },
    };

    public static CaseEntry Entry(string id, int number, DateTimeOffset at, string trigger, string from, string to) => new()
    {
        Case = new(id),
        Number = number,
        At = at,
        Kind = trigger switch
        {
            EightStep.Triggers.Urge => EntryKind.Urged,
            EightStep.Triggers.Report => EntryKind.Handled,
            EightStep.Triggers.Rework => EntryKind.Reworked,
            _ => EntryKind.Moved,
        },
        By = Actor.System,
        Trigger = trigger,
        From = from,
        To = to,
        Ends = to == EightStep.Archive,
        Lead = new("center"),
    };

    public static Task<LogTally> TallyAsync(params IEnumerable<CaseEntry> entries) => LogTally.ReadAsync(entries.ToAsyncEnumerable());
}
