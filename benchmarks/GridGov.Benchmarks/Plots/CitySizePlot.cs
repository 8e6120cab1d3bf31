using System.Diagnostics;

namespace GridGov.Benchmarks;

/// <summary>
/// The cost of a decision by the size of the city, 1,000 to 1,000,000 workers with 20 candidates a grid, measured and drawn:
/// once with cases from the same 50 grids, so that the caches hold as much of what is asked in every size, and once with
/// cases from everywhere.
/// </summary>
internal static class CitySizePlot
{
    private const int Cases = 200_000;
    private const int Rounds = 9;

    private static readonly int[] Sizes = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];

    /// <summary>Measures, prints a table and writes the picture.</summary>
    /// <param name="file">Where to; its folder is made.</param>
    public static int Run(string file)
    {
        List<string[]> rows = [["workers", "same 50 grids, ns", "to 1,000", "all grids, ns", "to 1,000"]];
        var same = new double[Sizes.Length];
        var all = new double[Sizes.Length];
        var smallest = Loop(Sizes[0], DispatchByCitySize.Busy);
        for (var i = 0; i < Sizes.Length; i++)
        {
            // The smallest city is measured again beside each, so that a busy neighbour slows both.
            var city = i == 0 ? smallest : Loop(Sizes[i], DispatchByCitySize.Busy);
            var everywhere = Loop(Sizes[i], Sizes[i] / 20);
            var (one, two, three) = (new double[Rounds], new double[Rounds], new double[Rounds]);
            for (var round = 0; round < Rounds; round++)
                (one[round], two[round], three[round]) = (Time(smallest), Time(city), Time(everywhere));
            var unit = Median(one);
            if (i == 0)
                (same[0], all[0]) = (unit, Median(three));
            else
                (same[i], all[i]) = (Ratio(two, one) * same[0], Ratio(three, one) * same[0]);
            rows.Add([Sizes[i].ToString("N0", Invariant), Ns(same[i]), Times(same[i] / same[0]), Ns(all[i]), Times(all[i] / all[0])]);
        }

        Table.Write(rows, [1, 2, 3, 4]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, LinePicture.Draw(
            "Cost of a decision by the size of the city",
            "20 candidates a grid, one thread, completions in the loop; shaded: up to 1.5 times the smallest city",
            "workers in the city", "ns a decision", [.. Sizes.Select(s => (double)s)],
            [("cases from the same 50 grids", same), ("cases from all grids: caches too small", all)], 1.5 * same[0]));
        Console.WriteLine($"Written: {file}");
        return 0;
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static DispatchLoop Loop(int workers, int busy)
    {
        var loop = new DispatchLoop();
        loop.Setup(workers, busy);
        for (var i = 0; i < 5; i++)
            loop.Run(Cases);
        return loop;
    }

    private static double Time(DispatchLoop loop)
    {
        var began = Stopwatch.GetTimestamp();
        loop.Run(Cases);
        return Stopwatch.GetElapsedTime(began).TotalNanoseconds / Cases;
    }

    private static double Ratio(double[] over, double[] under) => Median([.. over.Zip(under, (o, u) => o / u)]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Ns(double value) => value.ToString("0.0", Invariant);

    private static string Times(double value) => value.ToString("0.00", Invariant);
}
