using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGov.Workflows;

/// <summary>
/// The guards that a definition in JSON may name: those of the library, and an embedder's own. Immutable and thread-safe;
/// <see cref="With(Guard)"/> makes another one.
/// </summary>
public sealed class GuardRegistry
{
    private readonly FrozenDictionary<string, Func<string?, Guard?>> _makers;

    private GuardRegistry(FrozenDictionary<string, Func<string?, Guard?>> makers) => _makers = makers;

    /// <summary>The guards of the library.</summary>
    public static GuardRegistry BuiltIn { get; } =
        Of(
            Guard.NotAHandler, Guard.NotOfAHandlingBody, Guard.NotAChecker, Guard.IsTheHandler, Guard.NamesHandler, Guard.StepIsDue,
            Guard.OfTheLeadBody, Guard.NamesAnotherBody, Guard.NotAdjudicated, Guard.NotWhoGotItBack, Guard.LeadAsDecided,
            Guard.FirstLeadStays, Guard.HandlersOfItsBodies,
            Whistle.SupportersAreDone, Whistle.CallsAnotherBody, Whistle.IsCalled, Whistle.HasAPart,
            StandingTransitions.WarningIsNew, StandingTransitions.LevelIsAbove,
            Guard.NotLate, Guard.OneOriginalLimit, Guard.ResumesInTime, Guard.HandlerIsNotRecused, Guard.RecusesTheHandler,
            Guard.NamesItsHead, Guard.NamesNoCase,
            Guard.SaysWhose, Guard.WasReached, Guard.WasNotReached, Guard.IsNotSatisfied, Guard.BringsEvidence)
            .With("urging.levels", static levels => Positive(levels) is { } n ? Guard.UrgedFewerThan(n) : null)
            .With("extension.count", static times => Positive(times) is { } n ? Guard.ExtendedFewerThan(n) : null)
            .With("suspension.count", static times => Positive(times) is { } n ? Guard.SuspendedFewerThan(n) : null)
            .With("answer.attempts", static attempts => Positive(attempts) is { } n ? Guard.TriedAtLeast(n) : null)
            .With("suspension.length", static limit => TimeLimit.TryParse(limit, out var longest) ? Guard.SuspendedWithin(longest) : null)
            .With("reopening.window", static limit => TimeLimit.TryParse(limit, out var window) ? Guard.HandledWithin(window) : null)
            .With("outcome.fits", static outcomes => Outcomes(outcomes) is { } allowed ? Guard.OutcomeIs(allowed) : null)
            .With("report.channel", static channels => Guard.CameBy(ValueList.From(channels.Split('|'))))
            .With(DutyWays.IsAsked)
            .With("application.ahead", static limit => TimeLimit.TryParse(limit, out var ahead) ? DutyApplications.AheadBy(ahead) : null)
            .With("body.duty-committee", static body => DutyWays.Decides(new(body)))
            .With("objection.other-body", static body => DutyObjections.AnswersToOthers(new(body)))
            .With("body.supervision", static body => DigitalCity.Supervises(new(body)))
            .With("body.command", static body => DigitalCity.Commands(new(body)))
            .With("lead.supervision", static body => DigitalCity.DoesNotHandle(new(body)));

    /// <summary>The codes that are known, in ordinal order.</summary>
    public IEnumerable<string> Codes => _makers.Keys.Order(StringComparer.Ordinal);

    /// <summary>These guards and one without argument.</summary>
    /// <param name="guard">The guard; found by its code.</param>
    /// <exception cref="ArgumentException">The code is taken already, or is no name.</exception>
    public GuardRegistry With(Guard guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return Adding(guard.Code, argument => argument is null ? guard : null);
    }

    /// <summary>These guards and one that is made from an argument, such as <c>urging.levels(5)</c>.</summary>
    /// <param name="code">The code.</param>
    /// <param name="make">Makes the guard from what stands between the brackets; null where that is no argument for it.</param>
    /// <exception cref="ArgumentException">The code is taken already, or is no name.</exception>
    public GuardRegistry With(string code, Func<string, Guard?> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return Adding(code, argument => argument is null ? null : make(argument));
    }

    /// <summary>Finds a guard by its <see cref="Guard.Name"/>.</summary>
    /// <param name="name">A code, or a code with an argument in brackets.</param>
    /// <param name="guard">The guard, or null.</param>
    /// <param name="reason">Why there is none, or null.</param>
    public bool TryFind(string name, [NotNullWhen(true)] out Guard? guard, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        var hasArgument = bracket > 0 && name.EndsWith(')');
        var code = hasArgument ? name[..bracket] : name;
        guard = null;
        if (!_makers.TryGetValue(code, out var make))
        {
            reason = $"there is no guard \"{code}\"; known are {string.Join(", ", Codes)}";
            return false;
        }

        guard = make(hasArgument ? name[(bracket + 1)..^1] : null);
        reason = guard is null
            ? hasArgument ? $"the guard \"{code}\" takes no such argument" : $"the guard \"{code}\" takes an argument: {code}(…)"
            : null;
        return guard is not null;
    }

    /// <summary>Whether a code can be told apart from others in a list of names and from its argument.</summary>
    internal static bool IsCode(string? code, out string? reason)
    {
        if (!TextId.IsValid(code, out reason))
            return false;
        if (code!.AsSpan().ContainsAny(" ,()"))
            reason = "it has a space, a comma or a bracket";
        return reason is null;
    }

    private static GuardRegistry Of(params ReadOnlySpan<Guard> guards)
    {
        var registry = new GuardRegistry(FrozenDictionary<string, Func<string?, Guard?>>.Empty);
        foreach (var guard in guards)
            registry = registry.With(guard);
        return registry;
    }

    private static CaseOutcome[]? Outcomes(string names)
    {
        var outcomes = new List<CaseOutcome>();
        foreach (var name in names.Split('|'))
        {
            if (!Enum.TryParse<CaseOutcome>(name, out var outcome) || !Enum.IsDefined(outcome))
                return null;
            outcomes.Add(outcome);
        }

        return [.. outcomes];
    }

    private static int? Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;

    private GuardRegistry Adding(string code, Func<string?, Guard?> make)
    {
        if (!IsCode(code, out var reason))
            throw new ArgumentException($"Not the code of a guard: {reason}.", nameof(code));
        if (_makers.ContainsKey(code))
            throw new ArgumentException($"There is a guard \"{code}\" already.\nGive the other one a code of its own.", nameof(code));
        return new(_makers.Append(new(code, make)).ToFrozenDictionary(StringComparer.Ordinal));
    }
}
