using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CityDay.City;
using CityDay.Input;

namespace CityDay.Cli;

/// <summary>The command line: its options, their ranges, and what is said when they are wrong.</summary>
internal static class CityCommand
{
    private const string Optimal = "optimal";

    private static readonly string[] Formats = [.. KnownFormats.All.Select(f => f.Name)];
    private static readonly string[] Loops = [.. CityLoop.All.Select(l => l.Name)];

    public static RootCommand Make(Func<RunRequest, CancellationToken, Task<int>> run)
    {
        var input = new Option<string?>("--input") { Description = "A file of reports to play; without it a city is generated", HelpName = "FILE" };
        var format = new Option<string?>("--format") { Description = $"The file's format: {string.Join(", ", Formats)}", HelpName = "NAME" };
        var output = new Option<string?>("--out")
        {
            Description = "A folder for report.html, cases.jsonl, log.jsonl, checkpoints.jsonl, checkpoints.pem, refused.jsonl, rejected.csv, differences.csv, grid-sizes.csv, duties.txt and summary.json",
            HelpName = "DIR",
        };
        var seed = Whole("--seed", "The seed of everything that is drawn", 1, 0, int.MaxValue);
        var days = Whole("--days", "How many days of reports the generated city gets", 3, 1, 366);
        var perDay = Whole("--per-day", "How many reports the generated city gets on a workday", 2000, 1, 100_000);
        var lifecycle = new Option<string>("--lifecycle")
        {
            Description = $"The lifecycle of the cases: {string.Join(", ", Loops)}",
            DefaultValueFactory = _ => CityLoop.Standard,
            HelpName = "NAME",
        };
        var store = new Option<string>("--store")
        {
            Description = "Where the log is kept: memory, or a file that survives the loss of power; a run that was stopped goes on in it when it is started again with the same arguments",
            DefaultValueFactory = _ => StoreChoice.Memory,
            HelpName = "memory|sqlite:PATH",
        };
        var export = new Option<string?>("--export") { Description = "Write the generated reports to a file that --format gridgov reads, and stop", HelpName = "FILE" };
        var explain = new Option<bool>("--explain") { Description = "After the run, explain ten decisions of the busiest day, and compare policies on it" };
        var plan = new Option<string?>("--plan") { Description = "After the run, give the busiest day out one by one and by the best plan, with a proof and a shortage in words", HelpName = Optimal };
        var verify = new Option<string?>("--verify") { Description = "Check the chain of every case in a log.jsonl, and stop", HelpName = "FILE" };
        var checkpoints = new Option<string?>("--checkpoints") { Description = "Hold the log that is checked to the signed checkpoints of this checkpoints.jsonl", HelpName = "FILE" };
        var key = new Option<string?>("--key") { Description = "The public key that is trusted, in PEM; by default checkpoints.pem beside the checkpoints", HelpName = "FILE" };
        var command = new RootCommand("Plays a city's reports round the closed loop of grid governance (网格化治理).")
        {
            input, format, lifecycle, output, store, seed, days, perDay, explain, plan, export, verify, checkpoints, key,
        };
        command.Validators.Add(result =>
        {
            var hasInput = result.GetValue(input) is not null;
            var name = result.GetValue(format);
            if (hasInput && name is null)
                result.AddError($"--input needs --format: one of {string.Join(", ", Formats)}.");
            if (!hasInput && name is not null)
                result.AddError("--format needs --input FILE.");
            if (name is not null && !Formats.Contains(name, StringComparer.Ordinal))
                result.AddError($"--format {Shown.Of(name)} is not known; it is one of {string.Join(", ", Formats)}.");
            if (result.GetValue(lifecycle) is { } loop && !Loops.Contains(loop, StringComparer.Ordinal))
                result.AddError($"--lifecycle {Shown.Of(loop)} is not known; it is one of {string.Join(", ", Loops)}.");
            if (result.GetValue(store) is { } kept && !StoreChoice.IsKnown(kept))
                result.AddError($"--store {Shown.Of(kept)} is not known; it is one of {StoreChoice.Known}.");
            if (hasInput && (result.GetResult(days) is { Implicit: false } || result.GetResult(perDay) is { Implicit: false }))
                result.AddError("--days and --per-day shape the generated city; leave them out with --input.");
            if (hasInput && result.GetValue(export) is not null)
                result.AddError("--export writes the generated city's reports; leave it out with --input.");
            if (result.GetValue(export) is not null && result.GetValue(explain))
                result.AddError("--export stops before anything is played; leave out --explain.");
            if (result.GetValue(plan) is { } way && way != Optimal)
                result.AddError($"--plan {Shown.Of(way)} is not known; it is {Optimal}.");
            if (result.GetValue(export) is not null && result.GetValue(plan) is not null)
                result.AddError("--export stops before anything is played; leave out --plan.");
            if (result.GetValue(export) is not null && result.GetValue(output) is not null)
                result.AddError("--export stops before anything is played; leave out --out.");
            if (result.GetValue(verify) is not null && command.Options.FirstOrDefault(o => o != verify && o != checkpoints && o != key && result.GetResult(o) is { Implicit: false }) is { } other)
                result.AddError($"--verify reads a log and plays nothing; leave out {other.Name}.");
            if (result.GetValue(checkpoints) is not null && result.GetValue(verify) is null)
                result.AddError("--checkpoints needs --verify FILE: the log that they cover.");
            if (result.GetValue(key) is not null && result.GetValue(checkpoints) is null)
                result.AddError("--key needs --checkpoints FILE.");
        });
        command.SetAction((result, ct) => run(
            new(
                new(result.GetValue(input), result.GetValue(format) ?? GridGovFormat.FormatName, result.GetValue(seed), result.GetValue(days), result.GetValue(perDay), result.GetValue(lifecycle) ?? CityLoop.Standard),
                result.GetValue(output),
                result.GetValue(export),
                result.GetValue(verify),
                result.GetValue(checkpoints),
                result.GetValue(key),
                result.GetValue(explain),
                result.GetValue(store) ?? StoreChoice.Memory,
                result.GetValue(plan) is not null),
            ct));
        return command;
    }

    private static Option<int> Whole(string name, string description, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description}, {least} to {most}", DefaultValueFactory = _ => standard, HelpName = "N" };
        option.CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= least && value <= most)
            {
                return value;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}, not \"{Shown.Of(text)}\".");
            return standard;
        };
        return option;
    }
}
