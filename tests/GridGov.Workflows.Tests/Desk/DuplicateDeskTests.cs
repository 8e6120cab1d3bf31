using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Cases about one matter at a desk: the head closes and answers for all of them.</summary>
public sealed class DuplicateDeskTests
{
    private readonly ScriptedStore _store = new();
    private readonly DeskFixture _town;

    public DuplicateDeskTests() => _town = new(_store);

    [Fact]
    public async Task Closing_the_head_answers_every_reporter_and_closes_the_members()
    {
        await HeadAndMembersAsync("head", "m1", "m2");

        Assert.Equal(["m1", "m2"], _town.Desk.MembersOf(new("head")).Select(m => m.Value));
        Assert.Equal(0, _town.LoadOf("w2"));
        await CloseAsync("head");

        foreach (var id in new[] { "m1", "m2" })
        {
            var member = (await _town.Desk.FindAsync(new(id)))!;
            Assert.Equal((SideRoads.Merged, CaseOutcome.Duplicate, new CaseId("head")), (member.Step, member.Outcome, member.DuplicateOf));
            var last = (await _town.LogAsync()).Last(e => e.Case == member.Id);
            Assert.Equal(("photo 17", Role.System), (last.Note, last.By.Role));
        }

        Assert.Empty(_town.Desk.MembersOf(new("head")));
        Assert.Null(_town.Desk.NextDue is { } due && due <= _town.Time.GetUtcNow() ? due : null);
    }

    [Fact]
    public async Task A_head_that_is_joined_itself_takes_its_members_along()
    {
        await HeadAndMembersAsync("b", "a");
        await _town.OpenAssignedAsync("c");
        await LinkAsync("b", "c");

        await CloseAsync("c");

        Assert.True((await _town.Desk.FindAsync(new("b")))!.IsClosed);
        Assert.True((await _town.Desk.FindAsync(new("a")))!.IsClosed);
    }

    [Fact]
    public async Task A_head_that_was_voided_answers_nothing_and_the_others_go_their_own_way()
    {
        await HeadAndMembersAsync("head", "m1");
        await _town.DoAsync("head", SideRoads.Triggers.Void, Boss);

        var member = (await _town.Desk.FindAsync(new("m1")))!;
        Assert.Equal((EightStep.Accept, null), (member.Step, member.DuplicateOf));
        Assert.Equal(EightStep.Refer, (await _town.Desk.AssignAsync(new("m1"), Actor.System)).Value.Step);
    }

    [Fact]
    public async Task There_is_no_head_that_is_unknown_closed_or_joined_itself_so_there_is_no_circle()
    {
        await HeadAndMembersAsync("head", "m1");
        await _town.OpenAsync("m2");
        await _town.OpenAsync("gone");
        await _town.DoAsync("gone", SideRoads.Triggers.Void, Boss);

        Assert.Equal(RefusalCodes.CaseUnknown, (await TryLinkAsync("m2", "nobody")).Refusal?.Code);
        Assert.Equal(["duplicate.open"], Unmet((await TryLinkAsync("m2", "gone")).Refusal));
        Assert.Equal(["duplicate.open"], Unmet((await TryLinkAsync("m2", "m1")).Refusal));
        Assert.Equal(["duplicate.open"], Unmet((await TryLinkAsync("head", "m1")).Refusal));
        Assert.Equal(["evidence.related"], Unmet((await TryLinkAsync("m2", "m2")).Refusal));
    }

    [Fact]
    public async Task Two_that_are_joined_to_each_other_at_once_do_not_make_a_circle()
    {
        await _town.OpenAsync("a");
        await _town.OpenAsync("b");
        var stored = new TaskCompletionSource();
        _store.OnAppend = async entry =>
        {
            await stored.Task;
            return await _store.StoreAsync(entry);
        };
        var first = TryLinkAsync("a", "b");
        _store.Work();

        // The first is decided but not stored yet, so its head still looks free.
        var second = await TryLinkAsync("b", "a");
        stored.SetResult();

        Assert.Equal(RefusalCodes.CaseChanged, second.Refusal?.Code);
        Assert.True((await first).IsAccepted);
        Assert.Equal(["duplicate.open"], Unmet((await TryLinkAsync("b", "a")).Refusal));
    }

    [Fact]
    public async Task A_desk_made_anew_closes_what_the_old_one_left()
    {
        await AboutToCloseAsync("head", "m1");
        _store.OnAppend = entry => entry.Case == new CaseId("m1") ? throw new IOException("full") : _store.StoreAsync(entry);
        Assert.IsType<IOException>(Assert.Single((await _town.Desk.TickAsync()).Failures).Error);
        Assert.True((await _town.Desk.FindAsync(new("head")))!.IsClosed);
        Assert.False((await _town.Desk.FindAsync(new("m1")))!.IsClosed);
        _store.Work();

        var anew = new DeskFixture(_store, now: _town.Time.GetUtcNow());
        await anew.Desk.RestoreAsync();
        Assert.Equal(["m1"], anew.Desk.MembersOf(new("head")).Select(m => m.Value));
        await anew.Desk.TickAsync();

        Assert.Equal(SideRoads.Merged, (await anew.Desk.FindAsync(new("m1")))!.Step);
    }

    [Fact]
    public async Task The_old_desk_itself_tries_again_at_its_next_tick()
    {
        await AboutToCloseAsync("head", "m1");
        _store.OnAppend = entry => entry.Case == new CaseId("m1") ? throw new IOException("full") : _store.StoreAsync(entry);
        Assert.IsType<IOException>(Assert.Single((await _town.Desk.TickAsync()).Failures).Error);
        _store.Work();

        await _town.Desk.TickAsync();

        Assert.True((await _town.Desk.FindAsync(new("m1")))!.IsClosed);
    }

    [Fact]
    public async Task A_head_that_another_desk_closed_is_noticed_when_the_clock_of_the_member_rings()
    {
        await HeadAndMembersAsync("head", "m1");
        var other = new DeskFixture(_store, now: _town.Time.GetUtcNow());
        await other.Desk.DoAsync(new("head"), Do(SideRoads.Triggers.ForceClose, new(new("mayor"), new("city"), Role.Leader)) with
        {
            Facts = new() { Outcome = CaseOutcome.Solved, Authority = "district office, 2026/4" },
        });
        Assert.False((await _town.Desk.FindAsync(new("m1")))!.IsClosed);

        _town.Time.Advance(TimeSpan.FromDays(9));
        await _town.Desk.TickAsync();

        Assert.True((await _town.Desk.FindAsync(new("m1")))!.IsClosed);
    }

    private async Task HeadAndMembersAsync(string head, params string[] members)
    {
        await _town.OpenAssignedAsync(head);
        foreach (var member in members)
        {
            await _town.OpenAssignedAsync(member, "g12");
            await LinkAsync(member, head);
        }
    }

    // The clock of the member does not ring before that of the head.
    private async Task AboutToCloseAsync(string head, string member)
    {
        await _town.OpenAssignedAsync(head);
        await BringToArchiveAsync(head);
        await _town.OpenAssignedAsync(member, "g12");
        await LinkAsync(member, head);
    }

    private async Task LinkAsync(string member, string head)
    {
        var linked = (await TryLinkAsync(member, head)).Value;
        Assert.Equal((SideRoads.Linked, null), (linked.Step, linked.Handler));
    }

    private Task<Outcome<Case>> TryLinkAsync(string member, string head) => _town.Desk.DoAsync(
        new(member), new(SideRoads.Triggers.Link, Dispatcher) { Note = "the same cover", Facts = new() { Related = new(head) } }).AsTask();

    private async Task BringToArchiveAsync(string id)
    {
        foreach (var (trigger, by) in new[] { ("start", Handler("w1")), ("report", Handler("w1")), ("verify", Checker), ("evaluate", Citizen) })
            await _town.DoAsync(id, trigger, by with { Id = trigger is "start" or "report" ? (await _town.Desk.FindAsync(new(id)))!.Handler!.Value : by.Id, Body = trigger is "start" or "report" ? (await _town.Desk.FindAsync(new(id)))!.Lead : by.Body });
        _town.Time.Advance(TimeSpan.FromDays(10));
    }

    private async Task CloseAsync(string id)
    {
        await BringToArchiveAsync(id);
        await _town.Desk.TickAsync();
        Assert.True((await _town.Desk.FindAsync(new(id)))!.IsClosed);
    }
}
