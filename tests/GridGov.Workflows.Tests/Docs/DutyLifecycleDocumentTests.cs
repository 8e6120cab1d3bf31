namespace GridGov.Workflows.Tests.Docs;

/// <summary>
/// Holds the marked parts of docs/duty-lifecycles.md against the lifecycles of applications and objections. With
/// GRIDGOV_WRITE_DOCS=1 in the environment they are written instead.
/// </summary>
public sealed class DutyLifecycleDocumentTests
{
    [Fact]
    public void The_document_says_what_the_definitions_say()
    {
        var path = Path.Combine(Folder(), "duty-lifecycles.md");
        foreach (var definition in new[] { DutyApplications.Default, DutyObjections.Default })
        {
            foreach (var (name, expected) in LifecyclePage.Sections(definition))
                Hold(path, $"{definition.Version.Id}-{name}", expected);
        }
    }

    private static void Hold(string path, string name, string expected)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var (open, close) = ($"<!-- {name} -->\n", $"<!-- /{name} -->");
        var from = text.IndexOf(open, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(close, from, StringComparison.Ordinal);
        Assert.True(to >= 0, $"{path} has no part {open.Trim()} … {close}.");
        if (Environment.GetEnvironmentVariable("GRIDGOV_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..(from + open.Length)] + expected + "\n" + text[to..]);
        else
            Assert.True(text[(from + open.Length)..to].Trim() == expected, $"docs/duty-lifecycles.md differs from the definition. Between {open.Trim()} and {close} it should read:\n\n{expected}\n");
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GridGov.sln")))
            folder = folder.Parent;
        Assert.True(folder is not null, "No GridGov.sln above the tests: run them from a clone of the repository.");
        return Path.Combine(folder.FullName, "docs");
    }
}
