using GridGov.Assignment;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Asking before giving, at the desk: w1 and w4 cover the grid, w3 the street.</summary>
public sealed class DeskOfferTests
{
    private static readonly OfferTerms Two = new(2, TimeSpan.FromMinutes(5));
    private readonly DeskFixture _town = new(change: o =>
    {
        o.Workers = [Worker("w1", 2, "g11"), Worker("w4", 2, "g11"), Worker("w3", 2, "s1") with { Skills = ["gas"] }];
        o.Dispatch = new() { Classes = [new() { Class = new("cover"), Offer = Two }] };
    });

    [Fact]
    public async Task The_first_to_accept_has_it_and_the_log_says_so()
    {
        await OfferedAsync("c1");
        Assert.Equal([new CaseId("c1")], _town.Desk.OffersTo(new("w4")));

        var accepted = await _town.Desk.AcceptAsync(new("c1"), new("w4"));

        Assert.Equal(new ActorId("w4"), accepted.Value.Handler);
        Assert.Equal(1, _town.LoadOf("w4"));
        Assert.Equal("offer accepted", (await _town.LogAsync())[^1].Note);
        Assert.Equal(DispatchCodes.NotOffered, (await _town.Desk.AcceptAsync(new("c1"), new("w1"))).Refusal?.Code);
        Assert.Empty(_town.Desk.OffersTo(new("w1")));
        await Books.CheckAsync(_town, ["c1"]);
    }

    [Fact]
    public async Task When_all_who_were_asked_decline_the_next_are_asked_and_then_it_is_given_to_nobody_of_them()
    {
        await OfferedAsync("c1");

        Assert.Null((await _town.Desk.DeclineAsync(new("c1"), new("w1"))).Value.Handler);
        Assert.Null((await _town.Desk.DeclineAsync(new("c1"), new("w4"))).Value.Handler);

        Assert.Equal([new CaseId("c1")], _town.Desk.OffersTo(new("w3")));
        Assert.Null((await _town.Desk.DeclineAsync(new("c1"), new("w3"))).Value.Handler);
        Assert.Equal(RefusalCodes.NobodyEligible, (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
    }

    [Fact]
    public async Task An_offer_that_runs_out_goes_on_and_when_all_were_asked_the_best_gets_it()
    {
        await OfferedAsync("c1");
        Assert.Equal(Monday.AddMinutes(5), _town.Desk.NextDue);

        _town.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(await _town.Desk.TickAsync());
        Assert.Equal([new CaseId("c1")], _town.Desk.OffersTo(new("w3")));
        Assert.Equal(DispatchCodes.NotOffered, (await _town.Desk.AcceptAsync(new("c1"), new("w1"))).Refusal?.Code);

        _town.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new ActorId("w1"), Assert.Single(await _town.Desk.TickAsync()).Handler);
    }

    [Fact]
    public async Task Whoever_is_full_by_then_cannot_accept()
    {
        await OfferedAsync("c1");
        await _town.OpenAsync("c2", kind: "tree");
        await _town.Desk.DoAsync(new("c2"), new("assign", Town.Dispatcher) { Handler = new("w1"), Lead = new("team-w1") });

        Assert.Equal(DispatchCodes.CannotTake, (await _town.Desk.AcceptAsync(new("c1"), new("w1"))).Refusal?.Code);
        Assert.True((await _town.Desk.AcceptAsync(new("c1"), new("w4"))).IsAccepted);
    }

    [Fact]
    public async Task A_case_assigned_by_hand_is_offered_no_more()
    {
        await OfferedAsync("c1");

        await _town.Desk.DoAsync(new("c1"), new("assign", Town.Dispatcher) { Handler = new("w1"), Lead = new("team-w1") });

        Assert.Empty(_town.Desk.OffersTo(new("w4")));
        Assert.Equal(DispatchCodes.NotOffered, (await _town.Desk.AcceptAsync(new("c1"), new("w4"))).Refusal?.Code);
    }

    [Fact]
    public async Task Two_who_accept_at_once_do_not_both_have_it()
    {
        for (var i = 0; i < 50; i++)
        {
            var id = $"c{i}";
            await OfferedAsync(id);
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(async () =>
                await _town.Desk.AcceptAsync(new(id), new(n == 0 ? "w1" : "w4")))));

            Assert.Single(answers, a => a.IsAccepted);
            await _town.Desk.DoAsync(new(id), new(SideRoads.Triggers.Void, Clerk) { Note = "done", Facts = FactsOf(SideRoads.Triggers.Void) });
        }

        await Books.CheckAsync(_town, Enumerable.Range(0, 50).Select(i => $"c{i}"));
    }

    [Fact]
    public async Task One_of_another_class_is_offered_by_hand()
    {
        await _town.OpenAsync("c1", kind: "tree");

        Assert.Equal([new ActorId("w1")], (await _town.Desk.OfferAsync(new("c1"), new(1, TimeSpan.FromMinutes(1)))).Value);
        Assert.Equal(DeskCodes.Offered, (await _town.Desk.AssignAsync(new("c1"), Actor.System)).Refusal?.Code);
        Assert.True((await _town.Desk.AcceptAsync(new("c1"), new("w1"))).IsAccepted);
    }

    [Fact]
    public async Task After_a_restart_the_case_waits_and_is_offered_anew()
    {
        await OfferedAsync("c1");
        var restored = new DeskFixture(_town.Store, o => (o.Workers, o.Dispatch) = (_town.City.Roster.Workers, _town.City.Dispatch));
        await restored.Desk.RestoreAsync();

        Assert.Equal(1, restored.Desk.WaitingCount);
        Assert.Empty(await restored.Desk.TickAsync());
        Assert.True((await restored.Desk.AcceptAsync(new("c1"), new("w4"))).IsAccepted);
    }

    private async Task OfferedAsync(string id)
    {
        await _town.OpenAsync(id);
        Assert.Equal(DeskCodes.Offered, (await _town.Desk.AssignAsync(new(id), Actor.System)).Refusal?.Code);
        Assert.Equal(0, _town.Desk.WaitingCount);
    }
}
