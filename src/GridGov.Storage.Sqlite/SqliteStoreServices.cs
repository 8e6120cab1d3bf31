using GridGov;
using GridGov.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite store. Stateless and thread-safe.</summary>
public static class SqliteStoreServices
{
    /// <summary>
    /// Keeps the case log in a SQLite file: the store in memory that <c>AddGridGov</c> would use gives way to it. It is opened when it is first asked for, and closed with
    /// the container.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">How it is opened.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGridGovSqlite(this IServiceCollection services, SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
#pragma warning disable RS0030 // The composition root is where an embedder chooses the clock; this is the choice for those who did not.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton(s => SqliteCaseStore.Open(options, s.GetRequiredService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<ICaseStore>(static s => s.GetRequiredService<SqliteCaseStore>()));
        return services;
    }
}
