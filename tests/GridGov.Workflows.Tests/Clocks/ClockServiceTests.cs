using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class ClockServiceTests
{
    private readonly FakeTimeProvider _time = new(Monday);
    private readonly ScriptedStore _store = new();

    [Fact]
    public async Task It_restores_the_desk_sleeps_until_a_clock_is_due_and_ticks()
    {
        await new DeskFixture(_store).OpenAsync("c1");
        using var host = Start(out var desk);
        await host.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => desk.NextDue is not null);
        Assert.Equal(0, (await desk.FindAsync(new("c1")))!.Urgings);

        _time.Advance(TimeSpan.FromHours(4));
        await UntilAsync(async () => (await desk.FindAsync(new("c1")))!.Urgings == 1);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_wakes_when_a_case_comes_in_that_is_due_before_the_others()
    {
        await new DeskFixture(_store).BringToAsync("c0", EightStep.Track);
        using var host = Start(out var desk);
        await host.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => desk.NextDue is not null);

        // Real time for it to fall asleep until Tuesday evening; were it still awake, the test would only show less.
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await desk.OpenAsync(Report("c1"), Clerk);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromHours(4));

        await UntilAsync(async () => (await desk.FindAsync(new("c1")))!.Urgings == 1);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_learns_of_a_case_that_another_desk_opens_and_drives_its_clock()
    {
        using var host = Start(out var desk);
        await host.StartAsync(TestContext.Current.CancellationToken);
        await new DeskFixture(_store).OpenAsync("c1");
        await UntilAsync(() => desk.NextDue is not null);

        await UntilAsync(async () =>
        {
            _time.Advance(TimeSpan.FromHours(1));
            return (await desk.FindAsync(new("c1")))!.Urgings == 1;
        });
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_store_that_fails_for_a_while_costs_no_clock_and_no_host()
    {
        using var host = Start(out var desk);
        await host.StartAsync(TestContext.Current.CancellationToken);
        await desk.OpenAsync(Report("c1"), Clerk);
        var tries = 0;
        _store.OnAppend = _ => Interlocked.Increment(ref tries) > 0 ? throw new IOException("disk full") : null!;
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMinutes(30));
            return Volatile.Read(ref tries) >= 3;
        });
        _store.Work();

        await UntilAsync(async () =>
        {
            _time.Advance(TimeSpan.FromMinutes(5));
            return (await desk.FindAsync(new("c1")))!.Urgings >= 1;
        });
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private IHost Start(out CaseDesk desk)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton<ICaseStore>(_store);
        builder.Services.AddGridGov(options =>
        {
            var town = Options();
            (options.Grids, options.Calendar, options.Duties) = (town.Grids, town.Calendar, town.Duties);
            (options.Standards, options.Workers, options.Center) = (town.Standards, town.Workers, town.Center);
        }).AddGridGovClock();
        var host = builder.Build();
        desk = host.Services.GetRequiredService<CaseDesk>();
        return host;
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    // The driver runs on a thread of its own; it is given real time to come round, and never more than half a minute.
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 3000; i++)
        {
            if (await holds())
                return;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come to that in half a minute.");
    }
}
