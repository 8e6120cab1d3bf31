namespace GridGov;

/// <summary>
/// A body that answers for a component, as the registry names it: code and name. Immutable and thread-safe.
/// </summary>
/// <param name="Code">
/// The unified social credit code (统一社会信用代码), 18 characters; may be null where the registry has only the name of
/// an owner or maintainer.
/// </param>
/// <param name="Name">The name, 1 to 100 characters; may be null where the registry has only the code.</param>
public sealed record ResponsibleUnit(string? Code, string? Name);
