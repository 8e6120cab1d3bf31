using static GridGov.Rules.Tests.TownList;

namespace GridGov.Rules.Tests;

public sealed class ProtectionTests
{
    private static readonly BodyId Us = new("community-1");
    private static readonly BodyId Health = new("health-bureau");
    private static readonly FormCode Monthly = new("F-1");
    private static readonly FormCode Yearly = new("F-2");
    private static readonly FormCode Other = new("F-3");

    private static readonly FormCatalog Forms = FormCatalog.Freeze(
        "town", 1,
        [Field("elders", DutyPeriod.Month), Field("households", DutyPeriod.Year), Field("shops", DutyPeriod.Year)],
        [Form(Monthly, "elders"), Form(Yearly, "households", "elders"), Form(Other, "shops")]);

    private static readonly DutyAdmission Home = new(DutyList.Freeze("community", 1, Committee, ListBasis,
    [
        new()
        {
            Code = new("visit"), Name = new("Visits", "走访"), Kind = DutyKind.Statutory, Basis = ItemBasis, AssignableByBodies = [Health],
            AssignableTo = [GridLevel.Community], AssignableToBodies = [Us], Evidence = [EvidenceKind.Reply], Forms = [Monthly, Yearly, Other],
            Cap = new(1, DutyPeriod.Month),
        },
    ], new() { HeldBy = GridLevel.Community, From = new(2026, 1, 1), Until = new(2026, 12, 31), Assessors = [Committee] }));

    private static TaskRequest Visit => new()
    {
        Duty = new("visit"),
        From = GridLevel.District,
        By = Health,
        To = GridLevel.Community,
        ToBody = Us,
        On = new(2026, 4, 15),
        Answers = FormAnswers.None(Forms),
    };

    [Fact]
    public void A_task_that_keeps_to_its_item_is_allowed() =>
        Assert.True(Home.Check(Visit with { Evidence = [EvidenceKind.Reply], Forms = [Yearly, Other] }).IsAllowed);

    [Fact]
    public void Another_body_may_not_hand_it_down_and_one_that_is_not_named_neither()
    {
        Assert.Equal(["duty.assignable-by-body"], Reasons(Visit with { By = Bureau }));
        Assert.Equal(["duty.assignable-by-body"], Reasons(Visit with { By = default }));
    }

    [Fact]
    public void It_may_not_be_handed_to_others_than_the_item_says()
    {
        Assert.Equal(["duty.assignable-to", "duty.assignable-to-body"], Reasons(Visit with { To = GridLevel.Grid, ToBody = new("community-2") }));
        Assert.Empty(Reasons(Visit with { To = null, ToBody = default }));
    }

    [Fact]
    public void Departments_may_not_assess_it_and_the_committee_may()
    {
        Assert.Equal(["duty.assessment"], Reasons(Visit with { IsAssessed = true }));
        Assert.Equal(["duty.assignable-by-body"], Reasons(Visit with { IsAssessed = true, By = Committee }));
    }

    [Fact]
    public void Evidence_and_forms_beyond_the_item_are_refused() =>
        Assert.Equal(["duty.evidence", "duty.form", "form.known"], Reasons(Visit with { Evidence = [EvidenceKind.PhotoAfter], Forms = [new("F-9")] }));

    [Fact]
    public void A_figure_that_was_reported_is_not_asked_for_again()
    {
        var reported = Visit with { Forms = [Monthly], Answers = FormAnswers.None(Forms).With(Us, Yearly, new(2026, 4, 2)) };
        var refusal = Home.Check(reported).Refusal!;

        Assert.Equal(["form.new"], refusal.Unmet.Select(u => u.Code));
        Assert.Contains("elders (F-2, 2026-04-02)", refusal.Unmet[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("take all of F-1 from what was reported", refusal.Remedy.En, StringComparison.Ordinal);
        Assert.True(Home.Check(reported with { On = new(2026, 5, 1) }).IsAllowed);
        Assert.Equal(["form.new"], Reasons(reported with { IsPrefilled = true }));
    }

    [Fact]
    public void A_form_of_which_a_part_was_reported_is_allowed_once_that_part_is_filled_in()
    {
        var reported = Visit with { Forms = [Yearly], Answers = FormAnswers.None(Forms).With(Us, Monthly, new(2026, 4, 2)) };

        Assert.Contains("ask for the other 1 fields only", Home.Check(reported).Refusal!.Remedy.En, StringComparison.Ordinal);
        Assert.True(Home.Check(reported with { IsPrefilled = true }).IsAllowed);
    }

    [Fact]
    public void Two_forms_of_one_task_may_not_ask_for_the_same()
    {
        Assert.Equal(["form.once"], Reasons(Visit with { Forms = [Monthly, Yearly] }));
        Assert.Equal(["form.once"], Reasons(Visit with { Forms = [Other, Other] }));
    }

    [Fact]
    public void Outside_the_days_of_the_list_nothing_is_in_force()
    {
        var refusal = Home.Check(Visit with { On = new(2027, 1, 1) });

        Assert.Equal(VerdictKind.NeedsAdmission, refusal.Kind);
        Assert.Contains("until 2026-12-31", Assert.Single(refusal.Refusal!.Unmet).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_counts_tasks_by_body_and_by_the_period_of_the_cap()
    {
        var history = TaskHistory.None.With(new("visit"), Us, new(2026, 4, 1)).With(new("visit"), new("community-2"), new(2026, 5, 1));

        Assert.Equal(["duty.cap"], Reasons(history.Counted(Home.List, Visit)));
        Assert.Empty(Reasons(history.Counted(Home.List, Visit with { On = new(2026, 5, 1) })));
        Assert.Equal(0, history.Counted(Home.List, Visit with { Duty = new("dancing") }).TimesBefore);
        Assert.Contains("wait until 2026-05-01", Home.Check(history.Counted(Home.List, Visit)).Refusal!.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_on_the_list_is_told_the_other_reasons_too() =>
        Assert.Equal(["duty.listed", "duty.assessment"], Reasons(Visit with { Duty = new("dancing"), IsAssessed = true }));

    [Fact]
    public void With_every_check_a_yes_allocates_nothing()
    {
        var task = Visit with { Evidence = [EvidenceKind.Reply], Forms = [Yearly, Other], IsPrefilled = true, Answers = FormAnswers.None(Forms).With(Us, Monthly, new(2026, 4, 2)) };
        Assert.True(Home.Check(task).IsAllowed);

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var i = 0; i < 1000; i++)
                Home.Check(task);
        }));
    }

    private static IEnumerable<string> Reasons(TaskRequest request) => Home.Check(request).Refusal?.Unmet.Select(u => u.Code) ?? [];

    private static FormField Field(string key, DutyPeriod per) => new() { Key = key, Name = new(key, key), Per = per };

    private static FormDefinition Form(FormCode code, params string[] fields) =>
        new() { Code = code, Name = new(code.Value, code.Value), Owner = Health, Fields = [.. fields] };
}
