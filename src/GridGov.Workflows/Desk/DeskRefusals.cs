using GridGov.Assignment;

namespace GridGov.Workflows;

/// <summary>The stable codes of the desk's refusals about giving cases out, beside <see cref="DispatchCodes"/>.</summary>
public static class DeskCodes
{
    /// <summary>The case is offered, and nobody has accepted yet.</summary>
    public const string Offered = "dispatch.offered";

    /// <summary>The case hangs on the board, and nobody has claimed it yet.</summary>
    public const string OnBoard = "dispatch.on-board";

    /// <summary>The case cannot be handed over in its step.</summary>
    public const string NoHandOver = "dispatch.no-hand-over";
}

/// <summary>The refusals of the desk itself: built only when the answer is no.</summary>
internal static class DeskRefusals
{
    public static Refusal ClassUnknown(CityProfile city, Report report) => new()
    {
        Code = RefusalCodes.ClassUnknown,
        Summary = new($"report {report.Id} is of an unknown class", $"上报{report.Id}的类别未知"),
        Unmet = [new("class.known", new(
            $"class {report.Class} is in the case standards {city.Standards}",
            $"类别{report.Class}在立案标准{city.Standards}中"))],
        Remedy = new("correct the class, or add it to the standards", "更正类别，或在立案标准中增补"),
    };

    public static Refusal GridUnknown(Report report) => new()
    {
        Code = RefusalCodes.GridUnknown,
        Summary = new($"report {report.Id} is from an unknown grid", $"上报{report.Id}的网格未知"),
        Unmet = [new("grid.known", new($"grid {report.Grid} is in the grid tree", $"网格{report.Grid}在网格树中"))],
        Remedy = new("correct the grid, or report it at the level that is known", "更正网格，或按已知层级上报"),
    };

    public static Refusal Exists(CaseId id) => new()
    {
        Code = RefusalCodes.CaseExists,
        Summary = new($"case {id} is open or closed already", $"案件{id}已存在"),
        Unmet = [new("case.new", new("the report has not been opened before", "该上报尚未立案"))],
        Remedy = new("look the case up instead", "请查询原案件"),
    };

    public static Refusal Unknown(CaseId id) => new()
    {
        Code = RefusalCodes.CaseUnknown,
        Summary = new($"there is no case {id}", $"没有案件{id}"),
        Unmet = [new("case.known", new("the case has been opened", "案件已立案"))],
        Remedy = new("check the number; cases carry their report's number", "核对编号；案件号与上报编号相同"),
    };

    public static Refusal Changed(Case @case) => new()
    {
        Code = RefusalCodes.CaseChanged,
        Summary = new($"case {@case.Id} has changed meanwhile", $"案件{@case.Id}已被他人更新"),
        Unmet = [new("case.version", new($"the case is still at version {@case.Version}", $"案件仍为版本{@case.Version}"))],
        Remedy = new("look at the case as it is now, then decide again", "查看最新状态后重新操作"),
    };

    public static Refusal NoHead(Case @case, CaseId head) => new()
    {
        Code = RefusalCodes.TransitionRefused,
        Summary = new($"case {@case.Id} cannot be joined to {head}", $"案件{@case.Id}不能并入{head}"),
        Unmet = [new("duplicate.open", new($"case {head} is open and not joined to another", $"案件{head}未结且未并入其他案件"))],
        Remedy = new("join it to the case that is still open", "请并入尚未办结的案件"),
    };

    public static Refusal Changed(Case @case, int expected) => Changed(@case) with
    {
        Unmet = [new("case.version", new($"the case is at version {expected}; it is at {@case.Version}", $"案件应为版本{expected}；现为版本{@case.Version}"))],
    };

    public static Refusal KeyReused(Case @case, int number) => new()
    {
        Code = RefusalCodes.KeyReused,
        Summary = new($"the key was used before in case {@case.Id}", $"该请求键在案件{@case.Id}中已使用"),
        Unmet = [new("command.key", new(
            $"the key is new, or that of entry {number}, by the same actor",
            $"请求键未曾使用，或与第{number}条日志为同一人的同一操作"))],
        Remedy = new("give every command a key of its own; repeat one with the same content", "每个操作使用各自的请求键；重发时内容应相同"),
    };

    public static Refusal NotAssignable(LifecycleDefinition lifecycle, Case @case)
    {
        var step = lifecycle.State(@case.Step).Name;
        return new()
        {
            Code = RefusalCodes.TransitionUndefined,
            Summary = new($"case {@case.Id} cannot be assigned in step {step.En}", $"案件{@case.Id}在“{step.Zh}”环节不能派遣"),
            Unmet = [new("transition.defined", new("the step has a way that assigns a handler", "该环节有派遣出口"))],
            Remedy = new("it has a handler already, or has ended", "案件已派遣或已结案"),
        };
    }

    public static Refusal NoHandOver(LifecycleDefinition lifecycle, Case @case)
    {
        var step = lifecycle.State(@case.Step).Name;
        return new()
        {
            Code = DeskCodes.NoHandOver,
            Summary = new($"case {@case.Id} cannot be handed over in step {step.En}", $"案件{@case.Id}在“{step.Zh}”环节不能移交"),
            Unmet = [new("transition.defined", new($"the step has a way {SideRoads.Triggers.HandOver} that releases the handler", $"该环节有移交出口（{SideRoads.Triggers.HandOver}）"))],
            Remedy = new("add that way to the lifecycle, or let the handler finish", "在生命周期中增加移交出口，或由原承办人办结"),
        };
    }

    public static Refusal Offered(Case @case, DateTimeOffset? until) => new()
    {
        Code = DeskCodes.Offered,
        Summary = new($"case {@case.Id} is offered and waits for an answer", $"案件{@case.Id}已征询，等待答复"),
        Unmet = [new("offer.answered", new($"somebody has accepted, or it is past {until:O}", $"有人接单，或已过{until:O}"))],
        Remedy = new("it goes on when the offer runs out; or name a handler by hand", "到期自动转派；也可人工指派"),
    };

    public static Refusal OnBoard(Case @case, DateTimeOffset? until) => new()
    {
        Code = DeskCodes.OnBoard,
        Summary = new($"case {@case.Id} hangs on the board", $"案件{@case.Id}在认领榜上"),
        Unmet = [new("board.claimed", until is { } at
            ? new($"somebody has claimed it, or it is past {at:O}", $"已有人认领，或已过{at:O}")
            : new("somebody has claimed it", "已有人认领"))],
        Remedy = new("somebody who can take it claims it; or name a handler by hand", "由可承办人员认领；也可人工指派"),
    };

    public static Refusal NobodyFree(Case @case) => new()
    {
        Code = RefusalCodes.NobodyFree,
        Summary = new($"nobody has room for case {@case.Id} now; it waits in line", $"目前无人有余力承办案件{@case.Id}，已排队"),
        Unmet = [new("worker.room", new("somebody who may take it has room", "有可承办人员尚有余量"))],
        Remedy = new("it is assigned when somebody becomes free; or raise a capacity", "有人空闲即派遣；或增加人员容量"),
    };

    public static Refusal NobodyEligible(Case @case) => new()
    {
        Code = RefusalCodes.NobodyEligible,
        Summary = new($"nobody may take case {@case.Id}", $"无人可承办案件{@case.Id}"),
        Unmet = [new("worker.eligible", new(
            $"somebody covers grid {@case.Report.Grid} with the skills that class {@case.Report.Class} needs",
            $"有人覆盖网格{@case.Report.Grid}且具备类别{@case.Report.Class}所需技能"))],
        Remedy = new("add a worker for the place or the skill; waiting will not help", "为该地或该技能增配人员；等待无效"),
    };
}
