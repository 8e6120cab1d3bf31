using System.Globalization;
using System.Xml.Linq;

namespace GridGov.Rules.Tests.Dmn;

/// <summary>
/// The public compatibility tests of DMN (dmn-tck/tck, Apache 2.0), compliance level 2: every model, every case, every
/// result.
/// </summary>
public sealed class TckTests
{
    private static readonly XName Nil = XName.Get("nil", "http://www.w3.org/2001/XMLSchema-instance");
    private static readonly XName Type = XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance");

    [Fact]
    public void Every_case_of_compliance_level_2_passes()
    {
        var (passed, failed) = (0, new List<string>());
        foreach (var file in Directory.GetFiles(Folder(), "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var tests = XDocument.Load(file).Root!;
            var ns = tests.Name.Namespace;
            using var stream = File.OpenRead(Path.Combine(Path.GetDirectoryName(file)!, tests.Element(ns + "modelName")!.Value));
            var model = DmnModel.Read(stream);
            foreach (var test in tests.Elements(ns + "testCase"))
            {
                var inputs = test.Elements(ns + "inputNode").ToDictionary(i => i.Attribute("name")!.Value, Value, StringComparer.Ordinal);
                foreach (var result in test.Elements(ns + "resultNode"))
                {
                    var outcome = model.Evaluate(result.Attribute("name")!.Value, inputs);
                    var expected = Value(result.Element(ns + "expected")!);
                    if (outcome.IsAccepted && Same(expected, outcome.Value.Value))
                        passed++;
                    else
                        failed.Add($"{Path.GetFileName(file)} {test.Attribute("id")?.Value} {result.Attribute("name")!.Value}: {Show(expected)} is expected, not {(outcome.IsAccepted ? Show(outcome.Value.Value) : outcome.Refusal!.Code)}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"DMN TCK, compliance level 2: {passed} results passed, {failed.Count} failed"));
        Assert.Empty(failed);
        Assert.True(passed > 100);
    }

    private static object? Value(XElement holder)
    {
        var ns = holder.Name.Namespace;
        if (holder.Element(ns + "list") is { } list)
            return list.Elements(ns + "item").Select(Value).ToArray();
        if (holder.Elements(ns + "component").Any())
            return holder.Elements(ns + "component").ToDictionary(c => c.Attribute("name")!.Value, Value, StringComparer.Ordinal);
        if (holder.Element(ns + "value") is not { } value || value.Attribute(Nil)?.Value == "true")
            return null;
        return value.Attribute(Type)?.Value.Split(':')[^1] switch
        {
            "decimal" or "double" or "integer" => decimal.Parse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture),
            "boolean" => bool.Parse(value.Value),
            "date" => DateOnly.Parse(value.Value, CultureInfo.InvariantCulture),
            _ => value.Value,
        };
    }

    private static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (decimal a, decimal b) => Math.Abs(a - b) <= 1e-8m * Math.Max(1, Math.Abs(a)),
        (object?[] a, IReadOnlyList<object?> b) => a.Length == b.Count && a.Zip(b).All(p => Same(p.First, p.Second)),
        (Dictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var other) && Same(p.Value, other)),
        _ => Equals(expected, actual),
    };

    private static string Show(object? value) => value switch
    {
        null => "null",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Show))}]",
        IReadOnlyDictionary<string, object?> context => $"{{{string.Join(", ", context.Select(p => $"{p.Key}: {Show(p.Value)}"))}}}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_DATA") is { Length: > 0 } named && Directory.Exists(Path.Combine(named, "dmn-tck")))
            return Path.Combine(named, "dmn-tck", "compliance-level-2");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "dmn-tck", "compliance-level-2");
            if (Directory.Exists(data))
                return data;
        }

        Assert.Skip("There is no shared/data folder above; set GRIDGOV_DATA to read it from elsewhere.");
        return string.Empty;
    }
}
