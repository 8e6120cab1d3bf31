namespace GridGov.Workflows;

/// <summary>
/// Calling departments to a case (吹哨报到: 街道吹哨、部门报到): a street calls, each called body reports in within its limit
/// and does its part; the lead body stays answerable until every part is done (事不完、人不撤). Conditions only;
/// stateless and thread-safe.
/// </summary>
public static class Whistle
{
    /// <summary>Every body that was called has done its part: for the report of the lead body.</summary>
    public static Guard SupportersAreDone { get; } = new(
        "support.done",
        new("every body that was called has done its part", "协办单位均已办结"),
        static (Case @case, in CaseCommand _, in DecisionContext _) =>
        {
            foreach (var supporter in @case.Supporters)
            {
                if (!supporter.IsDone)
                    return false;
            }

            return true;
        });

    /// <summary>The body that is called is neither the lead nor called already.</summary>
    public static Guard CallsAnotherBody { get; } = new(
        "support.another",
        new("another body is called than the lead and those that are called already", "所吹哨单位不是主办单位，也未在协办中"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            command.Facts?.Body is { } body && body != @case.Lead && Find(@case, body) is null);

    /// <summary>The actor's own body was called and has not reported in yet: nobody reports in for another.</summary>
    public static Guard IsCalled { get; } = new(
        "support.called",
        new("the own body was called and has not reported in yet", "本单位已被吹哨且尚未报到"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            SpeaksForItself(command) && Find(@case, command.By.Body) is { ReportedInAt: null });

    /// <summary>The actor's own body was called and has not done its part yet.</summary>
    public static Guard HasAPart { get; } = new(
        "support.part",
        new("the own body was called and has not done its part yet", "本单位已被吹哨且尚未办结"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            SpeaksForItself(command) && Find(@case, command.By.Body) is not null);

    /// <summary>The part of a body in a case that is not done, or null.</summary>
    internal static SupportingBody? Find(Case @case, BodyId body)
    {
        foreach (var supporter in @case.Supporters)
        {
            if (supporter.Body == body && !supporter.IsDone)
                return supporter;
        }

        return null;
    }

    // The entry is folded by the body that the facts name, so they must not name another.
    private static bool SpeaksForItself(in CaseCommand command) =>
        command.By.Body != default && (command.Facts?.Body is not { } body || body == command.By.Body);
}
