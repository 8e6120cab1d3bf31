using System.Globalization;

namespace GridGov.Workflows;

/// <content>Extension, suspension, recusal, duplicates and reopening.</content>
public sealed partial record Guard
{
    /// <summary>
    /// The case is not late yet: an extension is asked for in time (延期须在时限届满前申请). Source: the adjustment rules of
    /// one city's system (secondary source).
    /// </summary>
    public static Guard NotLate { get; } = new(
        "extension.early",
        new("the handling is not late yet", "处置时限尚未届满"),
        static (Case @case, in CaseCommand _, in DecisionContext context) => context.Now < @case.CaseDue);

    /// <summary>An extension is one original limit long (每次延长一个原时限): the command names none, or just that.</summary>
    public static Guard OneOriginalLimit { get; } = new(
        "extension.length",
        new("it is extended by one original limit", "每次延长一个原处置时限"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            @case.Limit is { } limit && (command.Facts?.Limit is not { } asked || asked == limit));

    /// <summary>The clock resumes a case when its suspension is over; a person may do so before.</summary>
    public static Guard ResumesInTime { get; } = new(
        "suspension.until",
        new("the clock resumes it when the suspension is over, not before", "系统在挂账期满时恢复"),
        static (Case @case, in CaseCommand command, in DecisionContext context) =>
            @case.IsSuspended && (command.By.Role != Role.System || context.Now >= @case.SuspendedUntil));

    /// <summary>The new handler did not step aside before (回避人员不得再承办).</summary>
    public static Guard HandlerIsNotRecused { get; } = new(
        "recusal.handler",
        new("the handler did not step aside before", "承办人员未曾回避"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            command.Handler is not { } handler || !@case.Recused.Contains(handler));

    /// <summary>The one who steps aside (回避) is the handler: by themselves, or named by whoever demands it.</summary>
    public static Guard RecusesTheHandler { get; } = new(
        "recusal.person",
        new("the one who steps aside is the handler; others name them", "回避的应为现承办人员；他人申请时应指明"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            @case.Handler is { } handler
            && (command.By.Role == Role.Handler
                ? command.By.Id == handler && command.By.Body == @case.Lead && (command.Facts?.Person ?? handler) == handler
                : command.Facts?.Person == handler));

    /// <summary>The case closes together with the one that it was joined to.</summary>
    public static Guard NamesItsHead { get; } = new(
        "duplicate.head",
        new("the case named is the one that it was joined to", "应指明所并入的案件"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            @case.DuplicateOf is { } head && command.Facts?.Related == head);

    /// <summary>The command names no other case: it is parted from the one that it was joined to.</summary>
    public static Guard NamesNoCase { get; } = new(
        "duplicate.parted",
        new("no other case is named", "不得指明其他案件"),
        static (Case _, in CaseCommand command, in DecisionContext _) => command.Facts?.Related is null);

    /// <summary>It was extended less often than allowed.</summary>
    /// <param name="times">How often it may be extended, from 0.</param>
    public static Guard ExtendedFewerThan(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        return new(
            "extension.count",
            new($"it was extended fewer than {times} times", $"延期未满{times}次"),
            (Case @case, in CaseCommand _, in DecisionContext _) => @case.ExtendedBy.Count < times)
        {
            Argument = times.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>It was suspended less often than allowed.</summary>
    /// <param name="times">How often it may be suspended, from 0.</param>
    public static Guard SuspendedFewerThan(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        return new(
            "suspension.count",
            new($"it was suspended fewer than {times} times", $"挂账未满{times}次"),
            (Case @case, in CaseCommand _, in DecisionContext _) => @case.Suspensions < times)
        {
            Argument = times.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The suspension ends within a limit from now.</summary>
    /// <param name="longest">How long a suspension may be.</param>
    public static Guard SuspendedWithin(TimeLimit longest) => new(
        "suspension.length",
        new($"it ends within {longest}", $"挂账不超过{longest}"),
        (Case _, in CaseCommand command, in DecisionContext context) =>
            command.Facts?.Until is { } until && until <= context.Calendar.Add(context.Now, longest))
    {
        Argument = longest.ToString(),
    };

    /// <summary>The result was reported within a limit before now.</summary>
    /// <param name="window">How long after the result the case may be taken up again.</param>
    public static Guard HandledWithin(TimeLimit window) => new(
        "reopening.window",
        new($"the result was reported within {window}", $"处置完毕未超过{window}"),
        (Case @case, in CaseCommand _, in DecisionContext context) =>
            @case.HandledAt is { } handled && context.Now <= context.Calendar.Add(handled, window))
    {
        Argument = window.ToString(),
    };

    /// <summary>The reporter was tried often enough.</summary>
    /// <param name="attempts">The number of attempts, from 1.</param>
    public static Guard TriedAtLeast(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        return new(
            "answer.attempts",
            new($"the reporter was tried {attempts} times in a row", $"已连续{attempts}次未联系上诉求人"),
            (Case @case, in CaseCommand _, in DecisionContext _) => @case.Unreached >= attempts)
        {
            Argument = attempts.ToString(CultureInfo.InvariantCulture),
        };
    }
}
