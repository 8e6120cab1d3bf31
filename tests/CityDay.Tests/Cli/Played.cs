using CityDay.Cli;
using CityDay.Output;

namespace CityDay.Tests.Cli;

/// <summary>What a stranger sees of one run of the program.</summary>
internal sealed record Played(int Exit, string Output, string Errors)
{
    public static Task<Played> RunAsync(params string[] args) => RunAsync(new StringWriter(), TestContext.Current.CancellationToken, args);

    public static async Task<Played> RunAsync(TextWriter output, CancellationToken ct, params string[] args)
    {
        var errors = new StringWriter();
        int exit = await new CityProgram(CityConsole.Plain(output), errors).RunAsync(args, ct);
        return new(exit, output.ToString()!, errors.ToString());
    }
}
