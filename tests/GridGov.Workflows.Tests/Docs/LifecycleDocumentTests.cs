namespace GridGov.Workflows.Tests.Docs;

/// <summary>
/// Holds docs/lifecycle-*.md against the built-in lifecycles. With GRIDGOV_WRITE_DOCS=1 in the environment the marked parts
/// are written instead.
/// </summary>
public sealed class LifecycleDocumentTests
{
    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void The_document_says_what_the_definition_says(string id)
    {
        var path = Path.Combine(Folder(), $"lifecycle-{id}.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        foreach (var (name, expected) in LifecyclePage.Sections(Fit.Named(id)))
        {
            var (open, close) = ($"<!-- {name} -->\n", $"\n<!-- /{name} -->");
            var from = text.IndexOf(open, StringComparison.Ordinal);
            var to = from < 0 ? -1 : text.IndexOf(close, from, StringComparison.Ordinal);
            Assert.True(to >= 0, $"{path} has no part {open.Trim()} … {close.Trim()}.");
            if (Environment.GetEnvironmentVariable("GRIDGOV_WRITE_DOCS") == "1")
                File.WriteAllText(path, text = text[..(from + open.Length)] + expected + text[to..]);
            else
                Assert.True(text[(from + open.Length)..to].Trim() == expected, $"docs/lifecycle-{id}.md differs from the definition. Between {open.Trim()} and {close.Trim()} it should read:\n\n{expected}\n");
        }
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
