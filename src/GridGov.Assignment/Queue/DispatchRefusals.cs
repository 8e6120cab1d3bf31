namespace GridGov.Assignment;

/// <summary>The stable codes of a dispatcher's refusals.</summary>
public static class DispatchCodes
{
    /// <summary>No roster's worker has the skills that the case asks for.</summary>
    public const string NobodyAble = RefusalCodes.NobodyEligible;

    /// <summary>Nobody holds the case alone.</summary>
    public const string NotHeld = "dispatch.not-held";

    /// <summary>The case is not offered to this worker, or no longer.</summary>
    public const string NotOffered = "dispatch.not-offered";

    /// <summary>The case does not hang on the board.</summary>
    public const string NotOnBoard = "dispatch.not-on-board";

    /// <summary>This worker cannot take the case now.</summary>
    public const string CannotTake = "dispatch.cannot-take";

    /// <summary>Nobody but the present holder can take the case now.</summary>
    public const string NobodyElse = "dispatch.nobody-else";

    /// <summary>After a grid change, the place of some cases is not decided.</summary>
    public const string PlaceUndecided = "dispatch.place-undecided";
}

/// <summary>The refusals of a dispatcher: built only when the answer is no.</summary>
internal static class DispatchRefusals
{
    public static Refusal Known(CaseId id) => Of(
        RefusalCodes.CaseExists,
        new($"case {id} is at the dispatcher already", $"案件{id}已在派遣台"),
        new("case.new", new("the case has not been submitted before", "该案件未曾提交")),
        new("look it up instead", "请查询原案件"));

    public static Refusal Unknown(CaseId id) => Of(
        RefusalCodes.CaseUnknown,
        new($"the dispatcher has no case {id}", $"派遣台没有案件{id}"),
        new("case.known", new("the case has been submitted and is open", "案件已提交且未结束")),
        new("check the number", "核对编号"));

    public static Refusal GridUnknown(CaseId id, GridCode at) => Of(
        RefusalCodes.GridUnknown,
        new($"case {id} is at an unknown grid", $"案件{id}所在网格未知"),
        new("grid.known", new($"grid {at} is in the grid tree", $"网格{at}在网格树中")),
        new("correct the grid", "更正网格"));

    public static Refusal NobodyAble(CaseId id) => Of(
        DispatchCodes.NobodyAble,
        new($"nobody has the skills for case {id}", $"无人具备案件{id}所需技能"),
        new("worker.eligible", new("somebody on the roster has each skill", "花名册中有人具备各项技能")),
        new("add a worker with the skills, or relax what is needed", "增配人员或放宽要求"));

    public static Refusal NotHeld(CaseId id) => Of(
        DispatchCodes.NotHeld,
        new($"nobody holds case {id} in that way", $"案件{id}未由个人承办"),
        new("case.held", new("one worker holds the case", "案件由一名人员承办")),
        new("withdraw it, or wait until it is given out", "撤回或等待派遣"));

    public static Refusal NotOffered(CaseId id, ActorId worker) => Of(
        DispatchCodes.NotOffered,
        new($"case {id} is not offered to {worker} now", $"案件{id}当前未征询{worker}"),
        new("offer.open", new("the worker was asked and the offer is open", "已征询该人员且未过期")),
        new("look at the case as it is now", "查看案件现状"));

    public static Refusal NotOnBoard(CaseId id) => Of(
        DispatchCodes.NotOnBoard,
        new($"case {id} is not on the board", $"案件{id}不在认领榜"),
        new("board.open", new("the case hangs on the board", "案件在认领榜上")),
        new("somebody else was faster, or it was given out", "已被认领或已派遣"));

    public static Refusal CannotTake(CaseId id, ActorId worker) => Of(
        DispatchCodes.CannotTake,
        new($"{worker} cannot take case {id} now", $"{worker}目前不能承办案件{id}"),
        new("worker.able", new("the worker covers the place, is there, has the skills and has room", "人员覆盖该地、在岗、具备技能且有余量")),
        new("see the explanation of the case", "查看派遣说明"));

    public static Refusal NobodyElse(CaseId id) => Of(
        DispatchCodes.NobodyElse,
        new($"nobody else can take case {id} now", $"目前无其他人可承办案件{id}"),
        new("worker.other", new("somebody but the present holder can take it", "除现承办人外有人可承办")),
        new("name somebody who can, or try again later", "另行指定或稍后再试"));

    public static Refusal PlaceUndecided(List<CaseId> ids) => new()
    {
        Code = DispatchCodes.PlaceUndecided,
        Summary = new($"the change leaves {ids.Count} cases without a place", $"网格变更后有{ids.Count}件案件无法确定位置"),
        Unmet = ValueList.From(ids.Select(id => new UnmetCondition("case.place", new(
            $"case {id} has one successor of its grid, or it is decided which", $"案件{id}的网格有唯一后继或已选定")))),
        Remedy = new("decide by address which grid each belongs to", "按地址逐件确定所属网格"),
    };

    private static Refusal Of(string code, LocalizedText summary, UnmetCondition unmet, LocalizedText remedy) =>
        new() { Code = code, Summary = summary, Unmet = [unmet], Remedy = remedy };
}
