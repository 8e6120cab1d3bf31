using System.Diagnostics.CodeAnalysis;
using GridGov;
using GridGov.Storage;

namespace CityDay.Cli;

/// <summary>Where the log of a run is kept, as the command line says it: <c>memory</c> or <c>sqlite:PATH</c>.</summary>
internal static class StoreChoice
{
    public const string Memory = "memory";

    private const string Sqlite = "sqlite:";

    /// <summary>What can be given.</summary>
    public const string Known = "memory, sqlite:PATH";

    public static bool IsKnown(string text) => text == Memory || (text.StartsWith(Sqlite, StringComparison.Ordinal) && text.Length > Sqlite.Length);

    /// <summary>Opens the store; whoever opened it closes it where it has to be closed.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The caller closes it.")]
    public static ICaseStore Open(string text) =>
        text == Memory ? new InMemoryCaseStore() : SqliteCaseStore.Open(new() { Path = text[Sqlite.Length..] }, TimeProvider.System);
}
