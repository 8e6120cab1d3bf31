using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class WhistleTests
{
    private static readonly Actor Street = new(new("street-head"), new("street"), Role.Leader);
    private static readonly Actor Gas = new(new("gas-1"), new("gas"), Role.Handler);
    private static readonly Actor Fire = new(new("fire-1"), new("fire"), Role.Handler);
    private readonly DeskFixture _town = new(change: o =>
    {
        o.Lifecycle = PausingLoop.Plain;
        o.Escalation = new() { Warnings = [] };
    });

    [Fact]
    public async Task Called_bodies_have_thirty_minutes_and_the_lead_answers_until_every_part_is_done()
    {
        var lead = (await _town.OpenAssignedAsync("c1")).Lead;
        var called = (await _town.Desk.CallAsync(new("c1"), Street, "smell of gas", [new("gas"), new("fire")])).Value;

        Assert.Equal(["gas", "fire"], called.Supporters.Select(s => s.Body.Value));
        Assert.All(called.Supporters, s => Assert.Equal(Monday.AddMinutes(30), s.ReportBy));
        Assert.Equal(lead, called.Lead);

        _town.Time.Advance(TimeSpan.FromMinutes(10));
        await DoAsync(StandingTransitions.ReportIn, Gas);
        _town.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("fire", Assert.Single((await _town.Desk.TickAsync()).Single().Supporters, s => s.RemindedAt is not null).Body.Value);
        await DoAsync(StandingTransitions.PartDone, Gas);

        Assert.Equal(["support.done"], Unmet((await _town.Desk.DoAsync(new("c1"), Do("finish", Handler("w1")))).Refusal));
        await DoAsync(StandingTransitions.ReportIn, Fire);
        Assert.Equal(["support.done"], Unmet((await _town.Desk.DoAsync(new("c1"), Do("finish", Handler("w1")))).Refusal));
        await DoAsync(StandingTransitions.PartDone, Fire);
        Assert.Equal(lead, (await DoAsync("finish", Handler("w1"))).Lead);
    }

    [Fact]
    public async Task Nobody_reports_in_who_was_not_called_nor_for_another_nor_twice()
    {
        await _town.OpenAssignedAsync("c1");
        await _town.Desk.CallAsync(new("c1"), Street, "smell of gas", [new("gas")]);

        Assert.Equal(["support.called"], await RefusedAsync(StandingTransitions.ReportIn, Fire));
        Assert.Equal(["support.called"], await RefusedAsync(StandingTransitions.ReportIn, Fire, new() { Body = new("gas") }));
        Assert.Equal(["support.part"], await RefusedAsync(StandingTransitions.PartDone, Fire));
        await DoAsync(StandingTransitions.ReportIn, Gas);
        Assert.Equal(["support.called"], await RefusedAsync(StandingTransitions.ReportIn, Gas));
    }

    [Fact]
    public async Task A_call_that_is_repeated_calls_nobody_twice()
    {
        await _town.OpenAssignedAsync("c1");
        await _town.Desk.CallAsync(new("c1"), Street, "smell of gas", [new("gas")]);
        var again = (await _town.Desk.CallAsync(new("c1"), Street, "smell of gas", [new("gas"), new("fire")])).Value;

        Assert.Equal(["gas", "fire"], again.Supporters.Select(s => s.Body.Value));
        Assert.Equal(["support.another"], await RefusedAsync(StandingTransitions.Call, Street, new() { Body = again.Lead }));
        Assert.Equal(["role"], await RefusedAsync(StandingTransitions.Call, Citizen, new() { Body = new("water") }));
    }

    [Fact]
    public async Task A_body_that_has_done_its_part_may_be_called_again()
    {
        await _town.OpenAssignedAsync("c1");
        await _town.Desk.CallAsync(new("c1"), Street, "smell of gas", [new("gas")]);
        await DoAsync(StandingTransitions.PartDone, Gas);
        var again = (await _town.Desk.CallAsync(new("c1"), Street, "it smells again", [new("gas")])).Value;

        Assert.Equal([true, false], again.Supporters.Select(s => s.IsDone));
    }

    private async Task<Case> DoAsync(string trigger, Actor by) => (await _town.Desk.DoAsync(new("c1"), Do(trigger, by))).Value;

    private async Task<IEnumerable<string>> RefusedAsync(string trigger, Actor by, CaseFacts? facts = null) =>
        Unmet((await _town.Desk.DoAsync(new("c1"), Do(trigger, by) with { Facts = facts })).Refusal);
}
