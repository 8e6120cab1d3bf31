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
        Of(Guard.NotAHandler, Guard.NotOfAHandlingBody, Guard.IsTheHandler, Guard.NamesHandler, Guard.StepIsDue)
            .With(Guard.UrgedFewerThan(1).Code, static levels => Positive(levels) is { } n ? Guard.UrgedFewerThan(n) : null);

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
