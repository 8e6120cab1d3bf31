using System.Diagnostics;
using System.Globalization;
using CityDay.Page;
using CityDay.Simulation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CityDay.Output;

/// <summary>Shows how far a run is: a bar with rate and remaining time on a terminal, a plain line every tenth elsewhere.</summary>
internal static class RunConsole
{
    public static Task<T> PlayAsync<T>(IAnsiConsole console, Func<Action<RunProgress>, Task<T>> play) =>
        console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? WithBarAsync(console, play)
            : WithLinesAsync(console, play);

    private static Task<T> WithBarAsync<T>(IAnsiConsole console, Func<Action<RunProgress>, Task<T>> play) => console
        .Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("playing 运行中");
            var result = await play(p =>
            {
                task.MaxValue = Math.Max(p.Total, 1);
                task.Value = p.Done;
            });
            task.StopTask();
            return result;
        });

    private static Task<T> WithLinesAsync<T>(IAnsiConsole console, Func<Action<RunProgress>, Task<T>> play)
    {
        var watch = Stopwatch.StartNew();
        var tenth = 0;
        return play(p =>
        {
            var now = p.Total == 0 ? 10 : (int)(10L * p.Done / p.Total);
            if (now <= tenth)
                return;
            tenth = now;
            var rate = p.Played / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
            console.Say(string.Create(CultureInfo.InvariantCulture,
                $"{10 * now,3} %  {Number.Count(p.Played)} reports arrived, {Number.Count(p.Archived)} cases archived, {rate:#,0} reports/s"));
        });
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{(task.Speed ?? 0) / 2:#,0} reports/s"));
    }
}
