using GridGov.Rules;

namespace GridGov.Workflows;

/// <summary>
/// A burdened body's objection to a task that it was handed (抗辩), whether the list refuses the task or not. Immutable and thread-safe.
/// </summary>
public sealed record DutyObjection
{
    /// <summary>The objection's number; the report of its case has the same.</summary>
    public required ReportId Id { get; init; }

    /// <summary>The body that objects.</summary>
    public required BodyId Burdened { get; init; }

    /// <summary>The body that set the task and is to reply.</summary>
    public required BodyId Against { get; init; }

    /// <summary>The item under which the task was handed down.</summary>
    public required DutyCode Duty { get; init; }

    /// <summary>The codes of the reasons that the list gives, in its order; empty where the list allows the task.</summary>
    public ValueList<string> Reasons { get; init; }

    /// <summary>The objection to a task, with the reasons that the list gives.</summary>
    /// <param name="id">The objection's number.</param>
    /// <param name="request">The task; it says who handed it to whom.</param>
    /// <param name="verdict">What the list says of it.</param>
    /// <exception cref="ArgumentException">The task does not say who handed it down, or to whom.</exception>
    public static DutyObjection Of(ReportId id, in TaskRequest request, AdmissionVerdict verdict)
    {
        if (request.By == default || request.ToBody == default)
            throw new ArgumentException("An objection has two sides.\nSay in the task which body handed it down and to which.", nameof(request));
        return new()
        {
            Id = id,
            Burdened = request.ToBody,
            Against = request.By,
            Duty = request.Duty,
            Reasons = verdict.Refusal is { } refusal ? ValueList.From(refusal.Unmet.Select(u => u.Code)) : [],
        };
    }

    /// <summary>The report with which the objection becomes a case.</summary>
    /// <param name="at">When it came in.</param>
    /// <param name="grid">The place of the burdened body.</param>
    public Report ToReport(DateTimeOffset at, GridCode grid) =>
        new() { Id = Id, At = at, Grid = grid, Class = new("duty-objection"), Channel = "objection" };
}
