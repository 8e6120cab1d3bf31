using System.Globalization;
using System.Text.Json;

namespace GridGov.Benchmarks;

/// <summary>The <c>quick</c> command: short timings, or with <c>--check</c> the equality of answers only.</summary>
internal static class QuickCommand
{
    private const int Failed = 1;
    private const int Misused = 2;
    private const int Stopped = 130;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        string? area = null;
        var check = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--check")
                check = true;
            else if (arguments[i] == "--area" && i + 1 < arguments.Length)
                area = arguments[++i];
            else
                return Refuse($"quick does not know \"{arguments[i]}\", or its value is missing; it takes --area NAME and --check.");
        }

        if (area is not null && !Areas.All.Contains(area))
            return Refuse($"There is no area \"{area}\".");

        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            return Run(area is null ? Areas.All : [area], check, stop.Token);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped; nothing was written.");
            return Stopped;
        }
        catch (MismatchException e)
        {
            Shout(e);
            return Failed;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{QuickFile.Location} was not written: {e.Message}\nMove or delete it and run again.");
            return Failed;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    private static int Run(IReadOnlyList<string> areas, bool check, CancellationToken stop)
    {
        // A file that cannot be kept is told before the measuring, not after it.
        if (!check)
            QuickFile.Read();
        var results = new List<QuickResult>();
        var mismatches = 0;
        foreach (var area in areas)
        {
            var comparisons = AllComparisons.Make().Where(c => c.Area == area).ToList();
            if (comparisons.Count == 0)
                Console.WriteLine($"{area}: nothing to compare yet");
            foreach (var comparison in comparisons)
            {
                stop.ThrowIfCancellationRequested();
                if (check)
                {
                    mismatches += IsSame(comparison) ? 0 : 1;
                }
                else
                {
                    // The last comparison's data is dead by now; its collection is not to be timed.
                    GC.Collect();
                    results.Add(QuickTimer.Time(comparison, stop));
                    Console.WriteLine($"{comparison.Id}: measured");
                }
            }
        }

        stop.ThrowIfCancellationRequested();
        if (check)
            return mismatches == 0 ? 0 : Failed;
        QuickFile.Merge(results, areas);
        Print(results);
        return 0;
    }

    private static bool IsSame(IComparison comparison)
    {
        try
        {
            QuickTimer.Check(comparison);
            Console.WriteLine($"{comparison.Id}: same answers");
            return true;
        }
        catch (MismatchException e)
        {
            Shout(e);
            return false;
        }
    }

    private static void Shout(MismatchException e) => Console.Error.WriteLine($"MISMATCH {e.Message}");

    private static void Print(List<QuickResult> results)
    {
        if (results.Count == 0)
            return;
        List<string[]> rows = [["id", "ratio", "ours", "theirs", "unit", "bytes/op", "their bytes/op", "peer"]];
        rows.AddRange(results.Select(r => new[]
        {
            r.Id, Text(r.Ratio, "0.00"), Text(r.Ours, "0.0"), Text(r.Theirs, "0.0"), r.Unit, Text(r.BytesPerOp, "0"), Text(r.TheirBytesPerOp, "0"), r.Peer,
        }));
        Console.WriteLine();
        Table.Write(rows, rightAligned: [1, 2, 3, 5, 6]);
        Console.WriteLine();
        Console.WriteLine("ratio: their time over ours, above 1 the library is ahead; medians of pairs, both sides in this process.");
        Console.WriteLine("Written to artifacts/benchmarks/quick.json.");
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        Console.Error.WriteLine($"Known areas: {string.Join(", ", Areas.All)}.");
        return Misused;
    }
}
