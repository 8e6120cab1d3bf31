using static System.FormattableString;

namespace GridGov.Community;

/// <summary>
/// A joint table (联席会议): residents' committee, owners' committee, property manager and others bring matters, take
/// things upon themselves with a day, and are asked until they are done. It coordinates and never outvotes owners: it has
/// no vote at all, and a matter that is the owners' is settled only with their carried decision. Thread-safe.
/// </summary>
/// <remarks>
/// Source: 山东省物业管理条例 (2021) 74, 河南 74 and others: who attends and about what (transcribed sources); 上海市居民委员会工作条例
/// 23: the residents' committee may convene it. Quorum and votes of a joint table were not found in any text.
/// </remarks>
public sealed class JointTable
{
    private readonly Lock _gate = new();
    private readonly List<JointMatter> _matters = [];
    private readonly List<Undertaking> _undertakings = [];
    private readonly Dictionary<string, DateOnly> _settled = new(StringComparer.Ordinal);

    private JointTable(string id, BodyId convenor, ValueList<TableSeat> seats)
    {
        Id = id;
        Convenor = convenor;
        Seats = seats;
    }

    /// <summary>A stable name.</summary>
    public string Id { get; }

    /// <summary>Who convenes it (召集单位): one of the seats.</summary>
    public BodyId Convenor { get; }

    /// <summary>Who sits.</summary>
    public ValueList<TableSeat> Seats { get; }

    /// <summary>
    /// The kinds of seats of a four-party platform (四位一体、四方平台): residents' committee, owners' committee, property
    /// manager and police. Which four sit differs by city; this is the list of 山东 74 without the utilities (assumed).
    /// </summary>
    public static ValueList<SeatKind> FourParties { get; } = [SeatKind.ResidentsCommittee, SeatKind.OwnersCommittee, SeatKind.PropertyManager, SeatKind.Police];

    /// <summary>
    /// The two that always sit in 2+N: the residents' committee and the owners' committee, with others as the matter asks
    /// (assumed: the texts name the form and not its two).
    /// </summary>
    public static ValueList<SeatKind> TwoPlusN { get; } = [SeatKind.ResidentsCommittee, SeatKind.OwnersCommittee];

    /// <summary>Sets a table.</summary>
    /// <param name="id">A stable name, 1 to 64 characters.</param>
    /// <param name="convenor">Who convenes it.</param>
    /// <param name="seats">Who sits, each body once.</param>
    /// <param name="mustSit">The kinds that must sit, for instance <see cref="FourParties"/>; empty for any.</param>
    /// <exception cref="DefinitionException">A body sits twice, the convenor does not sit, or a kind is missing; every fault.</exception>
    public static JointTable Set(string id, BodyId convenor, ValueList<TableSeat> seats, ValueList<SeatKind> mustSit = default)
    {
        var faults = new List<Fault>();
        if (!TextId.IsValid(id, out var reason))
            faults.Add(new("id", reason!));
        foreach (var twice in seats.GroupBy(s => s.Body).Where(g => g.Skip(1).Any()))
            faults.Add(new("seats", $"{twice.Key} sits twice"));
        if (seats.Any(s => s.Body == default || !Enum.IsDefined(s.Kind)))
            faults.Add(new("seats", "a seat without a body, or of a kind that there is not"));
        if (!seats.Any(s => s.Body == convenor))
            faults.Add(new("convenor", $"{convenor} does not sit at the table"));
        foreach (var kind in mustSit.Where(k => !seats.Any(s => s.Kind == k)))
            faults.Add(new("seats", $"nobody sits as {kind}"));
        return faults.Count == 0 ? new(id, convenor, seats) : throw new DefinitionException($"joint table \"{id}\"", faults);
    }

    /// <summary>Brings a matter.</summary>
    /// <param name="matter">The matter.</param>
    /// <param name="by">Who brings it: any seat.</param>
    /// <returns>The matter, or why it is not taken.</returns>
    public Outcome<JointMatter> Bring(JointMatter matter, BodyId by)
    {
        ArgumentNullException.ThrowIfNull(matter);
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            Sits(unmet, by);
            if (!TextId.IsValid(matter.Code, out _))
                unmet.Add(new("joint-table.code", new("the matter has a code of 1 to 64 characters", "议题编码为1至64个字符")));
            else if (Find(matter.Code) is not null)
                unmet.Add(new("joint-table.new", new($"no matter before has the code {matter.Code}", $"此前没有编码为{matter.Code}的议题")));
            if (unmet.Count > 0)
                return Refuse(unmet);
            _matters.Add(matter);
            return matter;
        }
    }

    /// <summary>A body takes something upon itself at a meeting.</summary>
    /// <param name="matter">The matter's code.</param>
    /// <param name="body">Who undertakes it.</param>
    /// <param name="present">The bodies that are at the meeting: nobody is bound in absence.</param>
    /// <param name="what">What is to be done; never personal data.</param>
    /// <param name="on">The day of the meeting.</param>
    /// <param name="due">The last day.</param>
    /// <returns>The undertaking, or why it is not taken down.</returns>
    public Outcome<Undertaking> Undertake(string matter, BodyId body, IReadOnlyCollection<BodyId> present, LocalizedText what, DateOnly on, DateOnly due)
    {
        ArgumentNullException.ThrowIfNull(present);
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            IsOpen(unmet, matter);
            Sits(unmet, body);
            if (!present.Contains(body))
                unmet.Add(new("joint-table.present", new($"{body} is at the meeting; nobody is bound in absence", $"{body}到会；缺席单位不受约束")));
            if (due < on)
                unmet.Add(new("joint-table.due", new(Invariant($"the last day, {due:O}, is not before the meeting, {on:O}"), Invariant($"期限{due:O}不早于会议日{on:O}"))));
            if (unmet.Count > 0)
                return Refuse(unmet);
            var undertaking = new Undertaking(_undertakings.Count + 1, matter, body, what, on, due, UndertakingState.Open);
            _undertakings.Add(undertaking);
            return undertaking;
        }
    }

    /// <summary>The body that undertook it reports that it is done.</summary>
    /// <param name="number">The undertaking's number.</param>
    /// <param name="by">Who reports.</param>
    public Outcome<Undertaking> Report(int number, BodyId by) => Change(number, (unmet, undertaking) =>
    {
        if (undertaking.Body != by)
            unmet.Add(new("joint-table.own", new($"{undertaking.Body} reports what it undertook itself", $"由承诺单位{undertaking.Body}自行反馈")));
        if (undertaking.State != UndertakingState.Open)
            unmet.Add(new("joint-table.open", new("the undertaking is open", "承诺事项尚未反馈")));
        return undertaking with { State = UndertakingState.Reported };
    });

    /// <summary>Another seat has looked: it is done, or it is not and stays open.</summary>
    /// <param name="number">The undertaking's number.</param>
    /// <param name="by">Who looked: another body than the one that undertook it.</param>
    /// <param name="isDone">Whether it is done.</param>
    /// <param name="on">When.</param>
    public Outcome<Undertaking> Confirm(int number, BodyId by, bool isDone, DateOnly on) => Change(number, (unmet, undertaking) =>
    {
        Sits(unmet, by);
        if (undertaking.Body == by)
            unmet.Add(new("joint-table.another", new("another body than the one that undertook it looks", "由承诺单位以外的单位核实")));
        if (undertaking.State != UndertakingState.Reported)
            unmet.Add(new("joint-table.reported", new("it was reported as done", "承诺单位已反馈完成")));
        return isDone ? undertaking with { State = UndertakingState.Done, DoneOn = on } : undertaking with { State = UndertakingState.Open };
    });

    /// <summary>Settles a matter: nothing of it is open, and what is the owners' they have decided.</summary>
    /// <param name="matter">The matter's code.</param>
    /// <param name="on">When.</param>
    /// <param name="decision">What the owners decided, where the matter is theirs.</param>
    /// <returns>The matter, or every reason why it stays open.</returns>
    public Outcome<JointMatter> Settle(string matter, DateOnly on, QuorumResult? decision = null)
    {
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            var found = IsOpen(unmet, matter);
            foreach (var open in _undertakings.Where(u => u.State != UndertakingState.Done && string.Equals(u.Matter, matter, StringComparison.Ordinal)))
                unmet.Add(new("joint-table.done", new(Invariant($"undertaking {open.Number} of {open.Body} is done"), Invariant($"{open.Body}的第{open.Number}项承诺已完成"))));
            if (found?.ForOwners is { } owners)
            {
                var rule = RuleFor(owners);
                if (decision is null || !string.Equals(decision.Rule.Id, rule, StringComparison.Ordinal))
                    unmet.Add(new("joint-table.owners", new($"the owners have decided it by the rule {rule}; the table cannot for them", $"业主已按规则{rule}共同决定；联席会议不能代为决定")));
                else if (!decision.IsCarried)
                    unmet.AddRange(decision.Refusal!.Unmet);
            }

            if (unmet.Count > 0)
                return Refuse(unmet, found?.ForOwners is null ? null : new LegalBasis("中华人民共和国民法典", "278"));
            _settled[matter] = on;
            return found!;
        }
    }

    /// <summary>The statutory rule by which owners decide a matter: special for (6) to (8), ordinary for the others.</summary>
    /// <param name="matter">The matter.</param>
    public static string RuleFor(OwnersMatter matter) =>
        matter is OwnersMatter.RaisingOfFund or OwnersMatter.Rebuilding or OwnersMatter.CommonParts ? "owners.special" : "owners.ordinary";

    /// <summary>The matters that are not settled, in the order in which they were brought.</summary>
    public ValueList<JointMatter> OpenMatters()
    {
        lock (_gate)
            return ValueList.From(_matters.Where(m => !_settled.ContainsKey(m.Code)));
    }

    /// <summary>Every undertaking, by number.</summary>
    public ValueList<Undertaking> Undertakings()
    {
        lock (_gate)
            return ValueList.From(_undertakings);
    }

    /// <summary>What is late on a day, the oldest first: whom to ask (督办).</summary>
    /// <param name="on">The day.</param>
    public ValueList<Undertaking> Late(DateOnly on) => ValueList.From(Undertakings().Where(u => u.IsLate(on)).OrderBy(u => u.Due).ThenBy(u => u.Number));

    private Outcome<Undertaking> Change(int number, Func<List<UnmetCondition>, Undertaking, Undertaking> change)
    {
        lock (_gate)
        {
            var unmet = new List<UnmetCondition>();
            if (number < 1 || number > _undertakings.Count)
            {
                unmet.Add(new("joint-table.undertaking", new(Invariant($"there is an undertaking {number}"), Invariant($"有第{number}项承诺"))));
                return Refuse(unmet);
            }

            var changed = change(unmet, _undertakings[number - 1]);
            if (unmet.Count > 0)
                return Refuse(unmet);
            return _undertakings[number - 1] = changed;
        }
    }

    private JointMatter? Find(string code) => _matters.Find(m => string.Equals(m.Code, code, StringComparison.Ordinal));

    private JointMatter? IsOpen(List<UnmetCondition> unmet, string code)
    {
        var found = Find(code);
        if (found is null)
            unmet.Add(new("joint-table.matter", new("the matter was brought before the table", "议题已提交联席会议")));
        else if (_settled.ContainsKey(code))
            unmet.Add(new("joint-table.unsettled", new($"the matter {code} is not settled yet", $"议题{code}尚未办结")));
        return found;
    }

    private void Sits(List<UnmetCondition> unmet, BodyId body)
    {
        if (!Seats.Any(s => s.Body == body))
            unmet.Add(new("joint-table.seat", new($"{body} sits at the table", $"{body}为联席单位")));
    }

    private Refusal Refuse(List<UnmetCondition> unmet, LegalBasis? basis = null) => new()
    {
        Code = CommunityRefusalCodes.JointTableRefused,
        Summary = new($"the joint table {Id} does not take it down", $"联席会议{Id}不予记录"),
        Unmet = ValueList.From(unmet),
        Basis = basis,
        Remedy = new("meet what is named, or bring it to the next meeting", "满足所列条件，或提交下次会议"),
    };
}
