namespace GridGov.Workflows.Tests.Docs;

/// <summary>Holds the lifecycles shown in docs/lifecycles.md and docs/formats.md against the code.</summary>
public sealed class OwnLifecycleDocumentTests
{
    [Fact]
    public void The_lifecycle_in_CSharp_is_the_one_below()
    {
        var shown = Block("docs/lifecycles.md", "# Lifecycles of your own", "csharp").Select(l => l.Trim());
        var written = Lines("tests/GridGov.Workflows.Tests/Docs/OwnLifecycleDocumentTests.cs")
            .SkipWhile(l => !l.Trim().StartsWith("var repair = ", StringComparison.Ordinal))
            .TakeWhile(l => l.Trim() != "return repair;").Select(l => l.Trim()).Where(l => l.Length > 0);

        Assert.Equal(written, shown);
        Assert.Equal(["accept", "handle", "check", "archive"], Written().States.Select(s => s.Id));
    }

    [Fact]
    public void The_lifecycle_in_JSON_is_sound()
    {
        var read = LifecycleDefinition.FromJson(string.Join('\n', Block("docs/formats.md", "## Lifecycle", "json")));

        Assert.Equal("urging.levels(3)", read.Find("accept", "urge")!.Guards[1].Name);
        Assert.Equal("open", read.State("handle").Parent);
        Assert.Equal(50, read.Find("handle", "report")!.Evidence[0].WithinMetres);
    }

    private static LifecycleDefinition Written()
    {
        var repair = Lifecycle.Named("repair", 1)
            .Step("accept", "Accept", "受理").OwnedBy(Role.Dispatcher).Within(TimeLimit.WorkHours(4))
                .On("assign", "assign", "派遣").By(Role.Dispatcher).If(Guard.NamesHandler).Assigns().To("handle")
            .Step("handle", "Handle", "处置").OwnedBy(Role.Handler).WithinCaseLimit().HoldsHandler()
                .On("report", "report the result", "处置反馈").By(Role.Handler).If(Guard.IsTheHandler).Needs(CommandNeeds.Note).To("check")
            .Step("check", "Check", "核查").OwnedBy(Role.Verifier).Within(TimeLimit.WorkDays(1))
                .On("verify", "verify", "核查通过").By(Role.Verifier).If(Guard.NotAHandler).To("archive")
                .On("rework", "send back", "返工").By(Role.Verifier).If(Guard.NotAHandler).Records(EntryKind.Reworked).To("handle")
            .End("archive", "Archive", "归档")
            .Freeze();
        return repair;
    }

    private static IEnumerable<string> Block(string file, string heading, string language) => Lines(file)
        .SkipWhile(l => l != heading).SkipWhile(l => l != "```" + language).Skip(1).TakeWhile(l => l != "```");

    private static string[] Lines(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GridGov.sln")))
            folder = folder.Parent;
        Assert.True(folder is not null, "No GridGov.sln above the tests: run them from a clone of the repository.");
        return File.ReadAllLines(Path.Combine(folder.FullName, file));
    }
}
