namespace GridGov.Assignment.Tests;

/// <summary>Real data beside the repository, which ships none of it; tests that need it are skipped without it.</summary>
internal static class SharedData
{
    /// <summary>The path of a file of the shared data, or a skipped test.</summary>
    public static string PathOf(string relative)
    {
        var root = Root();
        Assert.SkipUnless(root is not null, "There is no shared/data folder above; set GRIDGOV_DATA to read it from elsewhere.");
        var path = Path.Combine(root!, relative);
        Assert.SkipUnless(File.Exists(path), $"The shared data has no {relative}.");
        return path;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_DATA") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
