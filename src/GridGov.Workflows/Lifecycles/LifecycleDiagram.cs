using System.Globalization;
using System.Text;

namespace GridGov.Workflows;

/// <summary>
/// Pictures of a lifecycle: Mermaid and DOT, the same text for the same lifecycle. Groups are composite states; what can
/// be done within a step stands in the step, marked ⟲. A way out of a group is drawn from the group, and from every step
/// in it where it leads back into the group. Stateless; thread-safe.
/// </summary>
public static class LifecycleDiagram
{
    /// <summary>The lifecycle as a Mermaid state diagram (<c>stateDiagram-v2</c>).</summary>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="language">In which language.</param>
    /// <returns>Lines separated by LF, without one at the end.</returns>
    public static string ToMermaid(this LifecycleDefinition definition, DiagramLanguage language = DiagramLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var plan = new DiagramPlan(definition, language);
        var text = new StringBuilder("stateDiagram-v2\n");
        Nest(null, 1);
        foreach (var state in definition.Declared.Where(s => !s.IsGroup))
        {
            foreach (var inner in plan.Within(state.Id))
                text.Append(CultureInfo.InvariantCulture, $"    {plan.Alias(state.Id)}: {Escape($"⟲ {plan.NameOf(inner)}")}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"    [*] --> {plan.Alias(definition.Initial.Id)}\n");
        foreach (var (from, to, way) in plan.Arrows())
            text.Append(CultureInfo.InvariantCulture, $"    {plan.Alias(from)} --> {plan.Alias(to)}: {Escape(plan.NameOf(way))}\n");
        foreach (var end in definition.States.Where(s => s.IsEnd))
            text.Append(CultureInfo.InvariantCulture, $"    {plan.Alias(end.Id)} --> [*]\n");
        return text.ToString().TrimEnd('\n');

        void Nest(string? parent, int depth)
        {
            foreach (var state in definition.Declared.Where(s => s.Parent == parent))
            {
                text.Append(' ', depth * 4).Append(CultureInfo.InvariantCulture, $"state \"{Escape(plan.TitleOf(state))}\" as {plan.Alias(state.Id)}");
                if (state.IsGroup)
                {
                    text.Append(" {\n");
                    Nest(state.Id, depth + 1);
                    text.Append(' ', depth * 4).Append('}');
                }

                text.Append('\n');
            }
        }

        static string Escape(string name) => Rewrite(name, c => c switch
        {
            '#' => "#35;",
            ';' => "#59;",
            '"' => "#quot;",
            ':' => "#58;",
            '<' => "#lt;",
            '>' => "#gt;",
            _ => null,
        });
    }

    /// <summary>The lifecycle as a directed graph in the DOT language of Graphviz.</summary>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="language">In which language.</param>
    /// <returns>Lines separated by LF, without one at the end.</returns>
    public static string ToDot(this LifecycleDefinition definition, DiagramLanguage language = DiagramLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var plan = new DiagramPlan(definition, language);
        var text = new StringBuilder($"digraph {Quote(definition.Version.ToString())} {{\n    compound=true;\n    rankdir=LR;\n    node [shape=box, style=rounded];\n    \"\" [shape=point];\n");
        Nest(null, 1);
        text.Append(CultureInfo.InvariantCulture, $"    \"\" -> {Quote(definition.Initial.Id)};\n");
        foreach (var (from, to, way) in plan.Arrows())
        {
            var first = plan.FirstStepIn(from);
            var tail = string.Equals(first, from, StringComparison.Ordinal) ? string.Empty : $", ltail={Quote("cluster_" + from)}";
            text.Append(CultureInfo.InvariantCulture, $"    {Quote(first)} -> {Quote(to)} [label={Quote(plan.NameOf(way))}{tail}];\n");
        }

        return text.Append('}').ToString();

        void Nest(string? parent, int depth)
        {
            foreach (var state in definition.Declared.Where(s => s.Parent == parent))
            {
                text.Append(' ', depth * 4);
                if (state.IsGroup)
                {
                    text.Append(CultureInfo.InvariantCulture, $"subgraph {Quote("cluster_" + state.Id)} {{\n").Append(' ', (depth * 4) + 4).Append(CultureInfo.InvariantCulture, $"label={Quote(plan.TitleOf(state))};\n");
                    Nest(state.Id, depth + 1);
                    text.Append(' ', depth * 4).Append("}\n");
                    continue;
                }

                var lines = plan.Within(state.Id).Select(w => $"⟲ {plan.NameOf(w)}").Prepend(plan.TitleOf(state)).Select(Escape);
                text.Append(CultureInfo.InvariantCulture, $"{Quote(state.Id)} [label=\"{string.Join("\\n", lines)}\"{(state.IsEnd ? ", peripheries=2" : string.Empty)}];\n");
            }
        }

        static string Quote(string name) => $"\"{Escape(name)}\"";

        static string Escape(string name) => Rewrite(name, c => c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            _ => null,
        });
    }

    private static string Rewrite(string text, Func<char, string?> escape)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            _ = char.IsControl(c) || c is '\u2028' or '\u2029' ? result.Append(' ') : escape(c) is { } other ? result.Append(other) : result.Append(c);
        return result.ToString();
    }
}
