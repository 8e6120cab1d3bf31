using Microsoft.Extensions.Time.Testing;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class OfferTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_best_are_asked_and_the_first_to_accept_has_it()
    {
        var desk = Desk(Worker("a", 1, "g11"), Worker("b", 1, "g11"), Worker("c", 1, "g11"));

        var asked = desk.Submit(Offered("c1", to: 2)).Value;

        Assert.Equal(["a", "b"], asked.Select(e => e.Worker.Value));
        Assert.Equal(0, desk.Engine.LoadOf("a"));
        Assert.Equal(DispatchCodes.NotOffered, desk.Accept(new("c1"), new("c")).Refusal?.Code);
        Assert.True(desk.Accept(new("c1"), new("b")).IsAccepted);
        Assert.Equal(DispatchCodes.NotOffered, desk.Accept(new("c1"), new("a")).Refusal?.Code);
        Assert.Equal((0, 1), (desk.Engine.LoadOf("a"), desk.Engine.LoadOf("b")));
    }

    [Fact]
    public void When_all_decline_the_next_are_asked_and_at_last_it_is_given_to_nobody_who_said_no()
    {
        var desk = Desk(Worker("a", 1, "g11"), Worker("b", 1, "g11"), Worker("c", 1, "g11"));
        desk.Submit(Offered("c1", to: 2));
        desk.Decline(new("c1"), new("a"));

        var next = desk.Decline(new("c1"), new("b")).Value;
        Assert.Equal([DispatchEventKind.Declined, DispatchEventKind.Offered], next.Select(e => e.Kind));
        Assert.Equal("c", next[1].Worker.Value);

        Assert.Equal(DispatchEventKind.Queued, desk.Decline(new("c1"), new("c")).Value[1].Kind);
        Assert.Equal(1, desk.WaitingCount);
        desk.Swap(desk.Engine.Roster.With([Worker("a", 9, "g11"), Worker("d", 1, "s1")]));
        Assert.Equal("d", desk.Find(new("c1"))!.Workers[0].Value);
    }

    [Fact]
    public void An_offer_that_runs_out_goes_on_and_then_the_case_is_given_out()
    {
        var desk = Desk(Worker("a", 1, "g11"), Worker("b", 1, "g11"));
        desk.Submit(Offered("c1", to: 1));
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(3), desk.NextDue);

        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(DispatchCodes.NotOffered, desk.Accept(new("c1"), new("a")).Refusal?.Code);
        Assert.Equal([(DispatchEventKind.Expired, "a"), (DispatchEventKind.Offered, "b")], desk.Tick().Select(e => (e.Kind, e.Worker.Value)));
        _time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal([(DispatchEventKind.Expired, "b"), (DispatchEventKind.Assigned, "a")], desk.Tick().Select(e => (e.Kind, e.Worker.Value)));
    }

    [Fact]
    public void Who_has_become_full_meanwhile_cannot_accept_any_more()
    {
        var desk = Desk(Worker("a", 1, "g11"));
        desk.Submit(Offered("c1", to: 1));
        desk.Submit(new() { Id = new("c2"), At = new("g11") });

        Assert.Equal(DispatchCodes.CannotTake, desk.Accept(new("c1"), new("a")).Refusal?.Code);
        Assert.Equal(1, desk.Engine.LoadOf("a"));
    }

    [Fact]
    public void A_case_on_the_board_is_claimed_once_and_the_points_come_with_completion()
    {
        var desk = Desk(Worker("a", 2, "g11"), Worker("b", 1, "g22"));
        desk.Submit(OnBoard("c1", 3));
        desk.Submit(OnBoard("c2", 8));
        Assert.Equal(["c2", "c1"], desk.BoardFor(new("a")).Select(s => s.Case.Id.Value));
        Assert.Empty(desk.BoardFor(new("b")));

        Assert.Equal(DispatchCodes.CannotTake, desk.Claim(new("c2"), new("b")).Refusal?.Code);
        Assert.True(desk.Claim(new("c2"), new("a")).IsAccepted);
        Assert.Equal(DispatchCodes.NotOnBoard, desk.Claim(new("c2"), new("a")).Refusal?.Code);
        Assert.Equal(0, desk.PointsOf(new("a")));
        desk.Complete(new("c2"));
        Assert.Equal(8, desk.PointsOf(new("a")));
    }

    [Fact]
    public void What_nobody_claims_in_time_is_given_out_without_points()
    {
        var desk = Desk(Worker("a", 2, "g11"));
        desk.Submit(OnBoard("c1", 3) with { Board = new(3, TimeSpan.FromHours(1)) });

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([DispatchEventKind.Expired, DispatchEventKind.Assigned], desk.Tick().Select(e => e.Kind));
        desk.Complete(new("c1"));
        Assert.Equal(0, desk.PointsOf(new("a")));
    }

    private static DispatchCase Offered(string id, int to) =>
        new() { Id = new(id), At = new("g11"), Offer = new(to, TimeSpan.FromMinutes(3)) };

    private static DispatchCase OnBoard(string id, int points) => new() { Id = new(id), At = new("g11"), Board = new(points) };

    private Dispatcher Desk(params Worker[] workers) => new(new(Roster.Freeze(Grids, workers), _time), _time);
}
