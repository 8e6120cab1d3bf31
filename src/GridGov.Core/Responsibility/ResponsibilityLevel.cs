using System.Diagnostics.CodeAnalysis;

namespace GridGov;

/// <summary>
/// At which level somebody answers for a place, from the outside in. The first seven are those of <see cref="GridLevel"/>
/// with the same numbers; the last two are parts of a grid that are places.
/// </summary>
[SuppressMessage("Design", "CA1028", Justification = "One byte a node, as for GridLevel.")]
public enum ResponsibilityLevel : byte
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

    /// <summary>A building (楼栋): a <see cref="PlaceKind.Building"/>.</summary>
    Building = 8,

    /// <summary>Neighbours (邻里): a <see cref="PlaceKind.Unit"/>; that the two are the same is assumed.</summary>
    Neighbours = 9,
}
