using static System.FormattableString;

namespace GridGov.Community;

/// <summary>Why points are not posted; every reason. None says who the member is.</summary>
internal static class PointsRefusals
{
    public static Refusal? OfClaim(PointsScheme scheme, EarnRule? rule, EarnClaim claim, bool isMember, MemberAccount account)
    {
        var unmet = new List<UnmetCondition>();
        if (!isMember)
            unmet.Add(new("points.joined", new("the member has joined; joining is voluntary", "成员已自愿加入")));
        if (rule is null)
            unmet.Add(new("points.rule", new($"{scheme} has a rule \"{claim.Rule}\"", $"{scheme}有“{claim.Rule}”规则")));
        else if (claim.On < rule.From || claim.On > rule.Until)
            unmet.Add(new("points.in-force", new(Invariant($"the rule {rule.Code} is in force on {claim.On:O}"), Invariant($"规则{rule.Code}在{claim.On:O}有效"))));
        if (claim.Units < 1)
            unmet.Add(new("points.units", new(Invariant($"at least one unit was done; {claim.Units} are claimed"), Invariant($"至少完成1个单位，申报{claim.Units}"))));
        if (claim.EnteredBy == claim.CheckedBy)
            unmet.Add(new("points.checked", new("somebody else than who entered it has checked it", "录入人与核对人不得为同一人")));
        if (account.Earned.Contains((claim.Rule, claim.Activity)))
            unmet.Add(new("points.once", new("the member has not earned by this rule for this activity before", "成员未就该活动按此规则积过分")));
        if (rule?.MostPointsPerMonth is { } most && account.EarnedInMonth(rule.Code, claim.On) >= most)
            unmet.Add(new("points.month", new(Invariant($"the cap of {most} points a month is not reached"), Invariant($"未达每月{most}分上限"))));
        return unmet.Count == 0 ? null : Refuse(scheme, unmet, new("no points are posted", "不予积分"));
    }

    public static Refusal? OfRedemption(PointsScheme scheme, Reward? reward, string code, DateOnly on, MemberAccount account, int stock)
    {
        var unmet = new List<UnmetCondition>();
        if (reward is null)
            unmet.Add(new("points.reward", new($"{scheme} has a reward \"{code}\"", $"{scheme}有“{code}”物品")));
        if (!scheme.Terms.Windows.IsEmpty && !scheme.Terms.Windows.Any(w => w.Contains(on)))
            unmet.Add(new("points.window", new(Invariant($"points are exchanged on {on:O}"), Invariant($"{on:O}在兑换期内"))));
        if (reward is not null && stock < 1)
            unmet.Add(new("points.stock", new($"{reward.Name.En} is in stock", $"{reward.Name.Zh}有库存")));
        if (reward is not null && account.Spendable < reward.Price)
            unmet.Add(new("points.balance", new(Invariant($"{reward.Price} points are there; {account.Spendable} are"), Invariant($"积分不少于{reward.Price}，现有{account.Spendable}"))));
        if (scheme.Terms.MostRedemptionsPerQuarter is { } most && account.Redemptions.GetValueOrDefault((on.Year, MemberAccount.QuarterOf(on))) >= most)
            unmet.Add(new("points.quarter", new(Invariant($"fewer than {most} exchanges were made in this quarter"), Invariant($"本季度兑换少于{most}次"))));
        return unmet.Count == 0 ? null : Refuse(scheme, unmet, new("nothing is exchanged", "不予兑换"));
    }

    public static Refusal? OfCorrection(int number, PointsPosting? posting, bool isCorrected, ActorId by, string reason)
    {
        var unmet = new List<UnmetCondition>();
        if (posting is not { Counter: PointsCounter.Issued })
            unmet.Add(new("points.posting", new(Invariant($"posting {number} is one for service"), Invariant($"第{number}笔为积分发放"))));
        if (isCorrected)
            unmet.Add(new("points.corrected", new(Invariant($"posting {number} was not corrected before"), Invariant($"第{number}笔未曾更正"))));
        if (posting is not null && posting.By == by)
            unmet.Add(new("points.separation", new("somebody else than who made it corrects it", "更正人不得为原录入人")));
        if (string.IsNullOrWhiteSpace(reason))
            unmet.Add(new("points.reason", new("the reason is told", "须说明理由")));
        return unmet.Count == 0 ? null : new()
        {
            Code = CommunityRefusalCodes.PointsRefused,
            Summary = new("the posting stays", "原记录保留"),
            Unmet = ValueList.From(unmet),
            Remedy = new("meet every condition", "满足全部条件"),
        };
    }

    private static Refusal Refuse(PointsScheme scheme, List<UnmetCondition> unmet, LocalizedText summary) => new()
    {
        Code = CommunityRefusalCodes.PointsRefused,
        Summary = summary,
        Unmet = ValueList.From(unmet),
        Basis = scheme.Terms.Basis,
        Remedy = new("meet every condition, or object with those who run the scheme", "满足全部条件，或向积分评议小组申诉"),
    };
}
