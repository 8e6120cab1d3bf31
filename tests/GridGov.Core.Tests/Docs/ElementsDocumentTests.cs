using System.Reflection;
using System.Text.RegularExpressions;

namespace GridGov.Core.Tests;

/// <summary>The page that maps records to the standards' fields says what the code says.</summary>
public partial class ElementsDocumentTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "elements.md"));

    [Fact]
    public void It_has_every_row_of_both_tables() =>
        Assert.All(ComponentFields.Gbt47678.Fields.Concat(ComponentFields.Gbt47678Matters.Fields), field =>
        {
            var type = field.Type == FieldType.Text ? 'C' : 'D';
            Assert.Contains($"| {field.StandardName} | {field.Chinese} | {type}{field.Length} | {field.Requirement.ToString()[0]} |", Page, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_member_that_it_names_is_there()
    {
        var types = typeof(Component).Assembly.GetExportedTypes().GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());
        var named = Members().Matches(Page).Select(m => m.Groups[1].Value.Split('.')).Where(parts => types.ContainsKey(parts[0])).ToArray();

        Assert.True(named.Length > 60);
        foreach (var parts in named)
        {
            var at = types[parts[0]];
            foreach (var name in parts.Skip(1))
            {
                var member = at.GetMember(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).FirstOrDefault();
                Assert.True(member is not null, $"The page names {string.Join('.', parts)}, which is not there.");
                at = (member as PropertyInfo)?.PropertyType ?? at;
            }
        }
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+(\\.[A-Z][A-Za-z0-9]+)*)")]
    private static partial Regex Members();
}
