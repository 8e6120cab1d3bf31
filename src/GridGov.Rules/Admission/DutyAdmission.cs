using System.Globalization;

namespace GridGov.Rules;

/// <summary>
/// Admission against a duty list (清单准入): what is not on the list is refused, with every reason, the basis and the
/// way to object. Immutable and thread-safe. Source of the rule: a municipal grid regulation, articles 23 to 25
/// (items not on the list may not be assigned to grid staff; temporary ones need consent and a stated end), and the
/// community list of Erqi 二七区 (unapproved tasks may be refused; funding follows the task).
/// </summary>
public sealed class DutyAdmission
{
    /// <summary>Makes the gate for one list.</summary>
    /// <param name="list">The list in force.</param>
    public DutyAdmission(DutyList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        List = list;
    }

    /// <summary>The list in force.</summary>
    public DutyList List { get; }

    /// <summary>Whether a task may be handed down.</summary>
    /// <param name="request">The task.</param>
    /// <returns>One of the six answers; a no lists every reason, not the first.</returns>
    public AdmissionVerdict Check(in TaskRequest request)
    {
        if (!List.TryFind(request.Duty, request.On, out var item))
            return NotListed(request.Duty);
        if (!IsInForce(item, request.On))
            return NotInForce(item, request.On);
        if (item.Kind == DutyKind.Forbidden)
            return Forbidden(item);
        if (item.TakenOverBy is { } body)
            return Routed(item, body);
        if (!MayAssign(item, request.From) || LacksFunding(item, request) || IsOverCap(item, request))
            return Refusable(item, request);
        return item is { Kind: DutyKind.Temporary, Until: { } until }
            ? AdmissionVerdict.YesUntil(until)
            : AdmissionVerdict.Yes;
    }

    private static bool IsInForce(DutyItem item, DateOnly on) => !(on < item.From) && !(on > item.Until);

    private static bool MayAssign(DutyItem item, GridLevel level) =>
        item.AssignableBy.IsEmpty || item.AssignableBy.Contains(level);

    private static bool LacksFunding(DutyItem item, in TaskRequest request) => item.NeedsFunding && !request.IsFunded;

    private static bool IsOverCap(DutyItem item, in TaskRequest request) => item.Cap is { } cap && request.TimesBefore >= cap.Times;

    private AdmissionVerdict NotListed(DutyCode duty) => AdmissionVerdict.No(
        VerdictKind.NeedsAdmission,
        new()
        {
            Code = RefusalCodes.DutyNotListed,
            Summary = new($"\"{duty}\" is not on the duty list", $"清单上没有“{duty}”"),
            Unmet = [new("duty.listed", new($"the item is on {List}", $"事项在清单{List}上"))],
            Basis = List.Basis,
            Remedy = new(
                $"apply to {List.AdmissionBody} for admission; until it is admitted the task may be refused",
                $"向{List.AdmissionBody}申请准入；未经准入可以拒绝"),
        },
        List.AdmissionBody);

    private AdmissionVerdict NotInForce(DutyItem item, DateOnly on)
    {
        var early = on < item.From;
        var day = (early ? item.From : item.Until)!.Value.ToString("O", CultureInfo.InvariantCulture);
        var today = on.ToString("O", CultureInfo.InvariantCulture);
        var reason = early
            ? new LocalizedText($"the item is in force from {day}; the task is of {today}", $"事项自{day}起生效，任务日期为{today}")
            : new LocalizedText($"the item was in force until {day}; the task is of {today}", $"事项有效期至{day}，任务日期为{today}");
        return AdmissionVerdict.No(
            VerdictKind.NeedsAdmission,
            new()
            {
                Code = RefusalCodes.DutyNotListed,
                Summary = new($"{item.Name.En} ({item.Code}) is not in force", $"{item.Name.Zh}（{item.Code}）不在有效期内"),
                Unmet = [new("duty.in-force", reason)],
                Basis = item.Basis,
                Remedy = new($"apply to {List.AdmissionBody} for admission or extension", $"向{List.AdmissionBody}申请准入或延期"),
            },
            List.AdmissionBody);
    }

    private AdmissionVerdict Forbidden(DutyItem item) => AdmissionVerdict.No(
        VerdictKind.Forbidden,
        new()
        {
            Code = RefusalCodes.DutyForbidden,
            Summary = new($"{item.Name.En} ({item.Code}) may not be handed down", $"{item.Name.Zh}（{item.Code}）不得下派"),
            Unmet = [new("duty.not-forbidden", new($"the item is not on the negative part of {List}", $"事项不在清单{List}的负面部分"))],
            Basis = item.Basis,
            Remedy = new($"do it yourself; objections go to {List.AdmissionBody}", $"由本单位自行办理；异议向{List.AdmissionBody}提出"),
        });

    private static AdmissionVerdict Routed(DutyItem item, BodyId body) => AdmissionVerdict.No(
        VerdictKind.RouteTo,
        new()
        {
            Code = RefusalCodes.DutyRouted,
            Summary = new($"{item.Name.En} ({item.Code}) is done by {body}", $"{item.Name.Zh}（{item.Code}）由{body}承担"),
            Unmet = [new("duty.own", new($"the duty has not been taken over by {body}", $"事项未被{body}收回或承接"))],
            Basis = item.Basis,
            Remedy = new($"hand it to {body}", $"转{body}办理"),
        },
        body);

    private AdmissionVerdict Refusable(DutyItem item, in TaskRequest request)
    {
        var unmet = new List<UnmetCondition>(3);
        if (!MayAssign(item, request.From))
        {
            unmet.Add(new("duty.assignable-by", new(
                $"the item may be handed down by {string.Join(", ", item.AssignableBy)}, not by {request.From}",
                $"该事项可由{string.Join("、", item.AssignableBy.Select(InChinese))}级下派，{InChinese(request.From)}级不可")));
        }

        if (LacksFunding(item, request))
            unmet.Add(new("duty.funded", new("its funding comes with it", "费随事转，任务应附经费")));
        if (IsOverCap(item, request))
        {
            unmet.Add(new("duty.cap", new(
                $"it is handed down at most {item.Cap?.Times} times {DutyPeriods.NameOf(item.Cap!.Value.Per).En}; it was {request.TimesBefore} times already",
                $"{DutyPeriods.NameOf(item.Cap!.Value.Per).Zh}至多下派{item.Cap?.Times}次，已下派{request.TimesBefore}次")));
        }

        return AdmissionVerdict.No(VerdictKind.Refusable, new()
        {
            Code = RefusalCodes.DutyRefusable,
            Summary = new($"{item.Name.En} ({item.Code}) may be refused", $"{item.Name.Zh}（{item.Code}）可以拒绝"),
            Unmet = ValueList.From(unmet),
            Basis = item.Basis,
            Remedy = new($"meet the conditions, or object at {List.AdmissionBody}", $"补足条件，或向{List.AdmissionBody}抗辩"),
        });
    }

    private static string InChinese(GridLevel level) => level switch
    {
        GridLevel.Province => "省",
        GridLevel.City => "市",
        GridLevel.District => "区县",
        GridLevel.Street => "街道",
        GridLevel.Community => "社区",
        GridLevel.Grid => "网格",
        GridLevel.MicroGrid => "微网格",
        _ => level.ToString(),
    };
}
