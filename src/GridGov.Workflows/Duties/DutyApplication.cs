using System.Globalization;
using GridGov.Rules;

namespace GridGov.Workflows;

/// <summary>
/// A body's application to have an item admitted to a duty list (准入申请). The item and what else it says are a document of
/// the embedder's; the case that <see cref="DutyApplications"/> runs has its number. Immutable and thread-safe.
/// </summary>
public sealed record DutyApplication
{
    /// <summary>The application's number; the report of its case has the same.</summary>
    public required ReportId Id { get; init; }

    /// <summary>The body that applies.</summary>
    public required BodyId Applicant { get; init; }

    /// <summary>The item as it is to stand on the list.</summary>
    public required DutyItem Item { get; init; }

    /// <summary>
    /// What stops it before it is even opened, all of it: the list with it would not be sound, it is on the list already, or the committee
    /// applies to itself. Null where nothing does.
    /// </summary>
    /// <param name="list">The list in force.</param>
    /// <exception cref="ArgumentNullException"><paramref name="list"/> is null.</exception>
    public Refusal? Check(DutyList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var unmet = new List<UnmetCondition>();
        if (Applicant == default || Applicant == list.AdmissionBody)
            unmet.Add(new("application.applicant", new("another body than the committee applies", "由准入机构以外的单位申请")));
        if (list.Items.Contains(Item))
            unmet.Add(new("application.new", new($"{Item.Code} does not stand on {list} in the same words", $"清单{list}上没有内容相同的{Item.Code}")));
        else
            unmet.AddRange(FaultsWith(list).Select(f => new UnmetCondition("application.sound", new($"{f.Where}: {f.What}", $"{f.Where}：清单校验未通过（{f.What}）"))));
        return unmet.Count == 0 ? null : new()
        {
            Code = "application.refused",
            Summary = new($"the application {Id} for {Item.Code} cannot be taken in", $"{Item.Code}的准入申请{Id}不能受理"),
            Unmet = ValueList.From(unmet),
            Basis = list.Basis,
            Remedy = new("mend what is named and apply again", "更正后重新申请"),
        };
    }

    /// <summary>The report with which the application becomes a case.</summary>
    /// <param name="at">When it came in.</param>
    /// <param name="grid">The place of the bodies that would be burdened.</param>
    public Report ToReport(DateTimeOffset at, GridCode grid) =>
        new() { Id = Id, At = at, Grid = grid, Class = new("duty-application"), Channel = "application" };

    /// <summary>
    /// The next version of the list that follows from a case: with the item once it was admitted, without it once it was revoked.
    /// The item names the committee, the day and the paper of its admission.
    /// </summary>
    /// <param name="list">The version in force.</param>
    /// <param name="case">The entries of the application's case.</param>
    /// <param name="calendar">The city's calendar, for the day of the admission.</param>
    /// <returns>The new version, or a refusal where the case is another's, was not admitted, or the list with the item is not sound.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Outcome<DutyList> NextVersion(DutyList list, IReadOnlyList<CaseEntry> @case, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(calendar);
        var state = Case.From(@case);
        if (state.Report.Id != Id)
            return Refused(list, "application.case", new($"the case {state.Id} is that of application {state.Report.Id}", $"案件{state.Id}属于申请{state.Report.Id}"));
        if (@case.LastOrDefault(e => string.Equals(e.Trigger, DutyApplications.Triggers.Admit, StringComparison.Ordinal)) is not { } admitted)
            return Refused(list, "application.admitted", new($"the application was admitted; it is in step {state.Step}", $"申请已准予；目前在{state.Step}环节"));
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(admitted.At, calendar.Zone).DateTime);
        var item = Item with { Approval = new(list.AdmissionBody, day, admitted.Facts?.Authority) };
        var isRevoked = string.Equals(state.Step, DutyApplications.Revoked, StringComparison.Ordinal);
        if (!isRevoked && FaultsWith(list, item) is { Count: > 0 } faults)
            return Refused(list, "application.sound", new(string.Join("; ", faults), string.Join('；', faults)));
        var others = list.Items.Where(i => i.Code != Item.Code || i.From != Item.From).ToArray();
        if (isRevoked && others.Length == 0)
            return Refused(list, "application.last", new("another item stands on the list", "清单上还有其他事项"));
        return list.Next(isRevoked ? others : [.. others, item]);
    }

    private ValueList<Fault> FaultsWith(DutyList list) => FaultsWith(list, Item);

    private static ValueList<Fault> FaultsWith(DutyList list, DutyItem item)
    {
        try
        {
            list.Next([.. list.Items.Where(i => i.Code != item.Code || i.From != item.From), item]);
            return [];
        }
        catch (DefinitionException e)
        {
            return e.Faults;
        }
    }

    private Refusal Refused(DutyList list, string code, LocalizedText text) => new()
    {
        Code = "application.refused",
        Summary = new(
            string.Create(CultureInfo.InvariantCulture, $"no version of {list.Id} after {list.Version} follows from application {Id}"),
            string.Create(CultureInfo.InvariantCulture, $"申请{Id}不能形成{list.Id}第{list.Version}版之后的新版")),
        Unmet = [new(code, text)],
        Basis = list.Basis,
        Remedy = new("take the case of this application to its admission first", "先完成该申请的准入审批"),
    };
}
