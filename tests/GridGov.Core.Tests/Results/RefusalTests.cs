using System.Globalization;

namespace GridGov.Core.Tests;

public class RefusalTests
{
    internal static readonly Refusal Sample = new()
    {
        Code = RefusalCodes.DutyRefusable,
        Summary = new("The task may be refused.", "该任务可以拒绝。"),
        Unmet =
        [
            new("funding", new("No funding came with it.", "未随附经费。")),
            new("cap", new("It was assigned 3 of 2 times.", "已派2次上限中的3次。")),
        ],
        Basis = new("Town list", "Art. 7"),
        Remedy = new("Send the funding.", "请拨付经费。"),
    };

    [Fact]
    public void An_English_reader_is_told_every_unmet_condition_the_basis_and_the_way_out() => Assert.Equal(
        """
        The task may be refused. [duty.refusable]
          - No funding came with it. [funding]
          - It was assigned 3 of 2 times. [cap]
          basis: Town list, Art. 7
          way out: Send the funding.
        """,
        Sample.Explain(CultureInfo.GetCultureInfo("en-US")));

    [Fact]
    public void A_Chinese_reader_is_told_the_same_in_Chinese() => Assert.Equal(
        """
        该任务可以拒绝。 [duty.refusable]
          - 未随附经费。 [funding]
          - 已派2次上限中的3次。 [cap]
          依据：Town list, Art. 7
          出路：请拨付经费。
        """,
        Sample.Explain(CultureInfo.GetCultureInfo("zh-CN")));

    [Fact]
    public void A_refusal_without_a_legal_basis_names_none() =>
        Assert.DoesNotContain("basis", (Sample with { Basis = null }).ToString(), StringComparison.Ordinal);

    [Fact]
    public void As_text_it_is_the_English_explanation_in_every_culture()
    {
        var english = Sample.Explain(CultureInfo.GetCultureInfo("en"));
        Cultures.InEach(_ => Assert.Equal(english, Sample.ToString()));
    }

    [Fact]
    public void Refusals_with_the_same_reasons_are_equal()
    {
        var same = Sample with { Unmet = ValueList.From(Sample.Unmet.ToArray()) };
        Assert.Equal(Sample, same);
        Assert.Equal(Sample.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Sample, Sample with { Unmet = [Sample.Unmet[0]] });
    }

    [Fact]
    public void The_codes_of_the_library_are_stable_and_no_two_are_the_same()
    {
        var codes = typeof(RefusalCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToArray();

        Assert.Equal(codes, codes.Distinct());
        Assert.All(codes, c => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", c));
    }

    [Fact]
    public void Explaining_without_a_culture_is_a_mistake() =>
        Assert.Throws<ArgumentNullException>(() => Sample.Explain(null!));
}
