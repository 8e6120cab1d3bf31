using System.Globalization;

namespace GridGov.Workflows;

/// <summary>The refusals of lifecycles: built only when the answer is no.</summary>
internal static class Refusals
{
    public static Refusal Undefined(LifecycleDefinition definition, Case @case, in CaseCommand command)
    {
        var state = definition.State(@case.Step);
        var possible = definition.From(state.Id).Select(t => t.Trigger).ToArray();
        return new()
        {
            Code = RefusalCodes.TransitionUndefined,
            Summary = new(
                $"case {@case.Id} cannot do \"{command.Trigger}\" in step {state.Name.En}",
                $"案件{@case.Id}在“{state.Name.Zh}”环节不能执行“{command.Trigger}”"),
            Unmet = [new("transition.defined", new(
                $"\"{command.Trigger}\" is a way out of {state.Name.En} in {definition.Version}",
                $"“{command.Trigger}”是{definition.Version}中“{state.Name.Zh}”的出口"))],
            Remedy = possible.Length == 0
                ? new("the case is closed; open another", "案件已结，请另行立案")
                : new($"possible here: {string.Join(", ", possible)}", $"此处可执行：{string.Join("、", possible)}"),
        };
    }

    public static Refusal Unmet(FrozenWay way, Case @case, in CaseCommand command, in DecisionContext context)
    {
        var transition = way.Transition;
        var (unmet, basis) = Conditions.Unmet(way, @case, command, context);
        return new()
        {
            Code = RefusalCodes.TransitionRefused,
            Summary = new(
                $"case {@case.Id}: \"{transition.Name.En}\" is refused",
                $"案件{@case.Id}：不能执行“{transition.Name.Zh}”"),
            Unmet = ValueList.From(unmet),
            Basis = basis,
            Remedy = new("meet every condition, or let somebody act who does", "满足全部条件，或由符合条件者执行"),
        };
    }

    public static UnmetCondition WrongRole(TransitionDefinition transition, in CaseCommand command) => new(Conditions.RoleCode, new(
        $"it is done by {string.Join(" or ", transition.Roles)}, not by {command.By.Role}",
        $"应由{string.Join("或", transition.Roles.Select(InChinese))}执行，不是{InChinese(command.By.Role)}"));

    public static UnmetCondition EvidenceMissing(EvidenceRule rule)
    {
        var kind = rule.Kind.ToString();
        return rule.WithinMetres is { } metres
            ? new(Conditions.NearCode, new(
                string.Create(CultureInfo.InvariantCulture, $"evidence {kind}, made within {metres:R} m of the place, comes with it"),
                string.Create(CultureInfo.InvariantCulture, $"应附距现场{metres:R}米以内取得的佐证（{InChinese(rule.Kind)}）")))
            : new(Conditions.KindCode, new($"evidence {kind} is there", $"应附佐证（{InChinese(rule.Kind)}）"));
    }

    public static UnmetCondition ClockBackwards(Case @case)
    {
        var since = @case.LastAt.ToString("O", CultureInfo.InvariantCulture);
        return new(Conditions.ClockCode, new($"it is not dated before the last entry, {since}", $"时间不早于上一条日志的时间{since}"));
    }

    private static string InChinese(EvidenceKind kind) => kind switch
    {
        EvidenceKind.PhotoBefore => "处置前照片",
        EvidenceKind.PhotoAfter => "处置后照片",
        EvidenceKind.PhotoCheck => "核查照片",
        EvidenceKind.Reply => "答复",
        EvidenceKind.Document => "文书",
        EvidenceKind.Recording => "录音",
        _ => kind.ToString(),
    };

    private static string InChinese(Role role) => role switch
    {
        Role.System => "系统",
        Role.Collector => "采集员",
        Role.Acceptor => "受理员",
        Role.Dispatcher => "派遣员",
        Role.Handler => "处置人员",
        Role.Verifier => "核查员",
        Role.Supervisor => "督办员",
        Role.Leader => "领导",
        Role.Reporter => "诉求人",
        _ => role.ToString(),
    };
}
