using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>A case that nobody handles yet, with what its waiting has brought about. Guarded by the book's lock.</summary>
internal sealed class OpenPlace(Case @case)
{
    public CaseId Id { get; } = @case.Id;

    public DateTimeOffset Since { get; } = @case.StepSince;

    public DateTimeOffset? Due { get; } = @case.CaseDue;

    public int Priority { get; init; }

    public DutyCode? Duty { get; init; }

    public ValueList<RelaxingNeeds> Relaxing { get; init; }

    public DispatchStanding? Standing { get; set; }

    public (long Key, CaseId Case) Place { get; set; }

    public List<ActorId> Asked { get; } = [];

    public HashSet<ActorId> AskedBefore { get; } = [];

    public ValueList<ActorId> Declined { get; set; }

    public OfferTerms? Offer { get; set; }

    public BoardTerms? Board { get; set; }

    /// <summary>Whether it has hung on the board for its time.</summary>
    public bool IsBoardOver { get; set; }

    public DateTimeOffset? Until { get; set; }

    public HashSet<int> Fired { get; } = [];

    public int ExtraPriority { get; set; }

    public bool IsMadeUrgent { get; set; }

    public int WidenedBy { get; set; }
}
