namespace GridGov.Workflows;

/// <summary>What both pictures show, and by which names.</summary>
internal sealed class DiagramPlan
{
    // Words that Mermaid reads as its own where a name is expected.
    private static readonly HashSet<string> Reserved = new(
        ["state", "note", "end", "as", "direction", "class", "classdef", "style", "default", "click", "href", "acctitle", "accdescr", "hide", "scale", "fork", "join", "choice", "left", "right", "of", "tb", "bt", "lr", "rl", "root"],
        StringComparer.OrdinalIgnoreCase);

    private readonly LifecycleDefinition _definition;
    private readonly DiagramLanguage _language;
    private readonly Dictionary<string, string?> _parents;
    private readonly HashSet<string> _groups;
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public DiagramPlan(LifecycleDefinition definition, DiagramLanguage language)
    {
        _definition = definition;
        _language = language;
        _parents = LifecycleGroups.Parents(definition.Declared);
        _groups = definition.Declared.Where(s => s.IsGroup).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var taken = definition.Declared.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, state) in definition.Declared.Index())
        {
            var alias = state.Id;
            for (var n = i; !IsPlain(alias) || (alias != state.Id && !taken.Add(alias)); n += definition.Declared.Count)
                alias = $"s{n}";
            _aliases[state.Id] = alias;
        }
    }

    public string Alias(string id) => _aliases[id];

    public string NameOf(TransitionDefinition way) => _language switch
    {
        DiagramLanguage.Chinese => way.Name.Zh,
        DiagramLanguage.Both => $"{way.Name.Zh} {way.Trigger}",
        _ => way.Name.En,
    };

    /// <summary>The name of a step, or of a group with what can be done within all its steps.</summary>
    public string TitleOf(StateDefinition state)
    {
        var name = _language switch
        {
            DiagramLanguage.Chinese => state.Name.Zh,
            DiagramLanguage.Both => $"{state.Name.Zh} {state.Name.En}",
            _ => state.Name.En,
        };
        return state.IsGroup ? string.Join(" ⟲ ", Within(state.Id).Select(NameOf).Prepend(name)) : name;
    }

    /// <summary>What leaves the step, or every step of the group, and its clock as they are.</summary>
    public IEnumerable<TransitionDefinition> Within(string id) => _definition.Transitions.Where(t => t.From == id && t.IsInternal);

    /// <summary>Every way that is drawn as an arrow, in the order of the transitions.</summary>
    public IEnumerable<(string From, string To, TransitionDefinition Way)> Arrows()
    {
        foreach (var way in _definition.Transitions.Where(t => !t.IsInternal))
        {
            // No picture can draw a way from a group into itself.
            if (!_groups.Contains(way.From) || (way.To is { } outside && !IsIn(outside, way.From)))
            {
                yield return (way.From, way.To ?? way.From, way);
                continue;
            }

            foreach (var step in _definition.States.Where(s => IsIn(s.Id, way.From)))
                yield return (step.Id, way.To ?? step.Id, way);
        }
    }

    public string FirstStepIn(string id) => _groups.Contains(id) ? _definition.States.First(s => IsIn(s.Id, id)).Id : id;

    private static bool IsPlain(string id) =>
        char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Reserved.Contains(id);

    private bool IsIn(string step, string group) => LifecycleGroups.Lineage(step, _parents).Contains(group);
}
