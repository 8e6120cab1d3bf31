namespace GridGov.Workflows;

/// <content>Calling bodies to support a case.</content>
public sealed partial class CaseDesk
{
    /// <summary>
    /// Calls bodies to a case (吹哨), one entry each; each has to report in within
    /// <see cref="EscalationPolicy.ReportInWithin"/>, 30 minutes without a policy. Those that are called already and have
    /// not done their part are passed over, so a call that was cut short may be repeated.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="by">Who calls, usually the street.</param>
    /// <param name="note">What for.</param>
    /// <param name="bodies">The bodies.</param>
    /// <param name="cancellationToken">Cancels between bodies; those before are called.</param>
    /// <returns>The case after the last call, or why a body could not be called; those before it are.</returns>
    public async ValueTask<Outcome<Case>> CallAsync(
        CaseId id, Actor by, string note, IEnumerable<BodyId> bodies, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        if (await TakeUpAsync(id, cancellationToken).ConfigureAwait(false) is not { } @case)
            return DeskRefusals.Unknown(id);
        foreach (var body in bodies)
        {
            if (Whistle.Find(@case, body) is not null)
                continue;
            var trigger = _city.LifecycleOf(@case).FindRecording(@case.Step, EntryKind.Called)?.Trigger ?? StandingTransitions.Call;
            var outcome = await DoAsync(id, new(trigger, by) { Note = note, Facts = new() { Body = body } }, cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGetValue(out var after))
                return outcome;
            @case = after;
        }

        return @case;
    }

    // A call that does not say by when has the city's limit. Minutes count at any hour, as in an emergency.
    private CaseCommand WithReportBy(LifecycleDefinition lifecycle, Case @case, in CaseCommand command, DateTimeOffset now) =>
        command.Facts is { Body: not null, Until: null } facts && lifecycle.Find(@case.Step, command.Trigger) is { Records: EntryKind.Called }
            ? command with { Facts = facts with { Until = now + (_city.Escalation?.ReportInWithin ?? ReportInWithin) } }
            : command;

    private static readonly TimeSpan ReportInWithin = new EscalationPolicy().ReportInWithin;
}
