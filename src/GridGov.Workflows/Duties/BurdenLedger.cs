using System.Globalization;
using System.Text;

namespace GridGov.Workflows;

/// <summary>One burden that was found to be one (减负挂账). Immutable and thread-safe.</summary>
/// <param name="Case">The case of the objection.</param>
/// <param name="Objection">The objection's number.</param>
/// <param name="Owed">The body that has to take the burden away.</param>
/// <param name="Since">When the objection was upheld.</param>
/// <param name="Due">When the burden should be gone; for a cleared account, when it should have been.</param>
/// <param name="Urgings">How often it was urged.</param>
/// <param name="Cleared">When the burden was gone, or null while the account is open.</param>
public sealed record BurdenAccount(
    CaseId Case, ReportId Objection, BodyId Owed, DateTimeOffset Since, DateTimeOffset? Due, int Urgings, DateTimeOffset? Cleared)
{
    /// <summary>Whether it is still open.</summary>
    public bool IsOpen => Cleared is null;
}

/// <summary>
/// The burden ledger (减负台账): every upheld objection, open until the burden is gone. Computed from the log, which is the truth.
/// A value; immutable and thread-safe.
/// </summary>
public sealed record BurdenLedger
{
    /// <summary>The accounts, in the order in which they were opened, then of their cases.</summary>
    public required ValueList<BurdenAccount> Accounts { get; init; }

    /// <summary>The accounts that are not cleared.</summary>
    public IEnumerable<BurdenAccount> Open => Accounts.Where(a => a.IsOpen);

    /// <summary>Reads the ledger out of the log; entries of other lifecycles are passed over.</summary>
    /// <param name="entries">Entries of many cases, those of one case in their order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public static BurdenLedger Of(IEnumerable<CaseEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var accounts = entries
            .Where(e => string.Equals(e.Lifecycle?.Id ?? "duty-objection", "duty-objection", StringComparison.Ordinal))
            .GroupBy(e => e.Case)
            .Where(g => g.First().Lifecycle is not null)
            .Select(g => AccountOf([.. g]))
            .OfType<BurdenAccount>();
        return new() { Accounts = ValueList.From(accounts.OrderBy(a => a.Since).ThenBy(a => a.Case.Value, StringComparer.Ordinal)) };
    }

    /// <summary>The open accounts for a reader, one a line.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    /// <param name="now">The instant of reading, by which an account is late.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Explain(CultureInfo culture, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var open = Open.ToArray();
        var text = new StringBuilder(new LocalizedText(
            string.Create(CultureInfo.InvariantCulture, $"{open.Length} open of {Accounts.Count} accounts"),
            string.Create(CultureInfo.InvariantCulture, $"挂账{Accounts.Count}件，未销账{open.Length}件")).For(culture));
        foreach (var account in open)
        {
            var since = account.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var late = account.Due < now ? new LocalizedText(", late", "，已超期") : default;
            text.Append("\n  ").Append(new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"{account.Objection}: owed by {account.Owed} since {since}{late.En}, urged {account.Urgings} times"),
                string.Create(CultureInfo.InvariantCulture, $"{account.Objection}：{account.Owed}自{since}起欠账{late.Zh}，督办{account.Urgings}次")).For(culture));
        }

        return text.ToString();
    }

    private static BurdenAccount? AccountOf(CaseEntry[] entries)
    {
        if (Array.Find(entries, e => string.Equals(e.To, DutyObjections.Account, StringComparison.Ordinal)) is not { } upheld)
            return null;
        var state = Case.From(entries);
        var cleared = Array.Find(entries, e => string.Equals(e.To, DutyObjections.Cleared, StringComparison.Ordinal));
        var urged = entries.Count(e => e.Kind == EntryKind.Urged && string.Equals(e.From, DutyObjections.Account, StringComparison.Ordinal));
        return new(state.Id, state.Report.Id, state.RightBody ?? default, upheld.At, upheld.StepDue, urged, cleared?.At);
    }
}
