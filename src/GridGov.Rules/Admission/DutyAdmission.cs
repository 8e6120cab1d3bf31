namespace GridGov.Rules;

/// <summary>
/// Admission against a duty list (清单准入): what is not on the list is refused, with every reason, the basis, what would change
/// the answer and the way to object. Immutable and thread-safe. Sources of the rules: a municipal grid regulation, articles 23 to 25
/// (items not on the list may not be assigned to grid staff; temporary ones need consent and a stated end), the community
/// list of Erqi 二七区 (unapproved tasks may be refused; funding follows the task; departments may not assess separately) and
/// the list regulation of Liaoning 辽宁 (ledgers and reports are not asked for twice), all seen in full.
/// </summary>
public sealed class DutyAdmission
{
    /// <summary>Makes the gate for one list.</summary>
    /// <param name="list">The list in force.</param>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    public DutyAdmission(DutyList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        List = list;
    }

    /// <summary>The list in force.</summary>
    public DutyList List { get; }

    /// <summary>Whether a task may be handed down; a yes allocates nothing.</summary>
    /// <param name="request">The task.</param>
    /// <returns>One of the six answers; a no lists every reason, not the first.</returns>
    public AdmissionVerdict Check(in TaskRequest request)
    {
        List.TryFind(request.Duty, request.On, out var item);
        var faults = AdmissionChecks.Find(List, item, request);
        return faults == AdmissionFaults.None
            ? Yes(item!)
            : No(item, request, faults, new AdmissionReading(List, item, request, faults).Read());
    }

    /// <summary>The whole reasoning, also of a yes: every condition that the list sets for this task.</summary>
    /// <param name="request">The task.</param>
    public AdmissionExplanation Explain(in TaskRequest request)
    {
        List.TryFind(request.Duty, request.On, out var item);
        var faults = AdmissionChecks.Find(List, item, request);
        var checks = new AdmissionReading(List, item, request, faults).Read();
        return new()
        {
            Verdict = faults == AdmissionFaults.None ? Yes(item!) : No(item, request, faults, checks),
            List = List.ToString(),
            Item = item,
            Checks = checks,
        };
    }

    private static AdmissionVerdict Yes(DutyItem item) => item is { Kind: DutyKind.Temporary, Until: { } until }
        ? AdmissionVerdict.YesUntil(until)
        : AdmissionVerdict.Yes;

    // Of several reasons the strongest gives the answer: what is not on the list, what it forbids, what another body does.
    private AdmissionVerdict No(DutyItem? item, in TaskRequest request, AdmissionFaults faults, ValueList<AdmissionCheck> checks)
    {
        var name = item is null ? default : new LocalizedText($"{item.Name.En} ({item.Code})", $"{item.Name.Zh}（{item.Code}）");
        var (kind, code, summary, body) = (item, faults) switch
        {
            (null, _) => (VerdictKind.NeedsAdmission, RefusalCodes.DutyNotListed,
                new LocalizedText($"\"{request.Duty}\" is not on the duty list", $"清单上没有“{request.Duty}”"), (BodyId?)List.AdmissionBody),
            (_, var f) when f.HasFlag(AdmissionFaults.NotInForce) => (VerdictKind.NeedsAdmission, RefusalCodes.DutyNotListed,
                new($"{name.En} is not in force", $"{name.Zh}不在有效期内"), List.AdmissionBody),
            (_, var f) when f.HasFlag(AdmissionFaults.Forbidden) => (VerdictKind.Forbidden, RefusalCodes.DutyForbidden,
                new($"{name.En} may not be handed down", $"{name.Zh}不得下派"), null),
            ({ TakenOverBy: { } other }, var f) when f.HasFlag(AdmissionFaults.TakenOver) => (VerdictKind.RouteTo, RefusalCodes.DutyRouted,
                new($"{name.En} is done by {other}", $"{name.Zh}由{other}承担"), other),
            _ => (VerdictKind.Refusable, RefusalCodes.DutyRefusable, new($"{name.En} may be refused", $"{name.Zh}可以拒绝"), null),
        };
        var unmet = checks.Where(c => !c.IsMet).ToArray();
        var remedies = unmet.Select(c => c.Remedy).OfType<LocalizedText>().Distinct().ToArray();
        return AdmissionVerdict.No(kind, new()
        {
            Code = code,
            Summary = summary,
            Unmet = ValueList.From(unmet.Select(c => new UnmetCondition(c.Code, c.Text))),
            Basis = item?.Basis ?? List.Basis,
            Remedy = new(
                $"{string.Join("; ", remedies.Select(r => r.En))}; objections go to {List.AdmissionBody}",
                $"{string.Join('；', remedies.Select(r => r.Zh))}；异议向{List.AdmissionBody}提出"),
        }, body);
    }
}
