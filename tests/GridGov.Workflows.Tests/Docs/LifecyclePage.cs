namespace GridGov.Workflows.Tests.Docs;

/// <summary>The marked parts of a page in docs/ about one lifecycle, as they should read.</summary>
internal static class LifecyclePage
{
    public static IEnumerable<(string Name, string Text)> Sections(LifecycleDefinition definition)
    {
        yield return ("steps", Lines(
            "| id | English | 中文 | group | owner | limit | when due | holds the handler |",
            "|---|---|---|---|---|---|---|---|",
            definition.Declared.Select(s =>
                $"| `{s.Id}` | {s.Name.En} | {s.Name.Zh} | {Code(s.Parent)} | {(s.IsGroup ? "a group" : s.Owner?.ToString() ?? "–")} | {LimitOf(s)} | {Code(s.OnDue)} | {(s.HoldsHandler ? "yes" : "–")} |")));
        yield return ("triggers", Lines(
            "| trigger | English | 中文 |",
            "|---|---|---|",
            definition.Transitions.DistinctBy(t => t.Trigger).Select(t => $"| `{t.Trigger}` | {t.Name.En} | {t.Name.Zh} |")));
        yield return ("transitions", Lines(
            "| from | trigger | to | records | roles | guards | needs | evidence |",
            "|---|---|---|---|---|---|---|---|",
            definition.Transitions.Select(t =>
                $"| `{t.From}` | `{t.Trigger}` | {(t.To is { } to ? $"`{to}`" : "stays")} | {t.Records} | {string.Join(", ", t.Roles)} | {Listed(t.Guards.Select(g => $"`{g.Code}`"))} | {(t.Needs == 0 ? "–" : t.Needs)} | {Listed(t.Evidence.Select(e => e.Kind.ToString()))} |")));
        StateDefinition[] open = [.. definition.States.Where(s => !s.IsEnd)];
        yield return ("table", Lines(
            $"| | {string.Join(" | ", open.Select(s => $"`{s.Id}`"))} |",
            $"|---|{string.Concat(open.Select(_ => "---|"))}",
            definition.Triggers.Select(t => $"| `{t}` | {string.Join(" | ", open.Select(s => Cell(definition.Find(s.Id, t))))} |")));
        yield return ("guards", Lines(
            "| code | English | 中文 |",
            "|---|---|---|",
            definition.Transitions.SelectMany(t => t.Guards).DistinctBy(g => g.Code).OrderBy(g => g.Code, StringComparer.Ordinal)
                .Select(g => $"| `{g.Code}` | {g.Text.En} | {g.Text.Zh} |")));
        yield return ("diagram", $"```mermaid\n{definition.ToMermaid(DiagramLanguage.Both)}\n```");
    }

    private static string Lines(string head, string rule, IEnumerable<string> rows) => string.Join('\n', [head, rule, .. rows]);

    private static string Cell(TransitionDefinition? way) => way is null ? "·" : way.To is { } to ? $"`{to}`" : "stays";

    private static string Code(string? id) => id is null ? "–" : $"`{id}`";

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "–";

    private static string LimitOf(StateDefinition state) =>
        state.Limit is { IsCaseLimit: true } ? "the case's" : state.Limit.Own is { } own ? $"`{own}`" : "–";
}
