using CsCheck;
using Microsoft.Extensions.Time.Testing;
using static GridGov.Assignment.Tests.Town;

namespace GridGov.Assignment.Tests;

public sealed class TeamTests
{
    [Fact]
    public void One_and_six_and_n_are_filled_lead_first()
    {
        string[] professions = ["police", "doctor", "lawyer", "urban", "fire", "market"];
        var engine = Engine([
            Worker("lead", 3, "g11") with { Post = PostKind.FullTime },
            .. professions.Select(p => Worker(p, 3, "s1") with { Post = PostKind.Professional, Profession = p }),
            .. Enumerable.Range(0, 5).Select(i => Worker($"part{i}", 3, "g11") with { Post = PostKind.PartTime }),
        ]);
        TeamSeat[] seats = [
            new(default) { Post = PostKind.FullTime },
            .. professions.Select(p => new TeamSeat(default, 2) { Post = PostKind.Professional, Profession = p }),
            .. Enumerable.Repeat(new TeamSeat(default) { Post = PostKind.PartTime }, 3)];

        var team = engine.AssignTeam(new(At("g11"), default), seats);

        Assert.Equal(["lead", .. professions, "part0", "part1", "part2"], team.Select(w => w.Value));
        Assert.Equal((1, 2, 1, 0), (engine.LoadOf("lead"), engine.LoadOf("fire"), engine.LoadOf("part2"), engine.LoadOf("part3")));
        Assert.Empty(engine.AssignTeam(new(At("g11"), default), seats));
        Assert.Equal(1, engine.LoadOf("lead"));
    }

    [Fact]
    public void A_worker_moves_to_another_place_where_that_is_the_only_way_to_fill_all()
    {
        // The best for the first place is the only one for the second.
        var engine = Engine(Worker("a", 9, "g11") with { Skills = ["legal"] }, Worker("b", 1, "g11"));

        var team = engine.AssignTeam(new(At("g11"), default), [new(default), new(engine.Roster.Skills("legal"))]);

        Assert.Equal(["b", "a"], team.Select(w => w.Value));
    }

    [Fact]
    public void Joint_handling_takes_a_worker_of_each_body_or_nobody()
    {
        var engine = Engine(
            Worker("c1", 1, "g11") with { Body = new("city management") }, Worker("c2", 1, "g11") with { Body = new("city management") },
            Worker("m1", 1, "s1") with { Body = new("market supervision") });
        TeamSeat[] seats = [new(default) { Body = new("market supervision") }, new(default) { Body = new("city management") }];

        Assert.Equal(["m1", "c1"], engine.AssignTeam(new(At("g11"), default), seats).Select(w => w.Value));
        Assert.Empty(engine.AssignTeam(new(At("g11"), default), seats));
        Assert.Equal(0, engine.LoadOf("c2"));
    }

    [Fact]
    public void If_anybody_can_make_the_team_up_it_is_made_up() =>
        Gen.Select(Gen.Int[0, 31].Array[0, 6], Gen.Int[0, 31].Array[1, 5]).Sample((able, needed) =>
        {
            string[] names = ["a", "b", "c", "d", "e"];
            var all = Worker("none", 1, "g22") with { Skills = ValueList.From(names) };
            var engine = Engine([all, .. able.Select((bits, i) => Worker($"w{i}", 1, "g11") with { Skills = ValueList.From(names.Where((_, b) => (bits >> b & 1) == 1)) })]);
            TeamSeat[] seats = [.. needed.Select(n => new TeamSeat(engine.Roster.Skills(names.Where((_, b) => (n >> b & 1) == 1).ToArray())))];

            var team = engine.AssignTeam(new(At("g11"), default), seats);

            Assert.Equal(CanFill(0, 0), team.Count > 0);
            Assert.Equal(team.Count, team.Distinct().Count());
            for (var i = 0; i < team.Count; i++)
                Assert.Equal(needed[i], needed[i] & able[team[i].Value[1] - '0']);

            bool CanFill(int seat, int used) => seat == needed.Length || Enumerable.Range(0, able.Length).Any(w =>
                (used >> w & 1) == 0 && (needed[seat] & ~able[w]) == 0 && CanFill(seat + 1, used | (1 << w)));
        }, iter: 1000);

    [Fact]
    public void A_team_waits_in_line_and_is_freed_as_one()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero));
        var desk = new Dispatcher(new(Roster.Freeze(Grids, [Worker("a", 1, "g11"), Worker("b", 1, "g11")])), time);
        desk.Submit(new() { Id = new("single"), At = new("g11") });
        Assert.Equal(DispatchEventKind.Queued, desk.Submit(new() { Id = new("pair"), At = new("g11"), Team = [new() { Count = 2 }] }).Value[0].Kind);
        Assert.Equal(0, desk.Engine.LoadOf("b"));

        Assert.Equal(
            [(DispatchEventKind.Completed, "a"), (DispatchEventKind.Assigned, "b"), (DispatchEventKind.Assigned, "a")],
            desk.Complete(new("single")).Value.Select(e => (e.Kind, e.Worker.Value)));
        Assert.Equal(["b", "a"], desk.Find(new("pair"))!.Workers.Select(w => w.Value));
        desk.Complete(new("pair"));
        Assert.Equal((0, 0), (desk.Engine.LoadOf("a"), desk.Engine.LoadOf("b")));
    }
}
