using CityDay.City;

namespace CityDay.Cli;

/// <summary>What the command line asks for.</summary>
internal sealed record RunRequest(
    ScriptRequest Script, string? Out, string? Export, string? Verify, string? Checkpoints = null, string? Key = null, bool Explain = false,
    string Store = StoreChoice.Memory, bool Plan = false)
{
    /// <summary>The command that does the same again, without the folders of this machine.</summary>
    public string Command
    {
        get
        {
            var input = Script.Input is { } file
                ? $"--input {Path.GetFileName(file)} --format {Script.Format} --seed {Script.Seed}"
                : $"--seed {Script.Seed} --days {Script.Days} --per-day {Script.PerDay}";
            var lifecycle = Script.Lifecycle == CityLoop.Standard ? string.Empty : $" --lifecycle {Script.Lifecycle}";
            return $"dotnet run -c Release --project samples/CityDay -- {input}{lifecycle} --out out";
        }
    }
}
