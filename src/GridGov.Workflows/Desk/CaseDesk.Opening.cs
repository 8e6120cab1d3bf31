namespace GridGov.Workflows;

/// <summary>Who hands a matter down, as far as the duty list asks. The default is a resident's report.</summary>
/// <param name="Level">The level of the body; default for residents, who count as the community.</param>
/// <param name="IsFunded">Whether the funding comes with it.</param>
/// <param name="TimesBefore">How often it was handed down before in this calendar year.</param>
public readonly record struct TaskOrigin(GridLevel Level, bool IsFunded = false, int TimesBefore = 0);

/// <content>Opening cases.</content>
public sealed partial class CaseDesk
{
    /// <summary>Opens a case from a report (立案), if the duty list admits it.</summary>
    /// <param name="report">The report; its number becomes the case's number, so the same report opens one case only.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="origin">Who hands it down; default for a resident's report.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The open case, or why not.</returns>
    public ValueTask<Outcome<Case>> OpenAsync(
        Report report, Actor by, TaskOrigin origin = default, CancellationToken cancellationToken = default) =>
        OpenAsync(report, by, null, origin, cancellationToken);

    /// <summary>Opens a case from a report with evidence, or with a key by which a repeated request is recognised.</summary>
    /// <param name="report">The report; its number becomes the case's number, so the same report opens one case only.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="facts">What else the first entry keeps. Whoever sends the same report again with the same key gets the case as it was opened.</param>
    /// <param name="origin">Who hands it down; default for a resident's report.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>The open case, or why not.</returns>
    public async ValueTask<Outcome<Case>> OpenAsync(
        Report report, Actor by, CaseFacts? facts, TaskOrigin origin = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var outcome = await OpenNewAsync(report, by, facts, origin, cancellationToken).ConfigureAwait(false);
        if (outcome.IsAccepted || facts?.Key is not { } key)
            return outcome;
        var entries = await _store.ReadAsync(new(report.Id.Value), cancellationToken).ConfigureAwait(false);
        return !entries.IsEmpty && entries[0].By == by && string.Equals(entries[0].Facts?.Key, key, StringComparison.Ordinal)
            ? Case.From(entries.Take(1))
            : outcome;
    }

    private async ValueTask<Outcome<Case>> OpenNewAsync(
        Report report, Actor by, CaseFacts? facts, TaskOrigin origin, CancellationToken cancellationToken)
    {
        var context = Context();
        if (!_city.Standards.TryFind(report.Class, out var standard))
            return DeskRefusals.ClassUnknown(_city, report);
        if (!_city.Grids.TryFind(report.Grid, out _))
            return DeskRefusals.GridUnknown(report);
        var verdict = _admission.Check(new()
        {
            Duty = standard.Duty,
            From = origin.Level == default ? GridLevel.Community : origin.Level,
            On = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(report.At, _city.Calendar.Zone).DateTime),
            IsFunded = origin.IsFunded,
            TimesBefore = origin.TimesBefore,
        });
        if (verdict.Refusal is { } refusal)
            return refusal;
        var entry = _city.Lifecycle.Open(new(report.Id.Value), report, by, _city.Center, standard.Limit, context, facts);
        return await CommitAsync(null, entry, reserved: null, cancellationToken).ConfigureAwait(false) is { } opened
            ? opened
            : DeskRefusals.Exists(entry.Case);
    }
}
