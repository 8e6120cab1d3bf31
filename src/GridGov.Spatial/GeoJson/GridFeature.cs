using NetTopologySuite.Geometries;

namespace GridGov.Spatial;

/// <summary>A node of a grid tree with its ground, as one feature of a GeoJSON file. Thread-safe as long as nobody changes the shape.</summary>
/// <param name="Code">The node's code.</param>
/// <param name="Parent">The parent's code, or null for a root.</param>
/// <param name="Name">The node's name.</param>
/// <param name="Level">What the node is.</param>
/// <param name="Households">Households (户数) of the node itself, 0 where not counted.</param>
/// <param name="Shape">Its polygon or multi-polygon, or null when it is not drawn.</param>
public sealed record GridFeature(GridCode Code, GridCode? Parent, string Name, GridLevel Level, int Households, Geometry? Shape)
{
    /// <summary>The row from which <see cref="GridTree.Build"/> makes the node.</summary>
    public GridRow ToRow() => new(Code, Parent, Name, Level, Households);
}

/// <summary>How a GeoJSON file names what a grid needs, and how large it may be. Immutable and thread-safe.</summary>
public sealed record GeoJsonLayout
{
    /// <summary>The form that the library writes.</summary>
    public static GeoJsonLayout Default { get; } = new();

    /// <summary>The property with the code: a text, or a whole number. Never optional.</summary>
    public string Code { get; init; } = "code";

    /// <summary>The property with the name.</summary>
    public string Name { get; init; } = "name";

    /// <summary>The property with the level: a name of <see cref="GridLevel"/> in any case, or its number.</summary>
    public string Level { get; init; } = "level";

    /// <summary>The property with the parent's code; missing or null for a root.</summary>
    public string Parent { get; init; } = "parent";

    /// <summary>The property with the households, a whole number; missing or null for 0.</summary>
    public string Households { get; init; } = "households";

    /// <summary>The level of features that have none, or null to demand it of each.</summary>
    public GridLevel? FixedLevel { get; init; }

    /// <summary>The parent of features that have none, or null.</summary>
    public GridCode? FixedParent { get; init; }

    /// <summary>
    /// The system of the coordinates, WGS 84 unless the file was drawn otherwise. The file's own word for it, where it has
    /// one, must agree.
    /// </summary>
    public CoordinateSystem System { get; init; } = CoordinateSystem.Wgs84;

    /// <summary>The largest document that is read, in bytes. 256 MiB.</summary>
    public int MaxBytes { get; init; } = 256 << 20;

    /// <summary>The most positions that a document may have. 10 million.</summary>
    public int MaxPositions { get; init; } = 10_000_000;
}
