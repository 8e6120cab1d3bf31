using GridGov.Assignment;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class AddGridGovTests
{
    [Fact]
    public async Task A_desk_with_everything_it_needs_is_resolved()
    {
        await using var services = new ServiceCollection().AddGridGov(Configure).BuildServiceProvider();

        var desk = services.GetRequiredService<CaseDesk>();

        Assert.Same(desk, services.GetRequiredService<CaseDesk>());
        Assert.Same(desk.City, services.GetRequiredService<CityProfile>());
        Assert.Same(desk.City.Roster, services.GetRequiredService<AssignmentEngine>().Roster);
        Assert.Same(EightStep.Default, desk.City.Lifecycle);
        Assert.True((await desk.OpenAsync(Report("c1"), Clerk)).IsAccepted);
    }

    [Fact]
    public async Task A_clock_and_a_store_registered_before_are_used()
    {
        var store = new InMemoryCaseStore();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(Monday));
        services.AddSingleton<ICaseStore>(store);
        await using var provider = services.AddGridGov(Configure).BuildServiceProvider();

        var opened = await provider.GetRequiredService<CaseDesk>().OpenAsync(Report("c1"), Clerk);

        Assert.Equal(Monday, opened.Value.OpenedAt);
        Assert.Equal(1, store.Count);
    }

    [Fact]
    public async Task Every_fault_is_listed_when_the_host_starts()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGridGov(Misconfigure);
        using var host = builder.Build();

        var e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(Faults, e.Failures);
    }

    [Fact]
    public void Every_fault_is_listed_when_the_desk_is_first_asked_for()
    {
        using var services = new ServiceCollection().AddGridGov(Misconfigure).BuildServiceProvider();

        var e = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<CaseDesk>());

        Assert.Equal(Faults, e.Failures);
    }

    [Fact]
    public void Every_missing_part_is_named()
    {
        var e = Assert.Throws<DefinitionException>(() => CityProfile.Freeze(new() { Lifecycle = null }));

        Assert.Equal(
            ["Grids", "Calendar", "Duties", "Standards", "Lifecycle", "Workers", "Center"],
            e.Faults.Select(f => f.Where));
    }

    [Fact]
    public void A_class_needs_one_worker_with_all_of_its_skills()
    {
        var options = Options();
        options.Standards = CaseStandards.Freeze("town", 1, [Cover with { Skills = ["gas", "water"] }]);
        options.Workers = [Worker("w1", 1, "g11") with { Skills = ["gas"] }, Worker("w2", 1, "g11") with { Skills = ["water"] }];

        var e = Assert.Throws<DefinitionException>(() => CityProfile.Freeze(options));

        Assert.Equal(["standard cover: nobody on the roster has the skills [gas, water]"], e.Faults.Select(f => f.ToString()));
    }

    private static readonly string[] Faults =
    [
        "Calendar: it is not set",
        "w1: covers grid g99, which is not in the tree",
        "standard leak: nobody on the roster has the skills [gas]",
    ];

    private static void Configure(GridGovOptions options)
    {
        var town = Options();
        options.Grids = town.Grids;
        options.Calendar = town.Calendar;
        options.Duties = town.Duties;
        options.Standards = town.Standards;
        options.Workers = town.Workers;
        options.Center = town.Center;
    }

    private static void Misconfigure(GridGovOptions options)
    {
        Configure(options);
        options.Calendar = null;
        options.Workers = [Worker("w1", 1, "g11", "g99")];
    }
}
