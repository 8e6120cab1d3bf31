using Spectre.Console;

namespace CityDay.Output;

/// <summary>The console: colours and bars on a terminal, plain text of a fixed width in a pipe or file.</summary>
internal static class CityConsole
{
    private const int PlainWidth = 120;

    public static IAnsiConsole Make() => Console.IsOutputRedirected ? Plain(Console.Out) : AnsiConsole.Console;

    /// <summary>Writes one line as it is: a path or a command that is broken at the console's width cannot be copied.</summary>
    public static void Say(this IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);

    public static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = PlainWidth;
        return console;
    }
}
