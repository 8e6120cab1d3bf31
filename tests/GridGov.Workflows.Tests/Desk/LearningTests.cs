using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Two desks on one store: what one has done, the other learns from the log.</summary>
public sealed class LearningTests
{
    private readonly DeskFixture _here = new();
    private readonly DeskFixture _there;

    public LearningTests() => _there = new(_here.Store);

    [Fact]
    public async Task The_clock_of_a_case_that_another_desk_opened_rings_here()
    {
        await _there.OpenAsync("c1");
        Assert.Empty(await _here.Desk.TickAsync());
        Assert.Equal(_there.Desk.NextDue, _here.Desk.NextDue);

        _here.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, Assert.Single(await _here.Desk.TickAsync()).Urgings);
    }

    [Fact]
    public async Task Whoever_is_busy_there_is_busy_here_until_it_is_done()
    {
        await _there.BringToAsync("c1", EightStep.Track);
        Assert.Equal(0, _here.LoadOf("w1"));

        Assert.Equal(3, await _here.Desk.LearnAsync());
        Assert.Equal(1, _here.LoadOf("w1"));

        await _there.DoAsync("c1", "report", Handler("w1"));
        await _here.Desk.LearnAsync();
        Assert.Equal(0, _here.LoadOf("w1"));
    }

    [Fact]
    public async Task What_this_desk_did_itself_is_read_and_changes_nothing()
    {
        await _here.BringToAsync("open", EightStep.Track);
        await _here.BringToAsync("ended", EightStep.Publish);
        _here.Time.Advance(TimeSpan.FromDays(30));
        while ((await _here.Desk.FindAsync(new("ended")))!.IsClosed is false)
            await _here.Desk.TickAsync();
        var (load, next) = (_here.LoadOf("w1"), _here.Desk.NextDue);

        await _here.Desk.LearnAsync();

        Assert.Equal((load, next), (_here.LoadOf("w1"), _here.Desk.NextDue));
        Assert.Equal(0, await _here.Desk.LearnAsync());
    }

    [Fact]
    public async Task A_case_under_a_version_that_is_not_known_here_is_left_to_those_who_know_it()
    {
        var newer = new DeskFixture(_here.Store, o => o.Lifecycle = EightStep.Define(new() { Publish = TimeLimit.NaturalDays(30) }, version: 2));
        await newer.OpenAssignedAsync("new");
        await _there.OpenAssignedAsync("old");

        var tick = await _here.Desk.TickAsync();

        Assert.Null(tick.LearningError);
        Assert.Equal(1, _here.LoadOf("w1"));
        Assert.Equal(_there.Desk.NextDue, _here.Desk.NextDue);
    }

    [Fact]
    public async Task A_desk_whose_clock_is_behind_waits_for_what_was_entered_last()
    {
        var due = (await _there.OpenAsync("c1")).StepDue!.Value;
        _there.Time.SetUtcNow(due.AddMinutes(2));
        var last = (await _there.Desk.DoAsync(new("c1"), new(SideRoads.Triggers.Note, Clerk) { Note = "seen again" })).Value.LastAt;
        _here.Time.SetUtcNow(due.AddMinutes(1));

        var early = await _here.Desk.TickAsync();
        Assert.Empty(early);
        Assert.Empty(early.Refusals);
        Assert.Equal(last, _here.Desk.NextDue);

        _here.Time.SetUtcNow(last);
        Assert.Equal(1, Assert.Single(await _here.Desk.TickAsync()).Urgings);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_keeps_no_known_clock_waiting()
    {
        var store = new ScriptedStore();
        var (here, there) = (new DeskFixture(store), new DeskFixture(store));
        await here.OpenAsync("mine");
        await there.OpenAsync("theirs");
        here.Time.Advance(TimeSpan.FromDays(1));
        store.BreaksWhileReading = true;

        var broken = await here.Desk.TickAsync();
        store.BreaksWhileReading = false;
        var mended = await here.Desk.TickAsync();

        Assert.IsType<IOException>(broken.LearningError);
        Assert.Equal(new CaseId("mine"), Assert.Single(broken).Id);
        Assert.Null(mended.LearningError);
        Assert.Equal(new CaseId("theirs"), Assert.Single(mended).Id);
    }

    [Fact]
    public Task Whatever_two_desks_do_by_turns_they_know_the_same_once_they_have_learned() =>
        Gen.Select(RandomDay.Gen(120), Gen.Bool.Array[120]).SampleAsync(async (things, turns) =>
        {
            var here = RandomDay.Town();
            var there = RandomDay.Town(here.Store);
            var day = new RandomDay(here);
            var other = new RandomDay(there) { Opened = day.Opened };
            for (var i = 0; i < things.Length; i++)
                await (turns[i] ? day : other).RunAsync([things[i]]);

            await here.Desk.LearnAsync();
            await there.Desk.LearnAsync();

            await Books.CheckAsync(here, day.Opened);
            await Books.CheckAsync(there, day.Opened);

            // Whatever falls due is done by one of them, and then known to the other.
            var later = (here.Time.GetUtcNow() > there.Time.GetUtcNow() ? here : there).Time.GetUtcNow().AddDays(2);
            here.Time.SetUtcNow(later);
            there.Time.SetUtcNow(later);
            await here.Desk.TickAsync();
            Assert.Empty(await there.Desk.TickAsync());
            Assert.Equal(here.Desk.NextDue, there.Desk.NextDue);
        }, iter: 200);
}
