using GridGov.Rules.Inference;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NRules.Fluent.Dsl;

namespace GridGov.Rules.NRules.Tests;

public sealed class InferenceEngineTests
{
    [Fact]
    public void A_vendors_rule_gets_its_services_and_says_on_what_it_fired()
    {
        using var services = Services(least: 2);
        var engine = services.GetRequiredService<InferenceEngine>();

        var result = engine.RunNow([new Number(1), new Number(2), new Number(3)]).Value;

        Assert.Equal([new Doubled(4), new Doubled(6)], result.Of<Doubled>());
        Assert.Equal(["1. doubles on Number", "2. doubles on Number"], result.Firings.Select(f => f.ToString()));
        Assert.Equal(new Number(2), result.Firings[0].Facts.Single());
        Assert.StartsWith("2 finding(s) by 2 firing(s)", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_an_assembly_that_are_not_taken_are_told()
    {
        using var services = Services(least: 0);
        var engine = services.GetRequiredService<InferenceEngine>();

        Assert.Equal(["doubles"], engine.Rules);
        var skipped = engine.Skipped.ToDictionary(s => s.Class, s => s.Reason);
        Assert.Contains("not public", skipped[typeof(HiddenRule).FullName!], StringComparison.Ordinal);
        Assert.Contains("nested", skipped[typeof(Holder.NestedRule).FullName!], StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(HiddenRule).FullName, Compile<HiddenRule>().Skipped.Select(s => s.Class));
    }

    [Fact]
    public void Rules_that_do_not_settle_are_stopped_and_named()
    {
        var refusal = Compile<EndlessRule>(r => r.MostFirings = 100).RunNow([new Number(0)]).Refusal!;

        Assert.Equal("rules.unsettled", refusal.Code);
        Assert.Contains(nameof(EndlessRule), refusal.Unmet.Single().Text.En, StringComparison.Ordinal);
        Assert.Contains("100", refusal.Unmet.Single().Text.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_firings_as_are_allowed_are_enough_to_settle() =>
        Assert.Equal(5, Compile<HiddenRule>(r => r.MostFirings = 5).RunNow(Enumerable.Range(1, 5).Select(i => new Number(i))).Value.Firings.Count);

    [Fact]
    public void Rules_are_stopped_by_time_too()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(3) };
        var rules = new InferenceRules { MostTime = TimeSpan.FromSeconds(2) }.Add<EndlessRule>();

        Assert.Equal("rules.unsettled", InferenceEngine.Compile(rules, clock).RunNow([new Number(0)]).Refusal!.Code);
    }

    [Fact]
    public void A_rule_that_throws_refuses_with_its_name_and_tells_no_personal_data()
    {
        var engine = Compile<ThrowingRule>();

        var refusal = engine.RunNow([new Number(12), new Number(13)]).Refusal!;

        Assert.Equal("rules.threw", refusal.Code);
        Assert.Contains(nameof(ThrowingRule), refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("110101", refusal.ToString(), StringComparison.Ordinal);
        Assert.True(engine.RunNow([new Number(12)]).IsAccepted);
    }

    [Fact]
    public void A_condition_that_throws_refuses_too() =>
        Assert.Contains(nameof(ThrowingConditionRule), Compile<ThrowingConditionRule>().RunNow([new Number(0)]).Refusal!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_run_leaves_nothing_behind()
    {
        var engine = Compile<LinkedRule>(r => r.Add<HiddenRule>());

        for (var i = 0; i < 3; i++)
        {
            var result = engine.RunNow([new Number(7)]).Value;
            Assert.Equal([new(-7), new(7)], result.Of<Doubled>().OrderBy(d => d.Value));
            Assert.Equal([1, 2], result.Firings.Select(f => f.Number));
        }
    }

    [Fact]
    public void Two_facts_that_say_the_same_are_two_facts() =>
        Assert.Equal(2, Compile<HiddenRule>().RunNow([new Number(1), new Number(1)]).Value.Findings.Count);

    [Fact]
    public void The_same_object_twice_is_a_mistake()
    {
        var one = new Number(1);

        Assert.Throws<ArgumentException>(() => Compile<HiddenRule>().RunNow([one, one]));
        Assert.Throws<ArgumentException>(() => Compile<HiddenRule>().RunNow([null!]));
    }

    [Fact]
    public void It_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Compile<HiddenRule>().Run([new Number(1)], source.Token));
    }

    [Fact]
    public void Runs_on_many_threads_do_not_see_one_another()
    {
        var engine = Compile<HiddenRule>(r => r.Add<LinkedRule>());

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, i =>
        {
            var numbers = Enumerable.Range(i * 10, 5).Select(n => new Number(n)).ToArray();
            var result = engine.RunNow(numbers).Value;
            Assert.Equal(
                numbers.SelectMany(n => new[] { new Doubled(n.Value), new Doubled(-n.Value) }).OrderBy(d => d.Value),
                result.Of<Doubled>().OrderBy(d => d.Value));
        });
    }

    [Fact]
    public void Rules_that_cannot_be_used_are_named()
    {
        var empty = Assert.Throws<InferenceException>(() => InferenceEngine.Compile(new(), TimeProvider.System));
        var unsound = Assert.Throws<InferenceException>(() => Compile<UnsoundRule>());
        var missing = Assert.Throws<InferenceException>(() => Compile<DoublesRule>());

        Assert.Equal("(set)", empty.Rule);
        Assert.Equal(typeof(UnsoundRule).FullName, unsound.Rule);
        Assert.Equal(typeof(DoublesRule).FullName, missing.Rule);
        Assert.Throws<ArgumentOutOfRangeException>(() => Compile<HiddenRule>(r => r.MostFirings = 0));
    }

    [Fact]
    public void A_rule_may_ask_for_a_service_when_it_fires()
    {
        using var services = new ServiceCollection().AddSingleton<IThreshold>(new Threshold(42))
            .AddGridGovRules(r => r.Add<AskingRule>()).BuildServiceProvider();

        Assert.Equal([new Doubled(42)], services.GetRequiredService<InferenceEngine>().RunNow([new Number(1)]).Value.Of<Doubled>());
    }

    private static InferenceEngine Compile<TRule>(Action<InferenceRules>? more = null)
        where TRule : Rule
    {
        var rules = new InferenceRules().Add<TRule>();
        more?.Invoke(rules);
        return InferenceEngine.Compile(rules, TimeProvider.System);
    }

    private static ServiceProvider Services(int least) => new ServiceCollection().AddSingleton<IThreshold>(new Threshold(least))
        .AddGridGovRules(r => r.FromAssemblyOf<DoublesRule>()).BuildServiceProvider();

    private sealed record Threshold(int Value) : IThreshold;
}
