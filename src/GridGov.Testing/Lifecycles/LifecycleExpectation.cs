using System.Globalization;
using System.Text;
using GridGov.Workflows;

namespace GridGov.Testing;

/// <summary>
/// Given entries, when a command comes, then an entry or a refusal: what a lifecycle promises, as a test (给定、当、则). The
/// expectations can be chained: after <c>Then</c> the case goes on. Immutable and thread-safe.
/// </summary>
/// <example>
/// <code>
/// town.Case("R-1").In(EightStep.Feedback, "w1").Expect()
///     .When(new(EightStep.Triggers.Verify, handler)).ThenRefused(RefusalCodes.TransitionRefused, "separation.handler")
///     .When(new(EightStep.Triggers.Verify, town.Verifier)).Then(new() { To = EightStep.Evaluate });
/// </code>
/// </example>
public sealed class LifecycleExpectation
{
    private readonly LifecycleDefinition _lifecycle;
    private readonly WorkCalendar _calendar;
    private readonly ValueList<CaseEntry> _given;
    private readonly CaseCommand? _command;
    private readonly DateTimeOffset? _at;

    private LifecycleExpectation(
        LifecycleDefinition lifecycle, WorkCalendar calendar, ValueList<CaseEntry> given, CaseCommand? command = null, DateTimeOffset? at = null)
    {
        (_lifecycle, _calendar, _given, _command, _at) = (lifecycle, calendar, given, command, at);
        Case = given.IsEmpty ? null : GridGov.Case.From(given.AsEnumerable());
    }

    /// <summary>The case so far, or null before <see cref="Given"/>.</summary>
    public Case? Case { get; }

    /// <summary>The entries so far.</summary>
    public ValueList<CaseEntry> Entries => _given;

    /// <summary>Begins an expectation about a lifecycle.</summary>
    /// <param name="lifecycle">The definition.</param>
    /// <param name="calendar">The working time by which it counts.</param>
    public static LifecycleExpectation Of(LifecycleDefinition lifecycle, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(calendar);
        return new(lifecycle, calendar, []);
    }

    /// <summary>What happened before.</summary>
    /// <param name="entries">The entries of one case, from the first.</param>
    /// <exception cref="ExpectationException">They are no chain.</exception>
    public LifecycleExpectation Given(ValueList<CaseEntry> entries)
    {
        if (CaseChain.Verify(entries.AsEnumerable()) is { } fault)
            throw new ExpectationException($"What is given is no log of a case: {fault}");
        return new(_lifecycle, _calendar, entries);
    }

    /// <summary>What somebody then wants to do.</summary>
    /// <param name="command">The command.</param>
    /// <param name="at">When; by default one minute after the last entry.</param>
    public LifecycleExpectation When(CaseCommand command, DateTimeOffset? at = null) => new(_lifecycle, _calendar, _given, command, at);

    /// <summary>It is done, and the entry says this.</summary>
    /// <param name="expected">What it should say; fields that are not set are not looked at.</param>
    /// <returns>The case after it, for the next <see cref="When"/>.</returns>
    /// <exception cref="ExpectationException">It is refused, the entry says otherwise, or it does not follow.</exception>
    public LifecycleExpectation Then(ExpectedEntry expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var (_, decision) = Decide();
        if (decision.Refusal is { } refusal)
            throw Failure("an entry", $"it was refused.\n{refusal}");
        var entry = decision.ToEntry();
        if (CaseChain.VerifyNext(_given[^1], entry) is { } fault)
            throw Failure("an entry that follows", $"{fault}");
        if (expected.DifferencesTo(entry).ToList() is { Count: > 0 } differences)
            throw Failure("another entry", $"the entry differs.\n{string.Join('\n', differences)}");
        return new(_lifecycle, _calendar, _given.Add(entry));
    }

    /// <summary>It is done, and the case comes into a step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The case after it, for the next <see cref="When"/>.</returns>
    /// <exception cref="ExpectationException">It is refused, or leads elsewhere.</exception>
    public LifecycleExpectation Then(string step) => Then(new ExpectedEntry { To = step });

    /// <summary>It is refused for exactly these reasons, and the case stays as it is.</summary>
    /// <param name="code">The code of the refusal.</param>
    /// <param name="unmet">The codes of all unmet conditions, in any order; none to leave them open.</param>
    /// <returns>The same case, for the next <see cref="When"/>.</returns>
    /// <exception cref="ExpectationException">It is allowed, or refused for other reasons.</exception>
    public LifecycleExpectation ThenRefused(string code, params ReadOnlySpan<string> unmet)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        var (_, decision) = Decide();
        var expected = unmet.IsEmpty ? $"a refusal {code}" : $"a refusal {code} because of {Codes(unmet.ToArray())}";
        if (decision.Refusal is not { } refusal)
            throw Failure(expected, $"it was allowed and leads to {decision.To}.");
        if (!string.Equals(refusal.Code, code, StringComparison.Ordinal))
            throw Failure(expected, $"it was refused with {refusal.Code}.\n{refusal}");
        var reasons = refusal.Unmet.Select(u => u.Code).ToArray();
        if (!unmet.IsEmpty && !reasons.Order(StringComparer.Ordinal).SequenceEqual(unmet.ToArray().Order(StringComparer.Ordinal)))
            throw Failure(expected, $"it was refused because of {Codes(reasons)}.\n{refusal}");
        return new(_lifecycle, _calendar, _given);
    }

    private static string Codes(IEnumerable<string> codes) => string.Join(", ", codes.Order(StringComparer.Ordinal));

    private (Case Case, Decision Decision) Decide()
    {
        if (Case is not { } @case || _command is not { } command)
            throw new InvalidOperationException("Nothing can be expected yet.\nCall Given with entries, then When with a command.");
        return (@case, _lifecycle.Decide(@case, command, new(_at ?? @case.LastAt.AddMinutes(1), _calendar)));
    }

    private ExpectationException Failure(string expected, string actual)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Given case {Case!.Id} in {Case.Step} after {_given.Count} entries").Append('\n');
        foreach (var entry in _given)
            text.Append(CultureInfo.InvariantCulture, $"  {entry.Number}. {entry.Trigger} by {entry.By.Id} as {entry.By.Role}: {entry.From} -> {entry.To}").Append('\n');
        var (command, at) = (_command!.Value, _at ?? Case.LastAt.AddMinutes(1));
        text.Append(CultureInfo.InvariantCulture, $"when {command.Trigger} by {command.By.Id} as {command.By.Role} at {at:yyyy-MM-dd HH:mm:ss zzz}").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"then {expected} was expected, but {actual}");
        return new(text.ToString());
    }
}
