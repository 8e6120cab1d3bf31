using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridGov.Workflows;

/// <summary>
/// Drives the clocks of a desk in a host: sleeps until one is due, ticks, and sleeps again; and follows the store, so that
/// cases of other desks have their clocks here too.
/// </summary>
internal sealed partial class CaseClockService(CaseDesk desk, TimeProvider time, ILogger<CaseClockService>? logger = null) : BackgroundService
{
    // A timer takes no more than some weeks; whoever sleeps longer looks up once a day.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // What a store that is away is given before the next try.
    private static readonly TimeSpan Breather = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger ?? NullLogger<CaseClockService>.Instance;

    // Restored before the host has started, so that nobody opens a case at a desk that is being filled.
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (desk.IsNew)
            await desk.RestoreAsync(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var learning = LearnAsync(ended.Token);
        try
        {
            await TickAsync(stoppingToken).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await learning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var result = await desk.TickAsync(stoppingToken).ConfigureAwait(false);
            foreach (var failure in result.Failures)
                ClockFailed(failure.Case, failure.RetryAt, failure.Error);
            foreach (var refused in result.Refusals)
                ClockRefused(refused.Case, refused.Trigger, refused.Refusal.Code);
            if (result.DispatchError is { } error)
                DispatchFailed(error);
            if (result.LearningError is { } unread)
                LearningFailed(unread);
            await SleepAsync(result.IsComplete ? TimeSpan.Zero : Breather, stoppingToken).ConfigureAwait(false);
        }
    }

    // What another desk stores may be due before anything that is known here: it wakes the ticking.
    private async Task LearnAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await desk.KeepLearningAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LearningFailed(e);
            }

            await Task.Delay(Breather, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task SleepAsync(TimeSpan atLeast, CancellationToken stoppingToken)
    {
        if (atLeast > TimeSpan.Zero)
            await Task.Delay(atLeast, time, stoppingToken).ConfigureAwait(false);
        var (next, sooner) = desk.WatchClocks();
        var wait = next is { } due && due - time.GetUtcNow() is var left && left < LongestSleep ? left : LongestSleep;
        if (wait <= TimeSpan.Zero)
            return;

        // A timer counts whole milliseconds; one cut short would wake for nothing.
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var sleep = Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, awake.Token);

        // The clock may have moved between looking at it and setting the timer, which would then be set too late.
        if (!(next <= time.GetUtcNow()))
            await Task.WhenAny(sleep, sooner).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);
        stoppingToken.ThrowIfCancellationRequested();
    }

    [LoggerMessage(1, LogLevel.Warning, "The clock of case {Case} failed; it is tried again at {RetryAt:O}.")]
    private partial void ClockFailed(CaseId @case, DateTimeOffset retryAt, Exception? exception);

    [LoggerMessage(3, LogLevel.Warning, "What waits could not be given out; the next tick tries again.")]
    private partial void DispatchFailed(Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "What other desks have stored could not be read; it is tried again.")]
    private partial void LearningFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Information, "The clock of case {Case} wanted {Trigger} and was refused: {Code}. It is silent until somebody acts.")]
    private partial void ClockRefused(CaseId @case, string trigger, string code);
}
