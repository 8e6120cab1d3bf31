using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace GridGov.Assignment.Tests;

/// <summary>The laws of a dispatcher, after every step of random days and under threads.</summary>
public sealed class DispatcherModelTests
{
    private static readonly string[] Grids = ["g11", "g12", "g21", "g22", "s1"];

    [Fact]
    public void After_every_step_line_and_workload_agree_and_nobody_waits_whom_somebody_could_serve() =>
        Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var time = new FakeTimeProvider(new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
            var desk = Desk(time);
            var random = new Random(seed);
            var known = new HashSet<CaseId>();
            for (var i = 0; i < 60; i++)
            {
                Step(desk, random, i, known, time);
                Agree(desk, known);
                foreach (var status in desk.Waiting().Where(s => s.Case.Team.IsEmpty))
                {
                    if (desk.Explain(status.Case.Id).TryGetValue(out var why))
                        Assert.NotEqual(AssignmentOutcome.Assigned, why.Decision.Outcome);
                }
            }
        }, iter: 150);

    [Fact]
    public async Task Under_threads_no_case_is_lost_or_held_twice_and_nobody_is_overfilled()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
        var desk = Desk(time);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var known = new HashSet<CaseId>[4];
        var workers = Enumerable.Range(0, known.Length).Select(t => Task.Factory.StartNew(
            () =>
            {
                var (random, mine) = (new Random(t), known[t] = []);
                for (var i = 0; !stop.IsCancellationRequested; i++)
                    Step(desk, random, (i * known.Length) + t, mine, time: null);
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        // At any moment line, holders and workload are of one state, also in the middle of it.
        var pictures = 0;
        await Task.Factory.StartNew(
            () =>
            {
                do
                {
                    Agree(desk.Snapshot());
                    pictures++;
                }
                while (!stop.Token.WaitHandle.WaitOne(5));
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(workers);
        desk.Tick();
        Agree(desk, [.. known.SelectMany(k => k)]);
        Assert.True(known.Sum(k => k.Count) > 0 && pictures > 1);
    }

    private static Dispatcher Desk(TimeProvider time) => new(
        new(Roster.Freeze(Town.Grids, Staff(0)), time), time,
        new()
        {
            Escalations =
            [
                new() { Name = "raise", After = TimeSpan.FromHours(1), RaisePriority = 2 },
                new() { Name = "wide", After = TimeSpan.FromHours(2), WhenLongerThan = 3, WidenLevels = 1 },
            ],
        });

    private static IEnumerable<Worker> Staff(int seed)
    {
        var hours = WorkCalendar.Weekdays("06:00-12:00", "13:00-22:00");
        return Enumerable.Range(0, 8).Where(i => (seed & (1 << i)) == 0).Select(i => Town.Worker($"w{i}", 2 + (i % 3), Grids[i % 5]) with
        {
            Skills = i % 2 == 0 ? ["gas"] : [],
            Hours = i % 3 == 0 ? hours : null,
        });
    }

    private static void Step(Dispatcher desk, Random random, int number, HashSet<CaseId> known, FakeTimeProvider? time)
    {
        var id = known.Count == 0 ? new CaseId("none") : known.ElementAt(random.Next(known.Count));
        var worker = new ActorId($"w{random.Next(8)}");
        switch (known.Count > 40 ? random.Next(5, 9) : random.Next(16))
        {
            case <= 4:
                var @case = new DispatchCase
                {
                    Id = new($"c{number}"),
                    At = new(Grids[random.Next(4)]),
                    Weight = random.Next(1, 3),
                    Priority = random.Next(3),
                    Needs = random.Next(3) == 0 ? new() { Skills = ["gas"] } : SkillNeeds.None,
                    Ties = [$"place:{random.Next(3)}"],
                    Excluded = random.Next(4) == 0 ? [worker] : [],
                    Offer = random.Next(5) == 0 ? new(2, TimeSpan.FromMinutes(5)) : null,
                };
                if (@case.Offer is null && random.Next(6) == 0)
                    @case = @case with { Board = new(1, TimeSpan.FromMinutes(30)) };
                else if (@case.Offer is null && random.Next(6) == 0)
                    @case = @case with { Team = [new() { Count = 2 }] };
                if (desk.Submit(@case).IsAccepted)
                    known.Add(@case.Id);
                break;
            case <= 7:
                if (desk.Complete(id).IsAccepted)
                    known.Remove(id);
                break;
            case 8:
                if (desk.Withdraw(id).IsAccepted)
                    known.Remove(id);
                break;
            case 9:
                desk.Reassign(id, random.Next(2) == 0 ? worker : null);
                break;
            case 10:
                desk.HandOver(worker);
                break;
            case 11:
                desk.Accept(id, worker);
                desk.Claim(id, worker);
                break;
            case 12:
                desk.Decline(id, worker);
                break;
            case 13:
                desk.Swap(desk.Engine.BaseRoster.With(Staff(random.Next(256) & random.Next(256))));
                break;
            case 14:
                desk.SwitchTo(random.Next(2) == 0 ? DispatchProfile.Peacetime : new() { Name = "flood", Reinforcements = [Town.Worker("x", 3, "d")] });
                break;
            default:
                time?.Advance(TimeSpan.FromMinutes(random.Next(240)));
                desk.Tick();
                break;
        }

        // Between two steps time stands still, and whatever it asks for has been done.
        if (time is not null)
            desk.Tick();
    }

    private static void Agree(Dispatcher desk, HashSet<CaseId> known)
    {
        var picture = desk.Snapshot();
        Agree(picture);
        Assert.Equal(known.Order(), picture.Cases.Select(s => s.Case.Id));
        Assert.Equal(
            picture.Cases.Where(s => s.Standing == DispatchStanding.Waiting).Select(s => s.Case.Id).Order(), desk.Waiting().Select(s => s.Case.Id).Order());
        foreach (var worker in desk.Engine.Roster.Workers)
        {
            Assert.Equal(
                picture.Cases.Where(s => s.Standing == DispatchStanding.Held && s.Workers.Contains(worker.Id)).Select(s => s.Case.Id),
                desk.HeldBy(worker.Id));
            Assert.InRange(desk.Engine.LoadOf(worker.Id.Value), 0, worker.Capacity);
        }
    }

    private static void Agree(DispatchPicture picture)
    {
        foreach (var (worker, load) in picture.Loads)
        {
            var held = picture.Cases.Where(s => s.Standing == DispatchStanding.Held && s.Workers.Contains(worker));
            Assert.Equal(held.Sum(s => s.Case.Team.IsEmpty ? s.Case.Weight : 1), load);
        }

        var staff = picture.Loads.Select(l => l.Worker).ToHashSet();
        Assert.All(picture.Cases, s =>
        {
            Assert.Equal(s.Standing is DispatchStanding.Held or DispatchStanding.Offered, s.Workers.Count > 0);
            Assert.Equal(s.Workers.Count, s.Workers.Distinct().Count());
            Assert.Subset(staff, s.Workers.ToHashSet());
        });
    }
}
