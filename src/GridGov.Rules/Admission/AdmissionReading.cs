using System.Globalization;

namespace GridGov.Rules;

/// <summary>Puts the conditions of one admission into words. Made only for an answer that gives reasons.</summary>
internal sealed class AdmissionReading(DutyList list, DutyItem? item, TaskRequest request, AdmissionFaults faults)
{
    private readonly List<AdmissionCheck> _checks = [];

    public ValueList<AdmissionCheck> Read()
    {
        Add(AdmissionFaults.NotListed, "duty.listed", new($"the item is on {list}", $"事项在清单{list}上"), Apply("admission", "准入"), list.Basis);
        if (item is not null)
            ReadItem(item);
        ReadTask();
        return ValueList.From(_checks);
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Join<T>(ValueList<T> values, string separator)
        where T : notnull => string.Join(separator, values.Select(v => v.ToString()));

    private LocalizedText Apply(string what, string zh) => new(
        $"apply to {list.AdmissionBody} for {what}; until then the task may be refused", $"向{list.AdmissionBody}申请{zh}；未经准入可以拒绝");

    private void Add(AdmissionFaults fault, string code, LocalizedText text, LocalizedText remedy, LegalBasis? basis = null)
    {
        var isMet = (faults & fault) == 0;
        _checks.Add(new(code, isMet, text, basis ?? item?.Basis ?? list.Basis, isMet ? null : remedy));
    }

    private void ReadItem(DutyItem item)
    {
        ReadDates(item);
        Add(
            AdmissionFaults.Forbidden, "duty.not-forbidden",
            new($"the item is not on the negative part of {list}", $"事项不在清单{list}的负面部分"),
            new("do it yourself", "由本单位自行办理"));
        if (item.TakenOverBy is { } body && item.Kind != DutyKind.Forbidden)
            Add(AdmissionFaults.TakenOver, "duty.own", new($"the duty has not been taken over by {body}", $"事项未被{body}收回或承接"), new($"hand it to {body}", $"转{body}办理"));
        ReadBodies(item);
        if (item.NeedsFunding)
            Add(AdmissionFaults.Funding, "duty.funded", new("its funding comes with it", "费随事转，任务应附经费"), new("bring the funding", "附上经费"));
        if (item.Cap is { } cap)
            ReadCap(cap);
    }

    private void ReadDates(DutyItem item)
    {
        var from = list.Terms.From > (item.From ?? DateOnly.MinValue) ? list.Terms.From : item.From;
        var until = list.Terms.Until < (item.Until ?? DateOnly.MaxValue) ? list.Terms.Until : item.Until;
        if (from is null && until is null)
            return;
        var on = Day(request.On);
        var (text, remedy) = request.On < from
            ? (new LocalizedText($"the item is in force from {Day(from)}; the task is of {on}", $"事项自{Day(from)}起生效，任务日期为{on}"),
                new LocalizedText($"wait until {Day(from)}, or apply to {list.AdmissionBody}", $"等到{Day(from)}，或向{list.AdmissionBody}申请"))
            : request.On > until
            ? (new($"the item was in force until {Day(until)}; the task is of {on}", $"事项有效期至{Day(until)}，任务日期为{on}"), Apply("extension", "延期"))
            : (new($"the item is in force on {on}", $"事项在{on}有效"), default);
        Add(AdmissionFaults.NotInForce, "duty.in-force", text, remedy);
    }

    private void ReadBodies(DutyItem item)
    {
        if (!item.AssignableBy.IsEmpty)
        {
            var zh = string.Join('、', item.AssignableBy.Select(InChinese));
            Add(
                AdmissionFaults.Level, "duty.assignable-by",
                new($"the item may be handed down by {Join(item.AssignableBy, ", ")}; the task comes from {request.From}", $"该事项可由{zh}级下派；任务来自{InChinese(request.From)}级"),
                new($"let a body of the level {Join(item.AssignableBy, " or ")} hand it down", $"由{zh}级单位下派"));
        }

        if (!item.AssignableByBodies.IsEmpty)
        {
            var (en, zh) = request.By == default ? ("a body that is not named", "未列名单位") : (request.By.Value, request.By.Value);
            Add(
                AdmissionFaults.Body, "duty.assignable-by-body",
                new($"the item may be handed down by {Join(item.AssignableByBodies, ", ")}; the task comes from {en}", $"该事项可由{Join(item.AssignableByBodies, "、")}下派；任务来自{zh}"),
                new($"let {Join(item.AssignableByBodies, " or ")} hand it down", $"由{Join(item.AssignableByBodies, "或")}下派"));
        }

        if (!item.AssignableTo.IsEmpty && request.To is { } to)
        {
            var zh = string.Join('、', item.AssignableTo.Select(InChinese));
            Add(
                AdmissionFaults.ToLevel, "duty.assignable-to",
                new($"the item may be handed to {Join(item.AssignableTo, ", ")}; the task goes to {to}", $"该事项可下派至{zh}级；任务下派至{InChinese(to)}级"),
                new($"hand it to a body of the level {Join(item.AssignableTo, " or ")}", $"下派至{zh}级单位"));
        }

        if (!item.AssignableToBodies.IsEmpty && request.ToBody != default)
        {
            Add(
                AdmissionFaults.ToBody, "duty.assignable-to-body",
                new($"the item may be handed to {Join(item.AssignableToBodies, ", ")}; the task goes to {request.ToBody}", $"该事项可下派至{Join(item.AssignableToBodies, "、")}；任务下派至{request.ToBody}"),
                new($"hand it to {Join(item.AssignableToBodies, " or ")}", $"下派至{Join(item.AssignableToBodies, "或")}"));
        }
    }

    private void ReadCap(FrequencyCap cap)
    {
        var per = DutyPeriods.NameOf(cap.Per);
        Add(
            AdmissionFaults.Cap, "duty.cap",
            new($"it is handed down at most {cap.Times} times {per.En}; it was {request.TimesBefore} times already", $"{per.Zh}至多下派{cap.Times}次，已下派{request.TimesBefore}次"),
            DutyPeriods.FirstDayAfter(cap.Per, request.On) is { } next
                ? new($"wait until {Day(next)}", $"等到{Day(next)}")
                : new("nothing: it was handed down for good", "不得再次下派"));
    }

    private void ReadTask()
    {
        if (request.IsAssessed)
        {
            var assessors = list.Terms.Assessors;
            Add(
                AdmissionFaults.Assessment, "duty.assessment",
                assessors.IsEmpty
                    ? new("no body may assess how it is done", "任何部门不得就此考核")
                    : new($"only {Join(assessors, ", ")} may assess how it is done", $"只有{Join(assessors, "、")}可以就此考核"),
                new("hand it down without assessing it", "不附考核下派"), list.Basis);
        }

        if (!request.Evidence.IsEmpty && item is not null)
        {
            Add(
                AdmissionFaults.Evidence, "duty.evidence",
                item.Evidence.IsEmpty
                    ? new($"the item may ask for no evidence; the task asks for {Join(request.Evidence, ", ")}", $"该事项不得要求留痕；任务要求{Join(request.Evidence, "、")}")
                    : new($"the item may ask for {Join(item.Evidence, ", ")}; the task asks for {Join(request.Evidence, ", ")}", $"该事项可要求{Join(item.Evidence, "、")}；任务要求{Join(request.Evidence, "、")}"),
                new("ask for what the item allows", "只要求清单允许的材料"));
        }

        if (!request.Forms.IsEmpty)
            _checks.AddRange(FormReading.Read(list, item, request));
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
