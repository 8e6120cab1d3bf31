using GridGov.Benchmarks;

const string command = "dotnet run -c Release --project benchmarks/GridGov.Benchmarks";

switch (args)
{
    case [] or ["help" or "--help" or "-h"]:
        List();
        return 0;
    case ["quick", .. var rest]:
        return QuickCommand.Run(rest);
    case ["full", "--area", Areas.Plan, .. var ids]:
        return FullPlans.Run(ids);
    case ["full", .. var rest]:
        return FullRuns.Run(rest);
    case ["plot", .. var rest] when rest.Length < 2:
        return CitySizePlot.Run(rest is [var file] ? file : Path.Combine(Artifacts.Folder, "dispatch-by-city-size.svg"));
    case [['-', ..], ..]:
        return FullRuns.Run(args);
    default:
        Console.Error.WriteLine($"There is no command \"{args[0]}\"; known are: quick, full, plot, help, or BenchmarkDotNet's own arguments.");
        return 2;
}

static void List()
{
    var runs = FullRuns.Make();
    List<string[]> rows = [["class", "what", "peer", "about"]];
    rows.AddRange(runs.Select(r => new[] { r.GetType().Name, r.Comparison.What, r.Comparison.Peer, "1-4 min" }));
    Console.WriteLine("Full runs (BenchmarkDotNet):");
    Table.Write(rows, []);
    Console.WriteLine();
    Console.WriteLine($"""
        one:   {command} -- full --filter "*.{runs[0].GetType().Name}.*"
        all:   {command} -- full            ({runs.Count} to {runs.Count * 4} min, the longer the noisier the machine)
        fast:  {command} -- full --filter "*" --job short
        plans: {command} -- full --area plan    (about 10 min; or with ids, one after another)
        Results are in artifacts/benchmarks; BenchmarkDotNet's ratio is ours over theirs, so less is better.

        Quick runs, the same work in short form:
        all:   {command} -- quick           (about 1 min)
        area:  {command} -- quick --area NAME
        check: {command} -- quick --check   (same answers on both sides; nothing is timed)

        Cost of a dispatch decision by the size of the city, as a table and a picture (about 1 min):
        plot:  {command} -- plot [FILE.svg]
        """);
    foreach (var area in Areas.All)
    {
        var ids = AllComparisons.Make().Where(c => c.Area == area).Select(c => c.Id).ToList();
        Console.WriteLine($"  {area,-11}{(ids.Count == 0 ? "nothing to compare yet" : string.Join(", ", ids))}");
    }
}
