namespace GridGov.Workflows.Tests.Docs;

/// <summary>Holds docs/lifecycle-eight-step.md against <see cref="EightStep.Default"/>.</summary>
public sealed class LifecycleDocumentTests
{
    private static readonly Lazy<string> Document = new(Read);

    [Fact]
    public void The_document_lists_every_step() => AssertSection("steps",
    [
        "| id | English | 中文 | owner | limit | when due | holds the handler |",
        "|---|---|---|---|---|---|---|",
        .. EightStep.Default.States.Select(s =>
            $"| `{s.Id}` | {s.Name.En} | {s.Name.Zh} | {s.Owner?.ToString() ?? "–"} | {LimitOf(s)} | {(s.OnDue is { } t ? $"`{t}`" : "–")} | {YesOrDash(s.HoldsHandler)} |"),
    ]);

    [Fact]
    public void The_document_lists_every_transition() => AssertSection("transitions",
    [
        "| from | trigger | to | roles | guards | note |",
        "|---|---|---|---|---|---|",
        .. EightStep.Default.Transitions.Select(t =>
            $"| `{t.From}` | `{t.Trigger}` | `{t.To}` | {string.Join(", ", t.Roles)} | {GuardsOf(t)} | {(t.Needs.HasFlag(CommandNeeds.Note) ? "required" : "–")} |"),
    ]);

    [Fact]
    public void The_document_draws_every_transition() => AssertSection("diagram",
    [
        "```mermaid",
        .. EightStep.Default.ToMermaid(DiagramLanguage.Both).Split('\n'),
        "```",
    ]);

    [Fact]
    public void The_document_names_every_trigger_in_both_languages() => AssertSection("triggers",
    [
        "| trigger | English | 中文 |",
        "|---|---|---|",
        .. EightStep.Default.Transitions.DistinctBy(t => t.Trigger).Select(t => $"| `{t.Trigger}` | {t.Name.En} | {t.Name.Zh} |"),
    ]);

    private static void AssertSection(string name, IEnumerable<string> lines)
    {
        var expected = string.Join('\n', lines);
        var (open, close) = ($"<!-- {name} -->\n", $"\n<!-- /{name} -->");
        var from = Document.Value.IndexOf(open, StringComparison.Ordinal);
        var to = from < 0 ? -1 : Document.Value.IndexOf(close, from, StringComparison.Ordinal);
        var found = to < 0 ? null : Document.Value[(from + open.Length)..to].Trim();
        Assert.True(
            string.Equals(found, expected, StringComparison.Ordinal),
            $"docs/lifecycle-eight-step.md differs from EightStep.Default. Between {open.Trim()} and {close.Trim()} it should read:\n\n{expected}\n");
    }

    private static string LimitOf(StateDefinition state) =>
        state.Limit is { IsCaseLimit: true } ? "the case's" : state.Limit.Own is { } own ? $"`{own}`" : "–";

    private static string GuardsOf(TransitionDefinition transition) =>
        transition.Guards.IsEmpty ? "–" : string.Join(", ", transition.Guards.Select(g => $"`{g.Code}`"));

    private static string YesOrDash(bool value) => value ? "yes" : "–";

    private static string Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GridGov.sln")))
            folder = folder.Parent;
        Assert.True(folder is not null, "No GridGov.sln above the tests: run them from a clone of the repository.");
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "lifecycle-eight-step.md")).ReplaceLineEndings("\n");
    }
}
