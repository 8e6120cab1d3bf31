using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>What a node of a grid tree is, from the outside in.</summary>
[SuppressMessage("Design", "CA1028", Justification = "One byte a node; a country has 665,276.")]
public enum GridLevel : byte
{
    /// <summary>A province (省).</summary>
    Province = 1,

    /// <summary>A city (市).</summary>
    City = 2,

    /// <summary>A district or county (区、县).</summary>
    District = 3,

    /// <summary>A street or township (街道、乡镇).</summary>
    Street = 4,

    /// <summary>A community or village (社区、村).</summary>
    Community = 5,

    /// <summary>A grid (网格).</summary>
    Grid = 6,

    /// <summary>A micro-grid (微网格).</summary>
    MicroGrid = 7,
}

/// <summary>
/// A node of one <see cref="GridTree"/>, as a dense number in pre-order; valid for that tree only.
/// The default value is the tree's first root.
/// </summary>
/// <param name="Index">The position in pre-order, from 0.</param>
public readonly record struct GridHandle(int Index);

/// <summary>One row from which a tree is built. Immutable and thread-safe.</summary>
/// <param name="Code">The node's code, unique in the tree.</param>
/// <param name="Parent">The parent's code, or null for a root.</param>
/// <param name="Name">The node's name.</param>
/// <param name="Level">What the node is; deeper than its parent's level.</param>
/// <param name="Households">Households (户数) of the node itself, 0 where not counted.</param>
public sealed record GridRow(GridCode Code, GridCode? Parent, string Name, GridLevel Level, int Households = 0);
