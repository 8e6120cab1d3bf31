using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>One way to break one field of a draft, and the fault that must be listed for it.</summary>
internal sealed record Breakage<T>(string Field, string Code, Func<T, T> Break);

/// <summary>Random sets of breakages, at most one of each field.</summary>
internal static class Breakages
{
    /// <summary>Holds for any combination: exactly the faults of what was broken are listed, none hidden, none invented.</summary>
    public static void AreAllListed<T, TElement>(T sound, Breakage<T>[] breakages, Func<T, Outcome<TElement>> create)
        where TElement : notnull =>
        Gen.Bool.Array[breakages.Length].Sample(picks =>
        {
            var broken = breakages.Where((b, i) => picks[i]).GroupBy(b => b.Field).Select(g => g.First()).ToArray();
            var outcome = create(broken.Aggregate(sound, (draft, b) => b.Break(draft)));

            Assert.Equal(broken.Length == 0, outcome.IsAccepted);
            if (outcome.Refusal is not { } no)
                return;
            Assert.Equal(RefusalCodes.ElementInvalid, no.Code);
            Assert.Equal(
                broken.Select(b => $"{b.Field} {b.Code}").Order(StringComparer.Ordinal),
                no.Fields.Select(f => $"{f.Field} {f.Code}").Order(StringComparer.Ordinal));
            Assert.Equal(no.Fields.Select(f => f.ToCondition()), no.Unmet);
            Assert.DoesNotContain(Secret, no.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, no.Explain(new("zh-CN")), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, System.Text.Json.JsonSerializer.Serialize(no), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, Assert.Throws<RefusedException>(() => outcome.Value).ToString(), StringComparison.Ordinal);
        });

    /// <summary>What a broken personal value holds; it must turn up in no fault.</summary>
    public const string Secret = "赵钱孙李";

    /// <summary>A personal text that is too long.</summary>
    public static Sensitive<string> Long(int length) => new(Secret + new string('长', length));

    /// <summary>A personal text with a character that cannot be printed.</summary>
    public static Sensitive<string> Unprintable { get; } = new(Secret + "\u0007");
}
