using System.Globalization;

namespace GridGov.Benchmarks;

/// <summary>
/// The <c>full --area plan</c> command: the plan rows at full size, both sides in turn in this process. A plan takes
/// seconds with the peer, so BenchmarkDotNet's many iterations would take hours.
/// </summary>
internal static class FullPlans
{
    public static int Run(ReadOnlySpan<string> ids)
    {
        var rows = PlanRows.Make(full: true);
        foreach (var id in ids)
        {
            if (rows.All(r => r.Id != id))
            {
                Console.Error.WriteLine($"There is no row \"{id}\"; known are: {string.Join(", ", rows.Select(r => r.Id))}.");
                return 2;
            }
        }

        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            List<string[]> table = [["id", "ratio", "ours ms", "theirs ms", "ours MB", "what", "peer"]];
            foreach (var row in rows)
            {
                if (!ids.IsEmpty && !ids.Contains(row.Id))
                    continue;
                GC.Collect();
                var result = QuickTimer.Time(row, stop.Token);
                table.Add([result.Id, Text(result.Ratio), Text(result.Ours / 1e6), Text(result.Theirs / 1e6), Text(result.BytesPerOp / 1e6), row.What, row.Peer]);
                Console.WriteLine($"{result.Id}: {Text(result.Ratio)}x, ours {Text(result.Ours / 1e6)} ms, theirs {Text(result.Theirs / 1e6)} ms");
            }

            Console.WriteLine();
            Table.Write(table, rightAligned: [1, 2, 3, 4]);
            return 0;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped.");
            return 130;
        }
        catch (MismatchException e)
        {
            Console.Error.WriteLine($"MISMATCH {e.Message}");
            return 1;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
