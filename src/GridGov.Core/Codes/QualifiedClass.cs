using System.Globalization;

namespace GridGov;

/// <summary>Which code system, in which version. Immutable and thread-safe; equal by both.</summary>
/// <param name="Id">The system's stable name.</param>
/// <param name="Version">The version, from 1.</param>
public readonly record struct CodeSystemVersion(string Id, int Version)
{
    /// <summary>Name and version.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} v{Version}");
}

/// <summary>
/// A class code that says whose it is. Immutable and thread-safe. The same four digits are another class in another
/// system: 0401 is 路面塌陷 in the numbering of CJ/T 214-2007 and 无照经营游商 in that of GB/T 30428.2-2013 (both from
/// secondary sources). Made by <see cref="CodeSystem.Qualify"/>, read by <see cref="CodeSystem.Resolve"/>.
/// </summary>
/// <param name="System">The code system and its version.</param>
/// <param name="Kind">Component or matter.</param>
/// <param name="Code">The code in that system.</param>
public readonly record struct QualifiedClass(CodeSystemVersion System, ClassKind Kind, ClassCode Code)
{
    /// <summary>System, kind and code on one line.</summary>
    public override string ToString() => $"{System} {Kind} {Code}";
}
