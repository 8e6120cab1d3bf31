namespace GridGov.Benchmarks;

/// <summary>Where results go.</summary>
internal static class Artifacts
{
    /// <summary><c>artifacts/benchmarks</c> of the repository around the current directory, or of that directory.</summary>
    public static string Folder
    {
        get
        {
            var here = Directory.GetCurrentDirectory();
            for (var at = new DirectoryInfo(here); at is not null; at = at.Parent)
            {
                if (File.Exists(Path.Combine(at.FullName, "GridGov.sln")))
                    return Path.Combine(at.FullName, "artifacts", "benchmarks");
            }

            return Path.Combine(here, "artifacts", "benchmarks");
        }
    }
}
