namespace GridGov;

/// <summary>
/// What a post of grid staff is (岗位类别). "1+6+N" is read as one full-time post, six professional ones and any number of
/// part-time ones for a grid; that reading is assumed.
/// </summary>
public enum PostKind
{
    /// <summary>
    /// The head (长) of the place, who alone answers for it at its level: 网格长, 楼栋长, 邻里长 and those above. 网格长 is
    /// the word of a municipal regulation (primary source); the chain 网格长—楼栋长—邻里长 is assumed.
    /// </summary>
    Head = 1,

    /// <summary>Full-time grid staff (专职网格员; municipal regulations, primary source).</summary>
    FullTime = 2,

    /// <summary>Staff of a profession who serve a grid (专业网格员): police, doctor, lawyer and the like; assumed.</summary>
    Professional = 3,

    /// <summary>Part-time grid staff (兼职网格员; municipal regulations, primary source).</summary>
    PartTime = 4,

    /// <summary>Guides a grid from above (网格指导员; a municipal regulation, primary source).</summary>
    Guide = 5,

    /// <summary>Handles for a department what a grid reports (部门处置人员; secondary source).</summary>
    Handler = 6,
}

/// <summary>The names of posts. Thread-safe.</summary>
public static class PostTitles
{
    /// <summary>The name of a post of a kind at a level: 网格长, 楼栋长, 专职网格员. Names of heads above a grid are assumed.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="level">The level; it decides the name of a head only.</param>
    /// <exception cref="ArgumentOutOfRangeException">Kind or level is none of those that are known.</exception>
    public static LocalizedText Of(PostKind kind, ResponsibilityLevel level) => kind switch
    {
        PostKind.Head => HeadOf(level),
        PostKind.FullTime => new("full-time grid worker", "专职网格员"),
        PostKind.Professional => new("professional grid worker", "专业网格员"),
        PostKind.PartTime => new("part-time grid worker", "兼职网格员"),
        PostKind.Guide => new("grid guide", "网格指导员"),
        PostKind.Handler => new("department handler", "部门处置人员"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is none of the six."),
    };

    private static LocalizedText HeadOf(ResponsibilityLevel level) => level switch
    {
        ResponsibilityLevel.Province => new("province head", "省级网格长"),
        ResponsibilityLevel.City => new("city head", "市级网格长"),
        ResponsibilityLevel.District => new("district head", "区级网格长"),
        ResponsibilityLevel.Street => new("street head", "街道网格长"),
        ResponsibilityLevel.Community => new("community head", "社区网格长"),
        ResponsibilityLevel.Grid => new("grid head", "网格长"),
        ResponsibilityLevel.MicroGrid => new("micro-grid head", "微网格长"),
        ResponsibilityLevel.Building => new("building head", "楼栋长"),
        ResponsibilityLevel.Neighbours => new("neighbour head", "邻里长"),
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "It is none of the nine."),
    };
}
