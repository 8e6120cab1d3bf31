using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CityDay.Tests.Docs;

/// <summary>Tests that take the process's console for themselves: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(TakesConsole), DisableParallelization = true)]
public sealed class TakesConsole;

[Collection(nameof(TakesConsole))]
public sealed partial class ReadmeTests
{
    public static TheoryData<string> Readmes { get; } = ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_example_in_the_readme_is_the_sample_that_compiles(string readme)
    {
        var sample = Read("samples/FirstCase/Program.cs").TrimEnd();

        Assert.Equal(sample, Block(Read(readme), "csharp"));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void The_output_in_the_readme_is_what_the_sample_prints(string readme)
    {
        Assert.Equal(FirstCase.Output, Block(Read(readme), "text"));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_file_that_the_readme_links_to_exists(string readme)
    {
        var links = Link().Matches(Read(readme)).Select(m => m.Groups[1].Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Repository.Root, link)), link));
    }

    [Fact]
    public void Both_readmes_have_the_same_sections_tables_and_links()
    {
        static int[] Shape(string text) =>
        [
            text.Split('\n').Count(l => l.StartsWith("## ", StringComparison.Ordinal)),
            text.Split('\n').Count(l => l.StartsWith('|')),
            text.Split('\n').Count(l => l.StartsWith("- ", StringComparison.Ordinal)),
            Link().Count(text),
        ];

        Assert.Equal(Shape(Read("README.md")), Shape(Read("README.zh-CN.md")));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private static string Block(string text, string language)
    {
        var start = text.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();

    private static class FirstCase
    {
        // Once for all tests: the console belongs to the process.
        public static string Output { get; } = Run();

        private static string Run()
        {
            var console = Console.Out;
            using var captured = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            Console.SetOut(captured);
            try
            {
                Assembly.Load("FirstCase").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
            }
            finally
            {
                Console.SetOut(console);
            }

            return captured.ToString().TrimEnd();
        }
    }
}
