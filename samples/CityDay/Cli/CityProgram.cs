using System.Diagnostics;
using CityDay.City;
using CityDay.Input;
using CityDay.Output;
using CityDay.Page;
using CityDay.Results;
using CityDay.Simulation;
using GridGov;
using Spectre.Console;

namespace CityDay.Cli;

/// <summary>One run of the program, from arguments to exit code.</summary>
/// <param name="console">Where progress and tables go.</param>
/// <param name="errors">Where complaints go.</param>
internal sealed class CityProgram(IAnsiConsole console, TextWriter errors)
{
    /// <summary>Everything was accounted for.</summary>
    public const int Ok = 0;

    /// <summary>Something is missing between the ends, or a chain is broken.</summary>
    public const int Unsound = 1;

    /// <summary>The arguments or the input cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;

    private const string CheckpointsFile = "checkpoints.jsonl";

    private const string KeyFile = "checkpoints.pem";

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="ct">Ends the run early; the summary of what was done is still given.</param>
    public async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var parsed = CityCommand.Make(RunAsync).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("--help lists what can be given.");
            return Unusable;
        }

        // Ctrl-C is the caller's token: the run ends in order and gives its summary.
        return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null }, ct);
    }

    private async Task<int> RunAsync(RunRequest request, CancellationToken ct)
    {
        try
        {
            return request switch
            {
                { Verify: { } log } => Verify(log, request.Checkpoints, request.Key, ct),
                { Export: { } file } => Export(file, request.Script),
                _ => await PlayAsync(request, ct),
            };
        }
        catch (OperationCanceledException)
        {
            console.Say("Stopped before the first report was played; nothing was written.");
            return Interrupted;
        }
        catch (Exception e) when (e is InputException or UnusableOutputException or AnotherRunException or CaseStoreException)
        {
            await errors.WriteLineAsync(e.Message);
            return Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{e.Message}\nFree space, correct the path or the rights, and run again.");
            return Unusable;
        }
    }

    private async Task<int> PlayAsync(RunRequest request, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var folder = request.Out is { } path ? new OutputFolder(path) : null;
        if (request.Script.Input is { } input)
            console.Say($"reading 读取 {Path.GetFileName(input)}");
        var script = Scripts.Make(request.Script, ct);
        console.Say($"{script.Head.Name}: {Number.Count(script.Head.Rows)} reports from {script.Head.Source}, {Number.Count(script.Grids.Count)} grid nodes");
        var inner = StoreChoice.Open(request.Store);
        await using var closing = inner as IAsyncDisposable;
        await using var store = new ResumedStore(inner);
        folder?.Remove("summary.json");
        using var checkpoints = new DailyCheckpoints(store, script.Arrivals[0].Report.At);
        var run = await RunConsole.PlayAsync(console, progress => CityRun.PlayAsync(script, store, progress, ct, checkpoints));
        if (!run.Cancelled && !await store.IsAtEndAsync())
            throw new AnotherRunException(store.Resumed + 1);
        if (store.Resumed > 0)
            console.Say($"{Number.Count(store.Resumed)} entries were in {request.Store} already, and are the same.");
        var tally = await LogTally.ReadAsync(store.ReadAllAsync(CancellationToken.None));
        var results = new CityResults(script, run, tally, CityComparison.Of(script, tally, run.EndedAt));
        var chainValid = tally.Fault is null;
        if (folder is not null)
            chainValid &= await WriteAsync(folder, results, store, checkpoints, request.Command);
        var cost = new RunCost(watch.Elapsed.TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 / (1024.0 * 1024.0));
        folder?.Write("summary.json", stream => Summary.Write(stream, results, chainValid, cost));
        ResultTables.Print(console, results, chainValid, cost);
        if (request.Explain && !run.Cancelled)
            DispatchReport.Print(console, new(script), script.Grids);
        if (request.Plan && !run.Cancelled)
            PlanReport.Print(console, script);
        if (folder is not null)
            console.Say($"Written to {request.Out}: open report.html in a browser.");
        if (results.Malformed > 0)
            console.Say($"{Number.Count(results.Malformed)} malformed lines{(folder is null ? "; --out DIR lists them in rejected.csv" : " are in rejected.csv")}. The first: line {script.Head.Rejections[0].Line}, {script.Head.Rejections[0].Field}: {script.Head.Rejections[0].Reason}");
        return run.Cancelled ? Interrupted : results.IsConserved && chainValid ? Ok : Unsound;
    }

    // The chain is checked on the file as it lies there, not on what was in memory.
    private static async Task<bool> WriteAsync(OutputFolder folder, CityResults results, ICaseStore store, DailyCheckpoints checkpoints, string command)
    {
        await folder.WriteAsync("log.jsonl", stream => LogFiles.WriteLogAsync(stream, store.ReadAllAsync(CancellationToken.None)));
        folder.Write(CheckpointsFile, stream => LogFiles.WriteCheckpoints(stream, checkpoints.Made));
        folder.WriteText(KeyFile, writer => writer.Write(checkpoints.PublicKeyPem));
        var check = LogCheck.Run(folder.PathOf("log.jsonl"), new(folder.PathOf(CheckpointsFile), checkpoints.PublicKeyPem), CancellationToken.None);
        var valid = check.Fault is null && check.Entries == results.Tally.Entries;
        folder.Write("cases.jsonl", stream => LogFiles.WriteCases(stream, results.Tally, results.Run.EndedAt));
        folder.Write("refused.jsonl", stream => LogFiles.WriteRefused(stream, results.Run.Refused));
        folder.WriteText("differences.csv", writer => CsvFiles.WriteDifferences(writer, results.Comparison.Differences));
        folder.WriteText("grid-sizes.csv", writer => CsvFiles.WriteGridSizes(writer, results.Script.Grids, results.GridSizes));
        folder.WriteText("duties.txt", writer => writer.Write(DutyText.Of(CityDuties.Diff(results.Script), CityDuties.Burden(results))));
        folder.WriteText("rejected.csv", writer =>
        {
            using var rejected = new RejectedFile(writer);
            foreach (var rejection in results.Script.Head.Rejections)
                rejected.Write(rejection);
        });
        folder.WriteText("report.html", writer => HtmlReport.Write(PageModel.Of(results, valid, command), writer));
        return valid;
    }

    private int Verify(string path, string? checkpoints, string? key, CancellationToken ct)
    {
        const string Remedy = "Name a log.jsonl that a run with --out has written";
        MustBeFile(path, Remedy);
        var seals = checkpoints is null ? null : Seals(checkpoints, key);
        var result = LogCheck.Run(path, seals, ct);
        if (result is { Entries: 0, Fault: null })
            throw new InputException(path, "the file is empty, so no chain can be checked", Remedy);
        if (result.Fault is not null)
        {
            console.Say($"{path}, {result.Fault.TrimEnd('.')}. {Number.Count(result.Entries)} entries before it hold.");
            return Unsound;
        }

        console.Say($"{Number.Count(result.Entries)} entries of {Number.Count(result.Cases)} cases: every chain holds.");
        if (seals is not null)
        {
            using var trusted = EcdsaCheckpointVerifier.FromPem(seals.KeyPem);
            console.Say($"{Number.Count(result.Checkpoints)} checkpoints hold; {Number.Count(result.Uncovered)} entries came after the last.");
            console.Say($"Key {trusted.Keys[0]}: that says who signed only if you had this key before the log was handed to you.");
        }

        return Ok;
    }

    private static LogSeals Seals(string checkpoints, string? key)
    {
        MustBeFile(checkpoints, "Name a checkpoints.jsonl that a run with --out has written");
        var beside = key ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(checkpoints))!, KeyFile);
        MustBeFile(beside, "Name the public key with --key");
        var pem = File.ReadAllText(beside);
        try
        {
            EcdsaCheckpointVerifier.FromPem(pem).Dispose();
        }
        catch (ArgumentException)
        {
            throw new InputException(beside, "this is no public key on P-256 in PEM", "Name the public key with --key");
        }

        return new(checkpoints, pem);
    }

    private static void MustBeFile(string path, string remedy)
    {
        if (Directory.Exists(path))
            throw new InputException(path, "this is a directory", remedy);
        if (!File.Exists(path))
            throw new InputException(path, "there is no such file", remedy);
    }

    private int Export(string path, ScriptRequest request)
    {
        var rows = GeneratedCity.Rows(request.Seed, request.Days, request.PerDay, CancellationToken.None);
        var folder = new OutputFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        folder.WriteText(Path.GetFileName(path), writer => CsvFiles.WriteReports(writer, rows));
        console.Say($"{Number.Count(rows.Count)} reports written to {path}; play them with --input {path} --format {GridGovFormat.FormatName}.");
        return Ok;
    }
}
