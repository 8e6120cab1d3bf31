namespace GridGov;

/// <summary>The code systems that the library carries. Thread-safe: each is read once, when it is first asked for, and frozen.</summary>
public static class CodeSystems
{
    private static readonly Lazy<CodeSystem> National = new(() => Load("GridGov.Codes.gbt47678.5-2026.json"));

    /// <summary>
    /// GB/T 47678.5-2026 《城市运行管理服务平台 第5部分：管理部件和事项》, in force from 2026-07-01: 153 minor classes of
    /// components under 5 major classes and 250 of matters under 10, five digits each. Secondary source: a transcription of the
    /// standard's code tables in a public repository, not compared with the official text; compare it before you rely on
    /// it. Gaps in the numbers are the standard's as transcribed. That cities number their own minor classes from 080
    /// upward, 999 first, and their own major classes from 21, is a secondary source and an assumption, see <see cref="ExtensionRule"/>.
    /// </summary>
    public static CodeSystem National2026 => National.Value;

    private static CodeSystem Load(string resource)
    {
        using var stream = typeof(CodeSystems).Assembly.GetManifestResourceStream(resource)!;
        var utf8 = new byte[stream.Length];
        stream.ReadExactly(utf8);
        return CodeSystem.FromJson(utf8);
    }
}
