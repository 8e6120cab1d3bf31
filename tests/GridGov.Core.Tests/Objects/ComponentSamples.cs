namespace GridGov.Core.Tests;

internal static class ComponentSamples
{
    /// <summary>A manhole cover with every attribute.</summary>
    public static ComponentDraft Draft { get; } = new()
    {
        Id = "32050801001000001",
        Name = "供水井盖",
        Competent = new("121200004013590816", "市水务局"),
        Owner = new("91110000600037341L", "供水公司"),
        Maintainer = new("9144030071526726XG", "养护公司"),
        Grid = new("320508019044001"),
        State = "完好",
        InitialOn = new(2026, 7, 1),
        ChangedOn = new(2026, 7, 1),
        DataSource = "实测",
        Note = "路口东侧",
        StreetCode = "320508019",
        StreetName = "金阊街道",
        CommunityCode = "320508019044",
        CommunityName = "养育巷社区",
    };
}
