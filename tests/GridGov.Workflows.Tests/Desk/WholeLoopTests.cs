using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class WholeLoopTests
{
    [Fact]
    public async Task From_report_to_archive_the_log_holds_exactly_these_entries()
    {
        var town = new DeskFixture();
        await town.OpenAsync("c1");
        await town.Desk.AssignAsync(new("c1"), Actor.System);
        town.Time.Advance(TimeSpan.FromHours(1));
        await town.DoAsync("c1", "start", Handler("w1"));
        town.Time.Advance(TimeSpan.FromHours(2));
        await town.DoAsync("c1", "report", Handler("w1"));
        await town.DoAsync("c1", "rework", Checker);
        await town.DoAsync("c1", "report", Handler("w1"));
        await town.DoAsync("c1", "verify", Checker);
        await town.DoAsync("c1", "evaluate", Citizen);
        town.Time.Advance(TimeSpan.FromDays(10));
        Assert.Single(await town.Desk.TickAsync());

        var log = await town.LogAsync();

        Assert.Equal(
            [
                "1 08:00 Opened clerk open -> accept grid-center",
                "2 08:00 Moved system assign accept -> refer team-w1 w1",
                "3 09:00 Moved w1 start refer -> track team-w1 w1",
                "4 11:00 Handled w1 report track -> feedback team-w1 w1",
                "5 11:00 Reworked checker rework feedback -> track team-w1 w1",
                "6 11:00 Handled w1 report track -> feedback team-w1 w1",
                "7 11:00 Moved checker verify feedback -> evaluate team-w1 w1",
                "8 11:00 Moved citizen evaluate evaluate -> publish team-w1 w1",
                "9 11:00 Moved system archive publish -> archive team-w1 w1",
            ],
            log.Select(Line));
        Assert.Null(CaseChain.Verify(log));
        Assert.True((await town.Desk.FindAsync(new("c1")))!.IsClosed);
        Assert.Equal(0, town.LoadOf("w1"));
    }

    [Fact]
    public async Task An_archived_case_takes_no_more_commands()
    {
        var town = new DeskFixture();
        await town.BringToAsync("c1", EightStep.Publish);
        town.Time.Advance(TimeSpan.FromDays(10));
        await town.Desk.TickAsync();

        Assert.Equal(RefusalCodes.TransitionUndefined, (await town.Desk.DoAsync(new("c1"), Do("rework", Checker))).Refusal?.Code);
        Assert.Equal(RefusalCodes.TransitionUndefined, (await town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
    }

    private static string Line(CaseEntry e) =>
        $"{e.Number} {e.At.ToOffset(TimeSpan.FromHours(8)):HH:mm} {e.Kind} {e.By.Id} {e.Trigger} {e.From}{(e.From.Length > 0 ? " " : "")}-> {e.To} {e.Lead} {e.Handler}".TrimEnd();
}
