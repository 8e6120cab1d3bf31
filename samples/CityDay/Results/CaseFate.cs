using GridGov;
using GridGov.Workflows;

namespace CityDay.Results;

/// <summary>What the log says of one case.</summary>
internal sealed class CaseFate(CaseEntry opened)
{
    public CaseEntry Opened { get; } = opened;

    public CaseEntry Last { get; private set; } = opened;

    /// <summary>When the result was last reported.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    public bool WasAssigned { get; private set; }

    public int Urgings { get; private set; }

    public int Reworks { get; private set; }

    public DateTimeOffset Due => Opened.CaseDue!.Value;

    public string Class => Opened.Report!.Class.Value;

    /// <summary>Every result that was reported, by whom and when.</summary>
    public List<(ActorId By, DateTimeOffset At)> Results { get; } = [];

    public void Follow(CaseEntry entry)
    {
        if (entry.Kind == EntryKind.Urged)
            Urgings++;
        if (entry.Kind == EntryKind.Handled)
        {
            HandledAt = entry.At;
            Results.Add((entry.By.Id, entry.At));
        }

        if (entry.Kind == EntryKind.Reworked)
            Reworks++;
        WasAssigned |= entry.Handler is not null;
        Last = entry;
    }

    /// <summary>True: handled in time; false: handled late, or open past its deadline; null: open and not yet due.</summary>
    public bool? IsOnTime(DateTimeOffset asOf) => HandledAt is { } handled ? handled <= Due : asOf > Due ? false : null;
}
