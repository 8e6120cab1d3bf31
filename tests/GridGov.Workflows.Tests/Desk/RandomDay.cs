using CsCheck;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

/// <summary>Random things that happen at a desk: each is a number for what, and a number for which case.</summary>
internal sealed class RandomDay(DeskFixture town)
{
    private static readonly string[] Classes = ["cover", "tree", "leak"];
    private static readonly string[] Places = ["g11", "g12", "s1"];

    public static Gen<(int What, int Which)[]> Gen(int longest) =>
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, 15], CsCheck.Gen.Int[0, 999]).Array[1, longest];

    /// <summary>A town in which several workers compete for the same cases, so that whose turn it is matters.</summary>
    public static DeskFixture Town(ICaseStore? store = null, DateTimeOffset? now = null) => new(store, now: now, change: o => o.Workers =
    [
        Worker("w1", 3, "g11"), Worker("w4", 3, "g11"), Worker("w2", 2, "g12"),
        Worker("w3", 2, "s1") with { Skills = ["gas"] }, Worker("w5", 2, "s1", "g12") with { Skills = ["gas"] },
    ]);

    /// <summary>The numbers of all cases that were opened.</summary>
    public List<string> Opened { get; init; } = [];

    public async Task RunAsync((int What, int Which)[] things)
    {
        foreach (var (what, which) in things)
            await HappenAsync(what, which);
    }

    private async Task HappenAsync(int what, int which)
    {
        if (what <= 3 || Opened.Count == 0)
        {
            await OpenAsync(which);
            return;
        }

        var id = new CaseId(Opened[which % Opened.Count]);
        var handler = Handler((await town.Desk.FindAsync(id))!.Handler?.Value ?? "w1");
        switch (what)
        {
            case 4:
                await town.Desk.AssignAsync(id, Actor.System);
                break;
            case 5:
                await town.Desk.DoAsync(id, new("assign", Dispatcher) { Handler = new($"w{1 + (which % 5)}"), Lead = new("team-x") });
                break;
            case 6 or 7:
                await town.Desk.DoAsync(id, Do("start", handler));
                break;
            case 8 or 9:
                await town.Desk.DoAsync(id, Do("report", handler));
                break;
            case 10:
                await town.Desk.DoAsync(id, Do(which % 3 == 0 ? "rework" : "verify", Checker));
                break;
            case 11:
                await town.Desk.DoAsync(id, Do("evaluate", which % 4 == 0 ? handler : Citizen));
                break;
            case 12:
                await town.Desk.DoAsync(id, Do("archive", Boss));
                break;
            case 13:
                town.Time.Advance(TimeSpan.FromMinutes(which * 5));
                break;
            case 14:
                await town.Desk.TickAsync();
                break;
            default:
                await town.Desk.AssignWaitingAsync();
                break;
        }
    }

    private async Task OpenAsync(int which)
    {
        // Now and then the same report comes in twice.
        var id = $"c{(which % 10 == 0 ? which % (Opened.Count + 1) : Opened.Count)}";
        var opened = await town.Desk.OpenAsync(
            Report(id, Places[which % 3], Classes[which / 3 % 3], town.Time.GetUtcNow().AddMinutes(-which)), Clerk);
        Assert.Equal(!Opened.Contains(id), opened.IsAccepted);
        if (!opened.IsAccepted)
            return;
        Opened.Add(id);
        await town.Desk.AssignAsync(new(id), Actor.System);
    }
}
