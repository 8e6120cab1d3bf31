using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Random days at a desk on which cases take every side road, on each of the built-in lifecycles.</summary>
public sealed class SideRoadDayTests
{
    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public Task Whatever_roads_they_take_the_books_are_straight_and_a_desk_made_anew_has_the_same(string lifecycle) =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 999], Gen.Int[0, 999]).Array[1, 80].SampleAsync(
            async things =>
            {
                var town = new DeskFixture(change: o => o.Lifecycle = Fit.Named(lifecycle));
                var opened = new List<string>();
                foreach (var (what, which, way) in things)
                    await HappenAsync(town, opened, what, which, way);
                await town.Desk.TickAsync();

                await Books.CheckAsync(town, opened);
                foreach (var id in opened)
                {
                    var @case = (await town.Desk.FindAsync(new(id)))!;
                    if (!@case.IsClosed && @case.DuplicateOf is { } head)
                        Assert.False((await town.Desk.FindAsync(head))!.IsClosed);
                }

                var anew = new DeskFixture(town.Store, o => o.Lifecycle = Fit.Named(lifecycle), town.Time.GetUtcNow());
                await anew.Desk.RestoreAsync();
                await Books.CheckAsync(anew, opened);
                foreach (var id in opened)
                    Assert.Equal(town.Desk.MembersOf(new(id)), anew.Desk.MembersOf(new(id)));
            },
            iter: 60);

    private static async Task HappenAsync(DeskFixture town, List<string> opened, int what, int which, int way)
    {
        if (what == 0 || opened.Count == 0)
        {
            opened.Add($"c{opened.Count}");
            await town.Desk.OpenAsync(Report(opened[^1], which % 2 == 0 ? "g11" : "g12", at: town.Time.GetUtcNow()) with { Channel = "collector" }, Clerk);
            return;
        }

        var @case = (await town.Desk.FindAsync(new(opened[which % opened.Count])))!;
        switch (what)
        {
            case 1:
                town.Time.Advance(TimeSpan.FromMinutes(way * 7));
                return;
            case 2:
                await town.Desk.TickAsync();
                return;
            case 3:
                await town.Desk.AssignAsync(@case.Id, Actor.System);
                return;
            case 4:
                await town.Desk.AssignWaitingAsync();
                return;
        }

        TransitionDefinition[] ways = [.. town.City.LifecycleOf(@case).From(@case.Step)];
        if (ways.Length == 0)
            return;
        var chosen = ways[way % ways.Length];
        var command = Fit.Command(@case, chosen, which);
        if (chosen.Trigger == SideRoads.Triggers.Link)
            command = command with { Facts = command.Facts! with { Related = new(opened[way % opened.Count]) } };
        await town.Desk.DoAsync(@case.Id, command);
    }
}
