using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Two desks on one store, each with workloads of its own: whichever moves a case keeps its own books straight.</summary>
public sealed class TwoDesksTests
{
    private readonly DeskFixture _here = new();
    private readonly DeskFixture _there;

    public TwoDesksTests() => _there = new(_here.Store);

    [Fact]
    public async Task A_case_that_another_desk_assigned_can_be_finished_here()
    {
        await _there.BringToAsync("c1", EightStep.Track);

        await _here.DoAsync("c1", "report", Handler("w1"));

        Assert.Equal(0, _here.LoadOf("w1"));
    }

    [Fact]
    public async Task A_case_that_another_desk_moved_is_caught_up_with_at_the_conflict()
    {
        await _here.BringToAsync("c1", EightStep.Track);
        await _there.DoAsync("c1", "report", Handler("w1"));

        Assert.Equal(RefusalCodes.CaseChanged, (await _here.Desk.DoAsync(new("c1"), Do("report", Handler("w1")))).Refusal?.Code);

        Assert.Equal(0, _here.LoadOf("w1"));
        Assert.Equal(EightStep.Feedback, (await _here.Desk.FindAsync(new("c1")))!.Step);
    }

    [Fact]
    public async Task The_clock_of_a_case_that_another_desk_moved_still_runs_here()
    {
        await _here.BringToAsync("c1", EightStep.Track);
        await _there.DoAsync("c1", "report", Handler("w1"));
        await _here.Desk.DoAsync(new("c1"), Do("report", Handler("w1")));
        _here.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, Assert.Single(await _here.Desk.TickAsync()).Urgings);
    }
}
