namespace GridGov;

/// <summary>
/// A body that answers for a component, as the registry names it: code and name. Immutable and thread-safe.
/// </summary>
/// <param name="Code">
/// The unified social credit code; may be null where the registry has only the name of an owner or maintainer.
/// </param>
/// <param name="Name">The name, 1 to 100 characters; may be null where the registry has only the code.</param>
public sealed record ResponsibleUnit(UnifiedSocialCreditCode? Code, string? Name)
{
    /// <summary>Code and name as a draft.</summary>
    public ResponsibleUnitDraft ToDraft() => new(Code?.ToString(), Name);
}

/// <summary>A body that answers for a component, before it is checked. Immutable and thread-safe.</summary>
/// <param name="Code">The unified social credit code (统一社会信用代码) as people type it, or null.</param>
/// <param name="Name">The name, or null.</param>
public sealed record ResponsibleUnitDraft(string? Code, string? Name);
