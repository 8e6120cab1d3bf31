using GridGov.Assignment;
using GridGov.Workflows;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a city's case desk.</summary>
public static class GridGovServices
{
    /// <summary>
    /// Adds a <see cref="CaseDesk"/> for one city, with its <see cref="CityProfile"/> and <see cref="AssignmentEngine"/>.
    /// A store or a <see cref="TimeProvider"/> registered before is used; else the log is kept in memory and the
    /// system's clock is read.
    /// </summary>
    /// <remarks>The parts are validated as a whole when the host starts, or else when the desk is first asked for.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the parts.</param>
    /// <exception cref="OptionsValidationException">At start: a part is missing or does not fit; every fault is listed.</exception>
    public static IServiceCollection AddGridGov(this IServiceCollection services, Action<GridGovOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<GridGovOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GridGovOptions>, GridGovOptionsValidator>());
#pragma warning disable RS0030 // The composition root is where an embedder chooses the clock; this is the choice for those who did not.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton<GridGov.ICaseStore, GridGov.InMemoryCaseStore>();
        services.TryAddSingleton(static s => CityProfile.Freeze(s.GetRequiredService<IOptions<GridGovOptions>>().Value));
        services.TryAddSingleton(static s => s.GetRequiredService<CityProfile>().CreateEngine(s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<CaseDesk>();
        return services;
    }

    /// <summary>
    /// Lets the host drive the clocks of the desk: it sleeps until the next one is due, then ticks. A desk that was not
    /// restored and holds no case is restored from its store first, so that no clock stays silent after a restart.
    /// </summary>
    /// <remarks>
    /// It goes by the registered <see cref="TimeProvider"/>. What fails is logged and tried again; the host stops it between
    /// two cases. Call it once per desk and store: two drivers do no harm, but the slower one only finds conflicts.
    /// </remarks>
    /// <param name="services">The services, with <see cref="AddGridGov"/>.</param>
    public static IServiceCollection AddGridGovClock(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddHostedService<CaseClockService>();
    }
}

internal sealed class GridGovOptionsValidator : IValidateOptions<GridGovOptions>
{
    public ValidateOptionsResult Validate(string? name, GridGovOptions options)
    {
        var (_, faults) = CityProfile.Check(options);
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(f => f.ToString()));
    }
}
