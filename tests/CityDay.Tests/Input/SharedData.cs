namespace CityDay.Tests.Input;

/// <summary>The folder of real data: the environment's GRIDGOV_DATA, or else shared/data in a directory above.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("GRIDGOV_DATA") is { Length: > 0 } named ? named : Above();

    private static string? Above()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
