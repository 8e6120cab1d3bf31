namespace GridGov;

/// <summary>One fault of a definition: where it is and what to do. Immutable and thread-safe.</summary>
/// <param name="Where">The place in the definition: an item, state, row or path.</param>
/// <param name="What">What is wrong and the way out.</param>
public sealed record Fault(string Where, string What)
{
    /// <summary>Place and fault on one line.</summary>
    public override string ToString() => $"{Where}: {What}";
}

/// <summary>A definition (grid tree, duty list, calendar, lifecycle, roster) is not sound. Lists every fault.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Makes the exception from all faults found.</summary>
    /// <param name="definition">What was being built, for instance <c>duty list "town-2026" version 3</c>.</param>
    /// <param name="faults">Every fault, at least one.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DefinitionException(string definition, IEnumerable<Fault> faults)
        : this(definition, ValueList.From(faults), null)
    {
    }

    internal DefinitionException(string definition, ValueList<Fault> faults, Exception? inner)
        : base(Compose(definition, faults), inner)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        Faults = faults;
    }

    /// <summary>What was being built.</summary>
    public string Definition { get; }

    /// <summary>Every fault found, in the order of the definition.</summary>
    public ValueList<Fault> Faults { get; }

    private static string Compose(string definition, ValueList<Fault> faults)
    {
        const int shown = 20;
        var lines = faults.Take(shown).Select(f => $"  {f}");
        var more = faults.Count > shown ? $"\n  and {faults.Count - shown} more; see Faults" : string.Empty;
        return $"{definition} has {faults.Count} fault(s):\n{string.Join('\n', lines)}{more}";
    }
}
