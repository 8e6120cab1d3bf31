using System.Globalization;

namespace GridGov.Assignment;

/// <summary>Who is short of what.</summary>
public enum ShortageKind
{
    /// <summary>Some cases need more room than all workers who may take them have together.</summary>
    TooLittleRoom,

    /// <summary>Some workers must be given more cases than there are that they may take.</summary>
    TooFewCases,
}

/// <summary>
/// Why there is no plan: a set of cases and a set of workers that cannot be brought together whatever is done
/// elsewhere (Hall's condition). Anybody can count it again. Immutable and thread-safe.
/// </summary>
public sealed record PlanShortage
{
    /// <summary>Who is short of what.</summary>
    public required ShortageKind Kind { get; init; }

    /// <summary>The cases, ascending. Where room is short, they need it; where cases are short, there are no others.</summary>
    public required ValueList<int> Cases { get; init; }

    /// <summary>The workers, ascending. Where room is short, nobody else may take the cases beyond what is counted; where cases are short, they need them.</summary>
    public required ValueList<int> Workers { get; init; }

    /// <summary>How many places the cases need of these workers, or how many cases the workers must be given.</summary>
    public required long Needed { get; init; }

    /// <summary>How many places these workers have, or how many cases they can get. Less than <see cref="Needed"/>.</summary>
    public required long Available { get; init; }

    /// <summary>How many are missing.</summary>
    public long Missing => Needed - Available;

    /// <summary>The shortage in words for an operator, with a way out.</summary>
    /// <param name="culture">The reader's culture; Chinese and English are known.</param>
    /// <param name="caseName">How the operator calls a case; by its number when null.</param>
    /// <param name="workerName">How the operator calls a worker; by its number when null.</param>
    /// <param name="most">How many names are listed of each; the rest is counted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Explain(CultureInfo culture, Func<int, string>? caseName = null, Func<int, string>? workerName = null, int most = 10)
    {
        ArgumentNullException.ThrowIfNull(culture);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var cases = Names(Cases, caseName, most, "#");
        var workers = Names(Workers, workerName, most, "#");
        LocalizedText words = Kind == ShortageKind.TooLittleRoom
            ? new(
                Text.Of($"{Cases.Count} cases need {Needed} places of {Workers.Count} workers, who have room for {Available}: {Missing} too few.\n  cases: {cases.English}\n  workers: {workers.English}\n  way out: more room for one of these workers, another worker who may take one of these cases, or leave to put {Missing} off."),
                Text.Of($"{Cases.Count} 件案件需要这 {Workers.Count} 名人员的 {Needed} 个名额，而他们只有 {Available} 个：缺 {Missing} 个。\n  案件：{cases.Chinese}\n  人员：{workers.Chinese}\n  出路：为其中人员增加名额，增派可办理其中案件的人员，或暂缓 {Missing} 件。"))
            : new(
                Text.Of($"{Workers.Count} workers must be given {Needed} cases, and there are {Available} that they may take: {Missing} too few.\n  workers: {workers.English}\n  cases: {cases.English}\n  way out: a lower minimum for one of these workers, or more cases that one of them may take."),
                Text.Of($"这 {Workers.Count} 名人员至少应分得 {Needed} 件，而他们可办理的只有 {Available} 件：缺 {Missing} 件。\n  人员：{workers.Chinese}\n  案件：{cases.Chinese}\n  出路：降低其中人员的下限，或增加他们可办理的案件。"));
        return words.For(culture);
    }

    /// <summary>The English explanation, whatever the current culture.</summary>
    public override string ToString() => Explain(CultureInfo.InvariantCulture);

    private static (string English, string Chinese) Names(ValueList<int> items, Func<int, string>? name, int most, string mark)
    {
        if (items.IsEmpty)
            return ("none", "无");
        var shown = items.Take(most).Select(i => name is null ? Text.Of($"{mark}{i}") : name(i)).ToArray();
        var rest = items.Count - shown.Length;
        return (
            string.Join(", ", shown) + (rest > 0 ? Text.Of($" and {rest} more") : string.Empty),
            string.Join("、", shown) + (rest > 0 ? Text.Of($" 等，另有 {rest} 个") : string.Empty));
    }
}
