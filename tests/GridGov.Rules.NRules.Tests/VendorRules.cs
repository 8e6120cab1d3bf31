using GridGov.Rules.Inference;
using NRules.Fluent.Dsl;

namespace GridGov.Rules.NRules.Tests;

public sealed record Number(int Value);

public sealed record Doubled(int Value);

public interface IThreshold
{
    int Value { get; }
}

/// <summary>What a vendor writes: a public class with its conditions, and a service that it needs.</summary>
[Name("doubles")]
public sealed class DoublesRule(IThreshold threshold) : Rule
{
    public override void Define()
    {
        Number number = null!;
        var least = threshold.Value;

        When().Match(() => number, n => n.Value >= least);
        Then().Do(ctx => ctx.Insert(new Doubled(number.Value * 2)));
    }
}

internal sealed class HiddenRule : Rule
{
    public override void Define()
    {
        Number number = null!;
        When().Match(() => number);
        Then().Do(ctx => ctx.Insert(new Doubled(-number.Value)));
    }
}

internal sealed class EndlessRule : Rule
{
    public override void Define()
    {
        Number number = null!;
        When().Match(() => number);
        Then().Do(ctx => ctx.Insert(new Number(number.Value + 1)));
    }
}

internal sealed class ThrowingRule : Rule
{
    public override void Define()
    {
        Number number = null!;
        When().Match(() => number);
        Then().Do(ctx => Fail(number));
    }

    private static void Fail(Number number)
    {
        if (number.Value == 13)
            throw new InvalidOperationException("resident 110101199003070031");
    }
}

internal sealed class ThrowingConditionRule : Rule
{
    public override void Define()
    {
        Number number = null!;
        When().Match(() => number, n => 1 / n.Value > 0);
        Then().Do(ctx => ctx.Insert(new Doubled(1)));
    }
}

/// <summary>Adds for as long as its number is there.</summary>
internal sealed class LinkedRule : Rule
{
    public override void Define()
    {
        Number number = null!;
        When().Match(() => number);
        Then().Yield(ctx => new Doubled(number.Value));
    }
}

internal sealed class UnsoundRule : Rule
{
    public override void Define()
    {
    }
}

public static class Holder
{
    public sealed class NestedRule : Rule
    {
        public override void Define()
        {
            Number number = null!;
            When().Match(() => number);
            Then().Do(ctx => ctx.Insert(new Doubled(0)));
        }
    }
}

internal sealed class AskingRule : Rule
{
    public override void Define()
    {
        Number number = null!;
        IThreshold threshold = null!;
        Dependency().Resolve(() => threshold);
        When().Match(() => number);
        Then().Do(ctx => ctx.Insert(new Doubled(threshold.Value)));
    }
}
