using System.Globalization;
using System.Text;

namespace GridGov;

/// <summary>One condition that is not met. Immutable and thread-safe.</summary>
/// <param name="Code">A stable code that programs may switch on, for instance <c>separation.handler</c>.</param>
/// <param name="Text">What is not met, with the values that decided it; never a citizen's data.</param>
public sealed record UnmetCondition(string Code, LocalizedText Text);

/// <summary>
/// A reasoned no: a value, never an exception. It lists every unmet condition, not the first,
/// names the rule it rests on and says what would make it a yes. Immutable and thread-safe.
/// </summary>
public sealed record Refusal
{
    /// <summary>A stable code that programs may switch on; see <see cref="RefusalCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What was refused, in one sentence.</summary>
    public required LocalizedText Summary { get; init; }

    /// <summary>Every condition that is not met, in the order in which the rule states them.</summary>
    public required ValueList<UnmetCondition> Unmet { get; init; }

    /// <summary>
    /// Where an element was refused: every fault of its fields, one for one with <see cref="Unmet"/>. Empty for all
    /// other refusals. No fault holds the value of its field.
    /// </summary>
    public ValueList<FieldFault> Fields { get; init; }

    /// <summary>The rule that refuses, or null where it is a matter of order and not of law.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>What would make it a yes, or whom to object to.</summary>
    public required LocalizedText Remedy { get; init; }

    /// <summary>The whole refusal for a reader: summary, every unmet condition, basis and remedy, one per line.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Explain(CultureInfo culture)
    {
        var text = new StringBuilder();
        var zh = new LocalizedText("en", "zh").For(culture) == "zh";
        text.Append(Summary.For(culture)).Append(" [").Append(Code).Append(']');
        foreach (var condition in Unmet)
            text.Append("\n  - ").Append(condition.Text.For(culture)).Append(" [").Append(condition.Code).Append(']');
        if (Basis is not null)
            text.Append(zh ? "\n  依据：" : "\n  basis: ").Append(Basis);
        text.Append(zh ? "\n  出路：" : "\n  way out: ").Append(Remedy.For(culture));
        return text.ToString();
    }

    /// <summary>The English explanation, whatever the current culture.</summary>
    public override string ToString() => Explain(CultureInfo.InvariantCulture);
}

/// <summary>The stable codes of the refusals that the library itself gives.</summary>
public static class RefusalCodes
{
    /// <summary>The task is not on the duty list in force.</summary>
    public const string DutyNotListed = "duty.not-listed";

    /// <summary>The duty list forbids the task.</summary>
    public const string DutyForbidden = "duty.forbidden";

    /// <summary>The duty was taken back by, or belongs to, another body.</summary>
    public const string DutyRouted = "duty.routed";

    /// <summary>The task is listed, but a condition of the listing is not met.</summary>
    public const string DutyRefusable = "duty.refusable";

    /// <summary>No case standard names this class of matter.</summary>
    public const string ClassUnknown = "class.unknown";

    /// <summary>The code system has no class with this code.</summary>
    public const string CodeUnknown = "code.unknown";

    /// <summary>The code is of another code system, or of another version of it.</summary>
    public const string CodeOfAnotherSystem = "code.other-system";

    /// <summary>A person, component or dispute has faults in its fields; <see cref="Refusal.Fields"/> lists them.</summary>
    public const string ElementInvalid = "element.invalid";

    /// <summary>The grid is not in the grid tree.</summary>
    public const string GridUnknown = "grid.unknown";

    /// <summary>There is no case with this id.</summary>
    public const string CaseUnknown = "case.unknown";

    /// <summary>A case with this id exists already.</summary>
    public const string CaseExists = "case.exists";

    /// <summary>Somebody else's command came first.</summary>
    public const string CaseChanged = "case.changed";

    /// <summary>The key of a command was used before, for another command or by somebody else.</summary>
    public const string KeyReused = "command.key-reused";

    /// <summary>The lifecycle has no such transition from the case's state.</summary>
    public const string TransitionUndefined = "transition.undefined";

    /// <summary>The transition exists, but a role, guard or piece of evidence is missing.</summary>
    public const string TransitionRefused = "transition.refused";

    /// <summary>The case cannot go over to another lifecycle version as it is.</summary>
    public const string MigrationRefused = "migration.refused";

    /// <summary>Nobody who may take the case has room for it.</summary>
    public const string NobodyFree = "assignment.nobody-free";

    /// <summary>Nobody covers the place with the skills that the case needs.</summary>
    public const string NobodyEligible = "assignment.nobody-eligible";
}
