using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>Sex (性别) by the codes of GB/T 2261.1; the codes come from a secondary source.</summary>
[SuppressMessage("Design", "CA1008", Justification = "The standard's word for 0 is unknown.")]
public enum Sex
{
    /// <summary>Unknown (未知的性别).</summary>
    Unknown = 0,

    /// <summary>Male (男性).</summary>
    Male = 1,

    /// <summary>Female (女性).</summary>
    Female = 2,

    /// <summary>Not stated (未说明的性别).</summary>
    NotStated = 9,
}
