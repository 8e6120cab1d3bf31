using System.Globalization;

namespace GridGov.Workflows;

/// <summary>Why a case cannot go over to another lifecycle version: all that is unmet, in one order.</summary>
internal static class MigrationRefusals
{
    public static List<UnmetCondition> Unmet(Migration migration, Case @case, string? step, in DecisionContext context)
    {
        var unmet = new List<UnmetCondition>();
        if (@case.Lifecycle != migration.From.Version)
            unmet.Add(new("migration.version", new($"it runs under {migration.From.Version}, not {@case.Lifecycle}", $"案件适用{migration.From.Version}，而非{@case.Lifecycle}")));
        if (@case.IsClosed)
            unmet.Add(new("migration.open", new("the case is open", "案件未结")));
        if (context.Now < @case.LastAt)
            unmet.Add(Refusals.ClockBackwards(@case));
        if (@case.IsClosed || @case.Lifecycle != migration.From.Version)
            return unmet;
        if (step is null)
        {
            unmet.Add(new("migration.step", new(
                $"{migration.To.Version} has an open step for {@case.Step}",
                $"{migration.To.Version}有与“{@case.Step}”对应的未结环节")));
            return unmet;
        }

        var to = migration.To.State(step);
        if (to.HoldsHandler && @case.Handler is null)
            unmet.Add(new("migration.handler", new($"somebody handles the case, for {to.Name.En} holds a handler", $"案件已有处置人员（“{to.Name.Zh}”环节需要）")));
        if (!@case.IsSuspended && to.Limit.IsCaseLimit && @case.CaseDue is null)
            unmet.Add(new("migration.clock", new($"the case has a limit, by which {to.Name.En} is due", $"案件有办理时限（“{to.Name.Zh}”环节据此计时）")));
        if (@case.IsSuspended && !migration.To.From(step).Any(t => t.Records == EntryKind.Resumed && t.Roles.Contains(Role.System)))
            unmet.Add(new("migration.suspension", new($"the case is not suspended, for nothing resumes it in {to.Name.En}", $"案件未挂账（“{to.Name.Zh}”环节无法恢复）")));
        return unmet;
    }

    public static Refusal Refused(Migration migration, Case @case, List<UnmetCondition> unmet) => new()
    {
        Code = RefusalCodes.MigrationRefused,
        Summary = new(
            string.Create(CultureInfo.InvariantCulture, $"case {@case.Id} cannot go over from {migration.From.Version} to {migration.To.Version}"),
            string.Create(CultureInfo.InvariantCulture, $"案件{@case.Id}不能从{migration.From.Version}迁移到{migration.To.Version}")),
        Unmet = ValueList.From(unmet),
        Remedy = new("map its step, or let it run to its end under the version that it has", "为其环节指定对应关系，或按原版本办结"),
    };
}
