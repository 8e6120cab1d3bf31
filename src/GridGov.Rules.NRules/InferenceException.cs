namespace GridGov.Rules.Inference;

/// <summary>A rule set that cannot be compiled: a mistake of whoever wrote it, not of the facts.</summary>
public sealed class InferenceException : InvalidOperationException
{
    internal InferenceException(string rules, string rule, string reason, Exception? inner)
        : base($"The rule {rule} of {rules} cannot be used: {reason}", inner)
    {
        Rules = rules;
        Rule = rule;
    }

    /// <summary>The rule set.</summary>
    public string Rules { get; }

    /// <summary>The rule class, or the set where no single class is at fault.</summary>
    public string Rule { get; }
}
