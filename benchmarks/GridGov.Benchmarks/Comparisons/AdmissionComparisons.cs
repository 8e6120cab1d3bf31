using System.Globalization;
using GridGov.Rules;
using static System.FormattableString;

namespace GridGov.Benchmarks;

/// <summary>Admission of tasks that a list of 1,000 items allows, every condition of a listing in use.</summary>
internal abstract class AdmissionComparison(string id, string peer) : IComparison
{
    private const int Items = 1000;
    private const int Requests = 1 << 12;

    private static readonly BodyId Holder = new("community-7");
    private static readonly BodyId[] Senders = [new("street-office"), new("health-bureau"), new("civil-affairs")];
    private static readonly FormCode AskedFor = new("F-2");

    private readonly TaskRequest[] _requests = new TaskRequest[Requests];
    private DutyAdmission _admission = null!;
    private int _nextOurs;
    private int _nextTheirs;

    public string Id => id;

    public string Area => Areas.Rules;

    public string What => "whether a task may be handed down: listed, in force, levels and bodies on both ends, funding, cap, assessment, evidence, a form with none of its 6 fields reported yet; all are allowed";

    public string Peer => peer;

    public string Unit => "ns/check";

    protected static BodyId Assessor => Senders[0];

    protected Dictionary<string, DutyItem> ByCode { get; private set; } = [];

    public void Setup()
    {
        var random = new Numbers(9);
        var list = DutyList.Freeze("bench", 1, new("street-office"), new("Bench list"), Enumerable.Range(0, Items).Select(i => new DutyItem
        {
            Code = new(string.Create(CultureInfo.InvariantCulture, $"D-{i:D4}")),
            Name = new(Invariant($"item {i}"), Invariant($"事项{i}")),
            Kind = DutyKind.Statutory,
            Basis = new("Bench list"),
            From = new(2026, 1, 1),
            Until = new(2026, 12, 31),
            AssignableBy = [GridLevel.District, GridLevel.Street, GridLevel.Community],
            AssignableByBodies = [.. Senders],
            AssignableTo = [GridLevel.Community, GridLevel.Grid],
            AssignableToBodies = [Holder],
            Evidence = [EvidenceKind.PhotoBefore, EvidenceKind.PhotoAfter],
            Forms = [AskedFor],
            NeedsFunding = true,
            Cap = new(12, DutyPeriod.Year),
        }), new() { From = new(2026, 1, 1), Until = new(2026, 12, 31), Assessors = [Senders[0]] });
        _admission = new(list);
        ByCode = list.Items.ToDictionary(i => i.Code.Value, StringComparer.Ordinal);
        var answers = Reported();
        for (var i = 0; i < Requests; i++)
        {
            _requests[i] = new()
            {
                // A string of its own, as it comes from a request.
                Duty = new(string.Create(CultureInfo.InvariantCulture, $"D-{random.Next(Items):D4}")),
                From = (GridLevel)((int)GridLevel.District + random.Next(3)),
                On = new DateOnly(2026, 1, 1).AddDays(random.Next(365)),
                By = Senders[i % Senders.Length],
                To = GridLevel.Grid,
                ToBody = Holder,
                IsFunded = true,
                IsAssessed = i % Senders.Length == 0,
                TimesBefore = random.Next(12),
                Evidence = [EvidenceKind.PhotoAfter],
                Forms = [AskedFor],
                Answers = answers,
            };
        }
    }

    public long Ours(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, _admission.Check(_requests[_nextOurs++ & (Requests - 1)]).IsAllowed ? 1 : 0);
        return sum;
    }

    public long Theirs(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum = Checksum.Add(sum, IsAllowed(_requests[_nextTheirs++ & (Requests - 1)]) ? 1 : 0);
        return sum;
    }

    protected abstract bool IsAllowed(in TaskRequest request);

    // The community has reported another form, so that every field of this one is looked up.
    private static FormAnswers Reported()
    {
        string[] mine = [.. Enumerable.Range(0, 6).Select(i => Invariant($"mine-{i}"))];
        var fields = mine.Append("other").Select(key => new FormField { Key = key, Name = new(key, key), Per = DutyPeriod.Month });
        var forms = FormCatalog.Freeze("bench", 1, fields,
        [
            new() { Code = AskedFor, Name = new("asked", "所问"), Owner = Senders[1], Fields = [.. mine] },
            new() { Code = new("F-1"), Name = new("other", "其他"), Owner = Senders[1], Fields = ["other"] },
        ]);
        return FormAnswers.None(forms).With(Holder, new("F-1"), new(2026, 1, 5));
    }
}

/// <summary>The least that anybody does: is it listed.</summary>
internal sealed class AdmissionAgainstLookup()
    : AdmissionComparison("rules.admission", "a bare Dictionary lookup of the item, none of the conditions")
{
    protected override bool IsAllowed(in TaskRequest request) => ByCode.TryGetValue(request.Duty.Value, out _);
}

/// <summary>The same conditions by hand, with no reasons to give.</summary>
internal sealed class AdmissionAgainstHandwritten()
    : AdmissionComparison("rules.admission.handwritten", "a Dictionary lookup and the same conditions by hand")
{
    protected override bool IsAllowed(in TaskRequest request) =>
        ByCode.TryGetValue(request.Duty.Value, out var item)
        && item.Kind != DutyKind.Forbidden
        && item.TakenOverBy is null
        && (item.From is null || request.On >= item.From)
        && (item.Until is null || request.On <= item.Until)
        && (item.AssignableBy.Count == 0 || item.AssignableBy.Contains(request.From))
        && (item.AssignableByBodies.Count == 0 || item.AssignableByBodies.Contains(request.By))
        && (item.AssignableTo.Count == 0 || request.To is null || item.AssignableTo.Contains(request.To.Value))
        && (item.AssignableToBodies.Count == 0 || item.AssignableToBodies.Contains(request.ToBody))
        && (!request.IsAssessed || request.By == Assessor)
        && (request.Evidence.Count == 0 || item.Evidence.Contains(request.Evidence[0]))
        && (request.Forms.Count == 0 || (item.Forms.Contains(request.Forms[0])
            && request.Answers!.CountAnswered(request.ToBody, request.Forms[0], request.On, out _) == 0))
        && (!item.NeedsFunding || request.IsFunded)
        && (item.Cap is null || request.TimesBefore < item.Cap.Value.Times);
}
