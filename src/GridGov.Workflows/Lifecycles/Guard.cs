using System.Globalization;

namespace GridGov.Workflows;

/// <summary>Whether a condition holds. Must be pure: the same inputs give the same answer on every machine.</summary>
/// <param name="case">The case.</param>
/// <param name="command">What is to be done.</param>
/// <param name="context">Time and calendar.</param>
public delegate bool GuardPredicate(Case @case, in CaseCommand command, in DecisionContext context);

/// <summary>A named condition of a transition. Immutable; thread-safe if its predicate is pure.</summary>
/// <param name="Code">A stable code, which a refusal shows when the condition does not hold.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Holds">The predicate.</param>
public sealed record Guard(string Code, LocalizedText Text, GuardPredicate Holds)
{
    /// <summary>The rule that the condition rests on, or null where it is a matter of order and not of law.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>What it was made with, as it stands between the brackets of <see cref="Name"/>; null for a guard without argument.</summary>
    public string? Argument { get; init; }

    /// <summary>The name by which a <see cref="GuardRegistry"/> finds it again: the code, with its argument in brackets.</summary>
    public string Name => Argument is null ? Code : $"{Code}({Argument})";

    /// <summary>Whether it keeps whoever handled a case from doing this.</summary>
    public bool Separates { get; init; }

    /// <summary>
    /// Supervision is not disposal (监督与处置相分离): whoever handled the case may not judge it.
    /// Source: CJ/T 292 §3 sets the supervision centre apart from the command centre; that the rule holds for persons
    /// is the library's reading of it.
    /// </summary>
    public static Guard NotAHandler { get; } = new(
        "separation.handler",
        new("whoever handled the case may not do this", "处置人员不得核查、评价或结案"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => !@case.HandledBy.Contains(command.By.Id))
    {
        Basis = new("CJ/T 292", "§3"),
        Separates = true,
    };

    /// <summary>
    /// Supervision is not disposal, held for bodies: nobody of a body that handled the case may judge it, nor whoever
    /// handled it for another body. The reporter, who acts for no body, may.
    /// </summary>
    public static Guard NotOfAHandlingBody { get; } = new(
        "separation.body",
        new("nobody of a body that handled the case may do this", "处置单位及其人员不得核查、评价或结案"),
        static (Case @case, in CaseCommand command, in DecisionContext _) =>
            !@case.HandledBy.Contains(command.By.Id)
            && (command.By.Body == default || !@case.HandlingBodies.Contains(command.By.Body)))
    {
        Basis = new("CJ/T 292", "§3"),
        Separates = true,
    };

    /// <summary>Only the handler to whom the case is assigned.</summary>
    public static Guard IsTheHandler { get; } = new(
        "handler.own",
        new("only the one to whom the case is assigned may do this", "只有被指派的处置人员可以办理"),
        static (Case @case, in CaseCommand command, in DecisionContext _) => @case.Handler == command.By.Id);

    /// <summary>The command names a handler and a lead body.</summary>
    public static Guard NamesHandler { get; } = new(
        "handler.named",
        new("a handler and a lead body are named", "应指明处置人员和主办单位"),
        static (Case _, in CaseCommand command, in DecisionContext _) =>
            command is { Handler: { } handler, Lead: { } lead } && handler != default && lead != default);

    /// <summary>The step is due.</summary>
    public static Guard StepIsDue { get; } = new(
        "clock.due",
        new("the step is due", "本环节已到期"),
        static (Case @case, in CaseCommand _, in DecisionContext context) => context.Now >= @case.StepDue);

    /// <summary>The case was urged less often than there are levels to tell.</summary>
    /// <param name="levels">The number of levels, from 1.</param>
    public static Guard UrgedFewerThan(int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        return new(
            "urging.levels",
            new($"fewer than {levels} levels have been told", $"督办未满{levels}级"),
            (Case @case, in CaseCommand _, in DecisionContext _) => @case.Urgings < levels)
        {
            Argument = levels.ToString(CultureInfo.InvariantCulture),
        };
    }
}
