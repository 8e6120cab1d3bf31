namespace GridGov;

/// <summary>The nodes of a tree in pre-order, an array per attribute.</summary>
internal sealed class GridNodes(int count)
{
    public const int NoFrom = int.MinValue;
    public const int NoUntil = int.MaxValue;

    public GridCode[] Codes { get; } = new GridCode[count];

    public string[] Names { get; } = new string[count];

    /// <summary>The parent's number, -1 for a root.</summary>
    public int[] Parents { get; } = GC.AllocateUninitializedArray<int>(count);

    /// <summary>The nodes of the subtree, the node itself included.</summary>
    public int[] Sizes { get; } = GC.AllocateUninitializedArray<int>(count);

    /// <summary>Level, kind and area in one byte.</summary>
    public byte[] Traits { get; } = GC.AllocateUninitializedArray<byte>(count);

    /// <summary>At i, the households of all nodes before i; null where none has any.</summary>
    public long[]? HouseholdsBefore { get; set; }

    /// <summary>The first days in force as day numbers; null where no node is dated.</summary>
    public int[]? From { get; set; }

    /// <summary>The last days in force as day numbers; null where no node is dated.</summary>
    public int[]? Until { get; set; }

    public static byte TraitsOf(GridRow row) =>
        (byte)((int)row.Level | ((int)(row.Kind ?? GridRow.UsualKind(row.Level)) << 3) | ((int)row.Area << 5));

    public static GridLevel LevelIn(byte traits) => (GridLevel)(traits & 7);

    public GridLevel LevelOf(int node) => LevelIn(Traits[node]);

    public GridKind KindOf(int node) => (GridKind)((Traits[node] >> 3) & 3);

    public AreaType AreaOf(int node) => (AreaType)(Traits[node] >> 5);

    /// <summary>First and last day on which the node and all nodes above it are in force.</summary>
    public (int First, int Last) InForce(int node)
    {
        var (first, last) = (NoFrom, NoUntil);
        for (; From is not null && node >= 0; node = Parents[node])
            (first, last) = (Math.Max(first, From[node]), Math.Min(last, Until![node]));
        return (first, last);
    }
}
