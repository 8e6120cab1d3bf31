using CityDay.City;
using CityDay.Input;
using GridGov;
using GridGov.Workflows;

namespace CityDay.Tests.Simulation;

/// <summary>The same city on each of the three lifecycles.</summary>
public sealed class LoopTests
{
    public static TheoryData<string> Loops() => [.. CityLoop.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task Every_case_goes_from_the_first_step_to_an_end_with_an_outcome(string name)
    {
        CityLoop loop = CityLoop.All.Single(l => l.Name == name);
        var (_, cases) = await Plays.PlayAsync(City(name));

        Assert.NotEmpty(cases);
        Assert.All(cases.Values, entries =>
        {
            Case last = Case.From(entries);
            Assert.True(last.IsClosed);
            Assert.Equal((CaseOutcome.Solved, name), (last.Outcome, last.Lifecycle.Id));
            Assert.NotNull(last.HandledAt);
            Assert.Null(CaseChain.Verify(entries));
        });

        // No step of the main road is there for show.
        Assert.Equal(
            loop.Lifecycle.States.Take(loop.MainSteps).Select(s => s.Id).Order(),
            cases.Values.SelectMany(e => e).Select(e => e.To).Distinct().Order());
    }

    [Fact]
    public async Task A_hotline_tries_three_times_before_it_gives_up_and_the_unit_speaks_to_every_reporter()
    {
        var (_, cases) = await Plays.PlayAsync(City("hotline-order"));

        Assert.All(cases.Values, entries =>
        {
            Case last = Case.From(entries);
            Assert.Equal(last.Answer == Satisfaction.NotReached ? 3 : 0, entries.Count(e => e.Trigger == SideRoads.Triggers.NotReached));
            Assert.NotNull(last.RespondedAt);
        });
        Assert.Contains(cases.Values, entries => entries.Any(e => e.Trigger == HotlineOrder.Triggers.GiveUp));
        Assert.Contains(cases.Values, entries => Case.From(entries).Answer == Satisfaction.Satisfied);
    }

    [Fact]
    public async Task In_a_digital_city_each_centre_does_its_own_part()
    {
        var (_, cases) = await Plays.PlayAsync(City("digital-city"));

        Assert.All(cases.Values.SelectMany(e => e).Where(e => e.Trigger is "confirm" or "register" or "verify" or "close"), e => Assert.Equal(DigitalCity.SupervisionCentre, e.By.Body));
        Assert.All(cases.Values.SelectMany(e => e).Where(e => e.Trigger == "pass-on"), e => Assert.Equal(DigitalCity.CommandCentre, e.By.Body));
    }

    private static CityScript City(string lifecycle) =>
        Scripts.Make(new ScriptRequest(null, GridGovFormat.FormatName, Seed: 1, Days: 1, PerDay: 200, lifecycle), CancellationToken.None);
}
