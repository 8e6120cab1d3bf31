using System.Reflection;

namespace GridGov.Testing;

/// <summary>
/// Duty lists and forms to try and to test with. They are samples that were made up and bind nobody; what they are composed from is in
/// docs/duties.md. Immutable and thread-safe.
/// </summary>
public static class SampleDuties
{
    /// <summary>The list of an urban community (样例：城市社区工作事项清单), as JSON.</summary>
    public static ReadOnlyMemory<byte> CommunityJson { get; } = Read("sample-community");

    /// <summary>The list of a township (样例：乡镇履行职责事项清单), as JSON.</summary>
    public static ReadOnlyMemory<byte> TownshipJson { get; } = Read("sample-township");

    /// <summary>The forms that the community's list names, as JSON.</summary>
    public static ReadOnlyMemory<byte> CommunityFormsJson { get; } = Read("sample-community-forms");

    /// <summary>The list of an urban community.</summary>
    public static DutyList Community { get; } = DutyList.FromJson(CommunityJson.Span);

    /// <summary>The list of a township.</summary>
    public static DutyList Township { get; } = DutyList.FromJson(TownshipJson.Span);

    /// <summary>The forms that the community's list names.</summary>
    public static FormCatalog CommunityForms { get; } = FormCatalog.FromJson(CommunityFormsJson.Span);

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The sample {name} is not in the assembly; build it anew.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
