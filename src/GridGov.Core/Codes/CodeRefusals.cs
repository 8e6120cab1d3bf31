namespace GridGov;

/// <summary>The noes of code systems and crosswalks, made only when the answer is no.</summary>
internal static class CodeRefusals
{
    public static Refusal Unknown(CodeSystem system, ClassKind kind, ClassCode code) => new()
    {
        Code = RefusalCodes.CodeUnknown,
        Summary = new($"{kind} {code} is no class of {system}", $"{system} 没有{Zh(kind)}类别 {code}"),
        Unmet = [new("code.known", new($"{system} has {kind} {code}", $"{system} 含有{Zh(kind)}类别 {code}"))],
        Basis = system.Info.Standard,
        Remedy = new("look the class up in the code system, or add it as a local extension", "在分类代码表中查找该类别，或作为本地扩展类别增加"),
    };

    public static Refusal OtherSystem(CodeSystemVersion expected, QualifiedClass code) => new()
    {
        Code = RefusalCodes.CodeOfAnotherSystem,
        Summary = new($"{code} is not a code of {expected}", $"{code.System} 的代码 {code.Code} 不是 {expected} 的代码"),
        Unmet = [new("code.same-system", new($"the code is of {expected}; it is of {code.System}", $"代码应属于 {expected}，实际属于 {code.System}"))],
        Remedy = new("map the code with a crosswalk between the two systems", "通过两套分类代码的对照表转换"),
    };

    private static string Zh(ClassKind kind) => kind == ClassKind.Component ? "部件" : "事项";
}
