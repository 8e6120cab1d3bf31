using System.Globalization;
using System.Text;

namespace GridGov.Rules.Inference;

/// <summary>One firing of a rule. Immutable and thread-safe if its facts are.</summary>
/// <param name="Number">Its number within the run, from 1.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Facts">
/// The facts that it fired on, in the order of its conditions; a condition over many facts gives them as one list.
/// </param>
public sealed record RuleFiring(int Number, string Rule, ValueList<object> Facts)
{
    /// <summary>Number, rule and the types of its facts; what the facts say is left out, since it may be personal.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Number}. {Rule} on {string.Join(", ", Facts.Select(f => f.GetType().Name))}");
}

/// <summary>What rules made of facts. Immutable and thread-safe if the facts are.</summary>
public sealed record InferenceResult
{
    /// <summary>The facts that rules have added, in the order in which they were added; those taken back again are not there.</summary>
    public required ValueList<object> Findings { get; init; }

    /// <summary>Every firing, in order: why a finding is there.</summary>
    public required ValueList<RuleFiring> Firings { get; init; }

    /// <summary>The findings of one type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public ValueList<T> Of<T>() => ValueList.From(Findings.OfType<T>());

    /// <summary>The firings, one a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Findings.Count} finding(s) by {Firings.Count} firing(s)"));
        foreach (var firing in Firings)
            text.Append('\n').Append(firing);
        return text.ToString();
    }
}

/// <summary>A rule class that is not taken. Immutable and thread-safe.</summary>
/// <param name="Class">Its full name.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedRule(string Class, string Reason);
