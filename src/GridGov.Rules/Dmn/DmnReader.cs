using System.Xml;
using System.Xml.Linq;
using static System.FormattableString;

namespace GridGov.Rules;

/// <summary>Reads DMN XML and lists every fault with its line.</summary>
internal sealed class DmnReader
{
    private const int MostRules = 10_000;

    private readonly List<Fault> _faults = [];
    private readonly Dictionary<string, XElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _types = new(StringComparer.Ordinal);
    private readonly XElement _root;
    private readonly List<string> _functions = [];

    private DmnReader(XElement root) => _root = root;

    public static DmnModel Read(Stream stream)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };
        XDocument document;
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw new DefinitionException("decision model", [new(Invariant($"line {e.LineNumber}"), e.Message)]);
        }

        return new DmnReader(document.Root!).Model();
    }

    private DmnModel Model()
    {
        if (_root.Name.LocalName != "definitions")
            throw new DefinitionException("decision model", [new(Where(_root), $"<definitions> is expected, not <{_root.Name.LocalName}>")]);
        foreach (var element in _root.Elements())
        {
            if (element.Attribute("id")?.Value is { } id && !_byId.TryAdd(id, element))
                Bad(element, $"the id {id} stands twice");
            if (element.Name.LocalName == "itemDefinition" && element.Attribute("name")?.Value is { } type)
                _types[type] = element;
            if (element.Name.LocalName is "decisionService" or "import")
                Bad(element, $"<{element.Name.LocalName}> is not supported");
        }

        _functions.AddRange(Named("businessKnowledgeModel"));
        var inputs = Elements(_root, "inputData").Select(Input).ToArray();
        var knowledge = Elements(_root, "businessKnowledgeModel").Select(Knowledge).OfType<DmnKnowledge>().ToArray();
        var decisions = Elements(_root, "decision").Select(Decision).OfType<DmnDecision>().ToArray();
        if (decisions.Length == 0 && _faults.Count == 0)
            Bad(_root, "there is no decision in it");
        foreach (var twice in inputs.Select(i => i.Name).Concat(decisions.Select(d => d.Name)).Concat(knowledge.Select(k => k.Name)).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
            Bad(_root, $"the name \"{twice.Key}\" stands more than once");
        FindCycles(decisions);
        var name = _root.Attribute("name")?.Value ?? "decision model";
        return _faults.Count == 0 ? new(name, decisions, inputs, knowledge) : throw new DefinitionException($"decision model \"{name}\"", _faults);
    }

    private DmnInputData Input(XElement element)
    {
        var variable = Elements(element, "variable").FirstOrDefault();
        var type = variable?.Attribute("typeRef")?.Value;
        var allowed = type is not null && _types.TryGetValue(type, out var definition) ? Elements(definition, "allowedValues").FirstOrDefault() : null;
        return new(NameOf(element), type, allowed is null ? null : Tests(allowed, []));
    }

    private DmnKnowledge? Knowledge(XElement element)
    {
        var logic = Elements(element, "encapsulatedLogic").FirstOrDefault();
        if (logic is null || Elements(logic, "literalExpression").FirstOrDefault() is not { } body)
        {
            Bad(element, "a knowledge model needs a literal expression; other logic is not supported");
            return null;
        }

        string[] parameters = [.. Elements(logic, "formalParameter").Select(NameOf)];
        return Expression(body, parameters) is { } expression ? new(NameOf(element), parameters, expression) : null;
    }

    private DmnDecision? Decision(XElement element)
    {
        var needs = new List<string>();
        var names = new List<string>();
        foreach (var requirement in Elements(element, "informationRequirement"))
        {
            foreach (var target in requirement.Elements())
            {
                var href = target.Attribute("href")?.Value ?? string.Empty;
                if (!_byId.TryGetValue(href.TrimStart('#'), out var needed))
                {
                    Bad(target, $"there is nothing with the id {href}");
                    continue;
                }

                names.Add(NameOf(needed));
                if (needed.Name.LocalName == "decision")
                    needs.Add(NameOf(needed));
            }
        }

        var logic = Logic(element, names);
        return logic is null ? null : new(NameOf(element), logic, needs);
    }

    private DmnLogic? Logic(XElement decision, List<string> names)
    {
        if (Elements(decision, "literalExpression").FirstOrDefault() is { } literal)
            return Expression(literal, names) is { } expression ? new DmnLiteral(expression) : null;
        if (Elements(decision, "decisionTable").FirstOrDefault() is { } table)
            return Table(table, NameOf(decision), names);
        Bad(decision, "a decision table or a literal expression is expected; other logic is not supported");
        return null;
    }

    private DmnTable? Table(XElement table, string name, List<string> names)
    {
        var faults = _faults.Count;
        var inputs = Elements(table, "input").Select(i =>
        {
            var expression = Elements(i, "inputExpression").FirstOrDefault();
            return (Label: i.Attribute("label")?.Value ?? Text(expression), Expression: expression is null ? null : Expression(expression, names));
        }).ToArray();
        var outputs = Elements(table, "output").Select(o => Output(o, names)).ToArray();
        var rows = Elements(table, "rule").Take(MostRules + 1).ToArray();
        if (rows.Length > MostRules)
            Bad(table, Invariant($"a table has at most {MostRules} rules"));
        if (outputs.Length == 0)
            Bad(table, "it has no output");
        if (outputs.Length > 1 && outputs.Any(o => o.Name is null))
            Bad(table, "several outputs need a name each");
        DmnRule[] rules = rows.Length > MostRules ? [] : [.. rows.Select((r, i) => Rule(r, i, inputs.Length, outputs.Length, names)).OfType<DmnRule>()];
        var policy = Policy(table, out var aggregation);
        if (policy is HitPolicy.Priority or HitPolicy.OutputOrder && outputs.All(o => o.Order.Count == 0))
            Bad(table, "this hit policy needs a list of output values, which says what comes first");
        return _faults.Count > faults ? null : new(name, policy, aggregation, [.. inputs.Select(i => (i.Label, i.Expression!))], outputs, rules);
    }

    private DmnOutput Output(XElement output, List<string> names)
    {
        var order = Elements(output, "outputValues").FirstOrDefault();
        var standard = Elements(output, "defaultOutputEntry").FirstOrDefault();
        return new(
            output.Attribute("name")?.Value,
            order is null ? [] : [.. SplitList(Text(order)).Select(v => Expression(order, names, v)).OfType<FeelExpression>()],
            standard is null ? null : Expression(standard, names));
    }

    private DmnRule? Rule(XElement rule, int index, int inputs, int outputs, List<string> names)
    {
        var (tests, results) = (Elements(rule, "inputEntry").ToArray(), Elements(rule, "outputEntry").ToArray());
        if (tests.Length != inputs || results.Length != outputs)
        {
            Bad(rule, Invariant($"it has {tests.Length} inputs and {results.Length} outputs; the table has {inputs} and {outputs}"));
            return null;
        }

        var parsed = tests.Select(t => Tests(t, names)).ToArray();
        var values = results.Select(r => Expression(r, names)).ToArray();
        return parsed.Contains(null) || values.Contains(null) ? null : new(rule.Attribute("label")?.Value ?? Invariant($"rule {index + 1}"), parsed!, values!);
    }

    private HitPolicy Policy(XElement table, out Aggregation? aggregation)
    {
        aggregation = table.Attribute("aggregation")?.Value switch
        {
            "SUM" => Aggregation.Sum,
            "MIN" => Aggregation.Min,
            "MAX" => Aggregation.Max,
            "COUNT" => Aggregation.Count,
            _ => null,
        };
        switch (table.Attribute("hitPolicy")?.Value ?? "UNIQUE")
        {
            case "UNIQUE": return HitPolicy.Unique;
            case "ANY": return HitPolicy.Any;
            case "FIRST": return HitPolicy.First;
            case "PRIORITY": return HitPolicy.Priority;
            case "RULE ORDER": return HitPolicy.RuleOrder;
            case "OUTPUT ORDER": return HitPolicy.OutputOrder;
            case "COLLECT": return HitPolicy.Collect;
            case var other:
                Bad(table, $"the hit policy {other} is not known");
                return HitPolicy.Unique;
        }
    }

    private FeelExpression? Expression(XElement element, IEnumerable<string> names, string? text = null)
    {
        try
        {
            return FeelExpression.Parse(text ?? Text(element), names, _functions);
        }
        catch (FeelException e)
        {
            Bad(element, e.Message);
            return null;
        }
    }

    private FeelUnaryTests? Tests(XElement element, IEnumerable<string> names)
    {
        try
        {
            return FeelUnaryTests.Parse(Text(element), names);
        }
        catch (FeelException e)
        {
            Bad(element, e.Message);
            return null;
        }
    }

    // Commas inside quotes do not part.
    private static IEnumerable<string> SplitList(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                isQuoted = !isQuoted;
            if (i < text.Length && (text[i] != ',' || isQuoted))
                continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }
    }

    private void FindCycles(DmnDecision[] decisions)
    {
        var byName = decisions.DistinctBy(d => d.Name).ToDictionary(d => d.Name, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            // Without recursion: a model may be a chain as long as the document allows.
            var path = new List<string>();
            var stack = new Stack<(string Name, bool IsLeft)>([(decision.Name, false)]);
            while (stack.TryPop(out var at))
            {
                if (at.IsLeft)
                {
                    path.RemoveAt(path.Count - 1);
                    done.Add(at.Name);
                }
                else if (path.Contains(at.Name, StringComparer.Ordinal))
                {
                    Bad(_root, $"decisions need one another in a circle: {string.Join(" → ", path.SkipWhile(n => n != at.Name).Append(at.Name))}");
                    return;
                }
                else if (!done.Contains(at.Name) && byName.TryGetValue(at.Name, out var found))
                {
                    if (path.Count == 1_000)
                    {
                        Bad(_root, "decisions need one another more than 1,000 deep");
                        return;
                    }

                    path.Add(at.Name);
                    stack.Push((at.Name, true));
                    foreach (var need in found.Needs)
                        stack.Push((need, false));
                }
            }
        }
    }

    private IEnumerable<string> Named(string kind) => Elements(_root, kind).Select(NameOf);

    private static IEnumerable<XElement> Elements(XElement parent, string name) => parent.Elements().Where(e => e.Name.LocalName == name);

    private static string Text(XElement? element) => element is null ? string.Empty : (Elements(element, "text").FirstOrDefault() ?? element).Value.Trim();

    private static string NameOf(XElement element) => element.Attribute("name")?.Value ?? string.Empty;

    private static string Where(XElement element) => Invariant($"line {((IXmlLineInfo)element).LineNumber}");

    private void Bad(XElement element, string what) => _faults.Add(new(Where(element), what));
}
