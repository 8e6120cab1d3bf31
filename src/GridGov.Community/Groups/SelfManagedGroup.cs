using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// A group of neighbours that runs itself (自管小组): its covenant in versions, and who holds which post for how long. What
/// it adopts and whom it elects rests on a count that was carried by its rule. Thread-safe.
/// </summary>
public sealed class SelfManagedGroup
{
    private readonly Lock _gate = new();
    private readonly List<Covenant> _covenants = [];
    private readonly List<GroupTerm> _terms = [];

    private SelfManagedGroup(string id, GridCode grid, GroupTemplate template)
    {
        Id = id;
        Grid = grid;
        Template = template;
    }

    /// <summary>A stable name.</summary>
    public string Id { get; }

    /// <summary>Where it is: the building or micro-grid.</summary>
    public GridCode Grid { get; }

    /// <summary>Its posts and rules.</summary>
    public GroupTemplate Template { get; }

    /// <summary>Sets a group up.</summary>
    /// <param name="id">A stable name, 1 to 64 characters.</param>
    /// <param name="grid">The building or micro-grid.</param>
    /// <param name="template">Its posts and rules.</param>
    /// <exception cref="DefinitionException">A post stands twice, has no duty or no seat, or a term or rule is not sound; every fault.</exception>
    public static SelfManagedGroup SetUp(string id, GridCode grid, GroupTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        if (grid == default)
            faults.Add(new("grid", "it has none"));
        if (template.Posts.IsEmpty)
            faults.Add(new("posts", "there is none"));
        foreach (var (i, post) in template.Posts.Index())
        {
            if (post.Duties.IsEmpty || post.Seats < 1 || !TextId.IsValid(post.Code, out _))
                faults.Add(new(Invariant($"posts[{i}]"), "it needs a code, a duty and a seat"));
            if (template.Posts.Take(i).Any(p => string.Equals(p.Code, post.Code, StringComparison.Ordinal)))
                faults.Add(new(Invariant($"posts[{i}]"), $"the code {post.Code} stands twice"));
        }

        if (template.LongestTermMonths is < 1 or > 120)
            faults.Add(new("longest term", Invariant($"{template.LongestTermMonths} months; from 1 to 120 are meant")));
        return faults.Count == 0 ? new(id, grid, template) : throw new DefinitionException($"self-managed group \"{id}\"", faults);
    }

    /// <summary>Adopts the next version of the covenant.</summary>
    /// <param name="covenant">The covenant.</param>
    /// <param name="count">What the members' count came to.</param>
    public Outcome<Covenant> Adopt(Covenant covenant, QuorumResult count)
    {
        ArgumentNullException.ThrowIfNull(covenant);
        ArgumentNullException.ThrowIfNull(count);
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            IsCarried(unmet, count);
            if (covenant.Version != _covenants.Count + 1)
                unmet.Add(new("group.version", new(Invariant($"it is version {_covenants.Count + 1}; {covenant.Version} is given"), Invariant($"应为第{_covenants.Count + 1}版，所报为第{covenant.Version}版"))));
            if (covenant.Articles.IsEmpty)
                unmet.Add(new("group.articles", new("it has an article", "公约至少有一条")));
            if (_covenants.Count > 0 && covenant.From <= _covenants[^1].From)
                unmet.Add(new("group.from", new(Invariant($"it holds from after {_covenants[^1].From:O}"), Invariant($"生效日在{_covenants[^1].From:O}之后"))));
            if (unmet.Count > 0)
                return Refuse(unmet);
            _covenants.Add(covenant);
            return covenant;
        }
    }

    /// <summary>Gives a post to a member who was elected.</summary>
    /// <param name="term">Post, member and term.</param>
    /// <param name="count">What the members' count came to.</param>
    public Outcome<GroupTerm> Elect(GroupTerm term, QuorumResult count)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(count);
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            IsCarried(unmet, count);
            var post = Template.Posts.FirstOrDefault(p => string.Equals(p.Code, term.Post, StringComparison.Ordinal));
            if (post is null)
                unmet.Add(new("group.post", new("the group has the post", "小组设有该岗位")));
            if (term.Until < term.From || term.Until >= term.From.AddMonths(Template.LongestTermMonths))
                unmet.Add(new("group.term", new(Invariant($"the term ends after it begins, and after at most {Template.LongestTermMonths} months"), Invariant($"任期自起始日起不超过{Template.LongestTermMonths}个月"))));
            else if (post is not null && MostHolders(term) >= post.Seats)
                unmet.Add(new("group.seats", new(Invariant($"fewer than {post.Seats} hold the post {post.Code} in that time"), Invariant($"该时段{post.Name.Zh}不足{post.Seats}人"))));
            if (_terms.Any(t => t.Member == term.Member && string.Equals(t.Post, term.Post, StringComparison.Ordinal) && t.From <= term.Until && term.From <= t.Until))
                unmet.Add(new("group.once", new("the member does not hold the post already", "该成员同期未任此岗")));
            if (unmet.Count > 0)
                return Refuse(unmet);
            _terms.Add(term);
            return term;
        }
    }

    /// <summary>The covenant that holds on a day, or null.</summary>
    /// <param name="on">The day.</param>
    public Covenant? CovenantOn(DateOnly on)
    {
        lock (_gate)
            return _covenants.LastOrDefault(c => c.From <= on);
    }

    /// <summary>Who holds which post on a day, by post and then in the order of election.</summary>
    /// <param name="on">The day.</param>
    public ValueList<GroupTerm> HoldersOn(DateOnly on)
    {
        lock (_gate)
            return ValueList.From(Template.Posts.SelectMany(p => _terms.Where(t => t.Covers(on) && string.Equals(t.Post, p.Code, StringComparison.Ordinal))));
    }

    /// <summary>The posts with fewer holders than seats on a day, and how many are missing: time to elect.</summary>
    /// <param name="on">The day.</param>
    public ValueList<PostVacancy> VacanciesOn(DateOnly on)
    {
        var holders = HoldersOn(on);
        return ValueList.From(Template.Posts
            .Select(p => new PostVacancy(p, p.Seats - holders.Count(t => string.Equals(t.Post, p.Code, StringComparison.Ordinal))))
            .Where(v => v.Seats > 0));
    }

    // Of the days of a term, the one on which most hold the post begins with somebody's first day.
    private int MostHolders(GroupTerm term)
    {
        GroupTerm[] others = [.. _terms.Where(t => string.Equals(t.Post, term.Post, StringComparison.Ordinal) && t.From <= term.Until && term.From <= t.Until)];
        return others.Select(t => t.From > term.From ? t.From : term.From).DefaultIfEmpty(term.From).Max(day => others.Count(t => t.Covers(day)));
    }

    private void IsCarried(List<UnmetCondition> unmet, QuorumResult count)
    {
        if (!string.Equals(count.Rule.Id, Template.Quorum, StringComparison.Ordinal))
            unmet.Add(new("group.rule", new($"the members decide by the rule {Template.Quorum}", $"成员按规则{Template.Quorum}决定")));
        else if (!count.IsCarried)
            unmet.AddRange(count.Refusal!.Unmet);
    }

    private Refusal Refuse(List<UnmetCondition> unmet) => new()
    {
        Code = CommunityRefusalCodes.GroupRefused,
        Summary = new($"the group {Id} does not take it", $"自管小组{Id}不予登记"),
        Unmet = ValueList.From(unmet),
        Remedy = new("meet what is named and put it to the members again", "满足所列条件后再次表决"),
    };
}

/// <summary>Seats of a post that nobody holds. Immutable and thread-safe.</summary>
/// <param name="Post">The post.</param>
/// <param name="Seats">How many, from 1.</param>
public sealed record PostVacancy(GroupPost Post, int Seats);
