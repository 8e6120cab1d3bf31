using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// The double-entry ledger of a points scheme (积分账本). Points are earned and exchanged; nothing takes them away but
/// expiry, where a scheme has it, and the correction of a posting that was never true, by somebody else than who made it.
/// Each posting names the version of the rules. It is the fold of its postings: kept by its owner, read back by
/// <see cref="Restore"/>. Thread-safe.
/// </summary>
public sealed class PointsLedger
{
    private readonly Lock _gate = new();
    private readonly List<PointsPosting> _postings = [];
    private readonly Dictionary<PersonId, MemberAccount> _accounts = [];
    private readonly HashSet<PersonId> _members = [];
    private readonly HashSet<int> _corrected = [];
    private readonly Dictionary<string, int> _stock = new(StringComparer.Ordinal);
    private PointsScheme _scheme;

    /// <summary>Opens an empty ledger.</summary>
    /// <param name="scheme">The rules in force.</param>
    public PointsLedger(PointsScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        _scheme = scheme;
    }

    /// <summary>The rules in force.</summary>
    public PointsScheme Scheme
    {
        get
        {
            lock (_gate)
                return _scheme;
        }
    }

    /// <summary>All postings so far.</summary>
    public ValueList<PointsPosting> Postings
    {
        get
        {
            lock (_gate)
                return ValueList.From(_postings);
        }
    }

    /// <summary>Reads a ledger back.</summary>
    /// <param name="scheme">The rules in force.</param>
    /// <param name="postings">All postings, in order.</param>
    /// <param name="members">Who has joined.</param>
    /// <exception cref="DefinitionException">A posting does not follow, or an account would fall below zero; the first such posting.</exception>
    public static PointsLedger Restore(PointsScheme scheme, IEnumerable<PointsPosting> postings, IEnumerable<PersonId> members)
    {
        ArgumentNullException.ThrowIfNull(postings);
        ArgumentNullException.ThrowIfNull(members);
        var ledger = new PointsLedger(scheme);
        ledger._members.UnionWith(members);
        foreach (var posting in postings)
        {
            var account = ledger.AccountOf(posting.Member);
            var isSpendable = posting.Account == PointsAccount.Spendable;
            var balance = isSpendable ? account.Spendable : account.Honour;
            if (posting.Number != ledger._postings.Count + 1 || balance + posting.Points < 0 || posting.Corrects is { } c && (c < 1 || c >= posting.Number))
                throw new DefinitionException("points ledger", [new Fault(Invariant($"posting {ledger._postings.Count + 1}"), "it does not follow the one before, or an account would fall below zero")]);
            ledger.Apply(posting);
        }

        return ledger;
    }

    /// <summary>Puts another version of the rules in force; postings keep theirs.</summary>
    /// <param name="scheme">The new version of the same scheme.</param>
    /// <exception cref="ArgumentException">It is another scheme, or not newer.</exception>
    public void Adopt(PointsScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        lock (_gate)
        {
            if (!string.Equals(scheme.Terms.Id, _scheme.Terms.Id, StringComparison.Ordinal) || scheme.Terms.Version <= _scheme.Terms.Version)
                throw new ArgumentException($"{scheme} does not follow {_scheme}.", nameof(scheme));
            _scheme = scheme;
        }
    }

    /// <summary>A member joins, of his own will: without joining nothing is posted.</summary>
    /// <param name="member">The member's pseudonym.</param>
    public void Join(PersonId member)
    {
        lock (_gate)
            _members.Add(member);
    }

    /// <summary>A member leaves: nothing more is posted, what was earned stays and may be exchanged.</summary>
    /// <param name="member">The member's pseudonym.</param>
    public void Leave(PersonId member)
    {
        lock (_gate)
            _members.Remove(member);
    }

    /// <summary>Goods come in.</summary>
    /// <param name="reward">The reward.</param>
    /// <param name="count">How many, above 0.</param>
    public void Stock(string reward, int count)
    {
        ArgumentNullException.ThrowIfNull(reward);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        lock (_gate)
            _stock[reward] = _stock.GetValueOrDefault(reward) + count;
    }

    /// <summary>What a member has.</summary>
    /// <param name="member">The member's pseudonym.</param>
    public PointsBalance BalanceOf(PersonId member)
    {
        lock (_gate)
            return _accounts.TryGetValue(member, out var account) ? new(account.Spendable, account.Honour) : default;
    }

    /// <summary>Posts service to both accounts of a member; units and points beyond a cap are not counted.</summary>
    /// <param name="claim">The service.</param>
    /// <returns>The points that were posted to each account, or every reason why none.</returns>
    public Outcome<int> Earn(EarnClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (_gate)
        {
            var rule = _scheme.Terms.Rules.FirstOrDefault(r => string.Equals(r.Code, claim.Rule, StringComparison.Ordinal));
            var account = AccountOf(claim.Member);
            if (PointsRefusals.OfClaim(_scheme, rule, claim, _members.Contains(claim.Member), account) is { } refusal)
                return refusal;
            var points = PointsOf(rule!, claim, account);
            Post(claim.On, claim.Member, PointsAccount.Spendable, PointsCounter.Issued, points, rule!.Code, claim.Activity, claim.EnteredBy);
            Post(claim.On, claim.Member, PointsAccount.Honour, PointsCounter.Issued, points, rule.Code, claim.Activity, claim.EnteredBy);
            return points;
        }
    }

    /// <summary>Exchanges points for a reward. What has expired by then is taken out first.</summary>
    /// <param name="member">The member.</param>
    /// <param name="reward">The reward.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who hands it out.</param>
    /// <returns>What is left to spend, or every reason why nothing was exchanged.</returns>
    public Outcome<int> Redeem(PersonId member, string reward, DateOnly on, ActorId by)
    {
        ArgumentNullException.ThrowIfNull(reward);
        lock (_gate)
        {
            Expire(member, on, by);
            var account = AccountOf(member);
            var offer = _scheme.Terms.Rewards.FirstOrDefault(r => string.Equals(r.Code, reward, StringComparison.Ordinal));
            if (PointsRefusals.OfRedemption(_scheme, offer, reward, on, account, _stock.GetValueOrDefault(reward)) is { } refusal)
                return refusal;
            _stock[reward]--;
            Post(on, member, PointsAccount.Spendable, PointsCounter.Redeemed, -offer!.Price, offer.Code, offer.Code, by);
            return account.Spendable;
        }
    }

    /// <summary>Takes out what has expired, for every member.</summary>
    /// <param name="on">The day.</param>
    /// <param name="by">Who runs it.</param>
    /// <returns>The points that expired.</returns>
    public int Expire(DateOnly on, ActorId by)
    {
        lock (_gate)
            return _accounts.Keys.OrderBy(m => m.Value, StringComparer.Ordinal).ToArray().Sum(m => Expire(m, on, by));
    }

    /// <summary>
    /// Takes a posting back that was never true, by somebody else than who made it. What of it is spent or expired already
    /// is not taken back: nobody falls below zero.
    /// </summary>
    /// <param name="number">The posting: one for service.</param>
    /// <param name="on">The day.</param>
    /// <param name="by">Who corrects it.</param>
    /// <param name="reason">Why; the member is told.</param>
    /// <returns>The points that were taken back, or every reason why it stays.</returns>
    public Outcome<int> Correct(int number, DateOnly on, ActorId by, string reason)
    {
        lock (_gate)
        {
            var posting = number >= 1 && number <= _postings.Count ? _postings[number - 1] : null;
            if (PointsRefusals.OfCorrection(number, posting, posting is not null && _corrected.Contains(number), by, reason) is { } refusal)
                return refusal;
            var account = AccountOf(posting!.Member);
            var points = Math.Min(posting.Points, posting.Account == PointsAccount.Spendable ? account.Spendable : account.Honour);
            Post(on, posting.Member, posting.Account, PointsCounter.Corrected, -points, null, reason, by, number);
            return points;
        }
    }

    /// <summary>The sum of each counter account: with all members' accounts they make zero.</summary>
    /// <param name="counter">The counter account.</param>
    public int SumOf(PointsCounter counter)
    {
        lock (_gate)
            return -_postings.Where(p => p.Counter == counter).Sum(p => p.Points);
    }

    private static int PointsOf(EarnRule rule, EarnClaim claim, MemberAccount account)
    {
        var units = Math.Min(claim.Units, rule.MostUnitsPerActivity ?? int.MaxValue);
        var room = rule.MostPointsPerMonth is { } most ? most - account.EarnedInMonth(rule.Code, claim.On) : int.MaxValue;
        return (int)Math.Min((long)units * rule.PointsPerUnit, room);
    }

    private int Expire(PersonId member, DateOnly on, ActorId by)
    {
        if (_scheme.Terms.ExpiresAfterMonths is not { } months || !_accounts.TryGetValue(member, out var account))
            return 0;
        var expired = account.LeftOfUntil(on.AddMonths(-months));
        if (expired > 0)
            Post(on, member, PointsAccount.Spendable, PointsCounter.Expired, -expired, null, "expiry", by);
        return expired;
    }

    private void Post(DateOnly on, PersonId member, PointsAccount account, PointsCounter counter, int points, string? code, string reference, ActorId by, int? corrects = null) =>
        Apply(new()
        {
            Number = _postings.Count + 1,
            On = on,
            Member = member,
            Account = account,
            Counter = counter,
            Points = points,
            Code = code,
            SchemeVersion = _scheme.Terms.Version,
            Reference = reference,
            By = by,
            Corrects = corrects,
        });

    private void Apply(PointsPosting posting)
    {
        AccountOf(posting.Member).Apply(posting, posting.Corrects is { } c ? _postings[c - 1] : null);
        _postings.Add(posting);
        if (posting.Corrects is { } corrected)
            _corrected.Add(corrected);
    }

    private MemberAccount AccountOf(PersonId member) =>
        _accounts.TryGetValue(member, out var account) ? account : _accounts[member] = new();
}
