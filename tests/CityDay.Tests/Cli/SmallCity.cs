namespace CityDay.Tests.Cli;

/// <summary>The default city made small, and a few of its reports as a file.</summary>
internal static class SmallCity
{
    public const string Header = "report_id,reported_at,grid,class,channel";

    public static string[] Args(string output, int seed = 1, int perDay = 300) =>
        ["--days", "1", "--per-day", $"{perDay}", "--seed", $"{seed}", "--out", output];

    public static string Row(int id, string at = "2026-03-02T09:00:00+08:00", string grid = "LJ0101001", string kind = "市容环卫") =>
        $"R{id:D3},{at},{grid},{kind},12345";

    public static string File(params IEnumerable<string> rows) => $"{Header}\n{string.Join('\n', rows)}\n";

    public static Task<Played> PlayFileAsync(string path, string output) => Played.RunAsync("--input", path, "--format", "gridgov", "--out", output);
}
