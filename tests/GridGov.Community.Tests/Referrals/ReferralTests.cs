using GridGov.Testing;
using GridGov.Workflows;
using static GridGov.Community.Referrals;

namespace GridGov.Community.Tests.Referrals;

public sealed class ReferralTests
{
    private static readonly Actor Station = new(new("doctor-1"), new("station"), Role.Acceptor);
    private static readonly Actor Nurse = new(new("nurse-1"), new("station"), Role.Handler);
    private static readonly Actor Another = new(new("doctor-2"), new("station"), Role.Verifier);
    private static readonly Actor Hospital = new(new("doctor-9"), new("hospital"), Role.Handler);
    private static readonly WorkCalendar Calendar = Town.Default().Profile.Calendar;
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_patient_goes_to_the_hospital_and_back_and_each_side_acknowledges()
    {
        var story = Open()
            .When(Refer()).Then(Offered)
            .When(new(Triggers.Acknowledge, Hospital)).Then(InHospital)
            .When(new(Triggers.SendBack, Hospital) { Handler = Nurse.Id, Lead = Nurse.Body, Facts = Documents(Letter) }).Then(OfferedBack)
            .When(new(Triggers.Acknowledge, Hospital)).ThenRefused(RefusalCodes.TransitionRefused, "handler.own", "lead.own")
            .When(new(Triggers.Acknowledge, Nurse)).Then(FollowUp)
            .When(new(Triggers.Finish, Nurse with { Role = Role.Verifier }) { Note = "recovered", Facts = new() { Outcome = CaseOutcome.Solved } })
            .ThenRefused(RefusalCodes.TransitionRefused, "separation.handler")
            .When(new(Triggers.Finish, Another) { Note = "recovered", Facts = new() { Outcome = CaseOutcome.Solved } }).Then(Closed);

        Assert.True(story.Case!.IsClosed);
    }

    [Fact]
    public void Nobody_is_sent_on_without_a_letter_and_consent_nor_to_the_same_body() =>
        Open().When(new(Triggers.Refer, Station) { Handler = Nurse.Id, Lead = Station.Body })
            .ThenRefused(RefusalCodes.TransitionRefused, "referral.another-body", "document.referral-letter", "document.consent");

    [Fact]
    public void Whoever_does_not_take_a_patient_says_why_and_gives_back_to_the_station()
    {
        var story = Open().When(Refer()).Then(Offered)
            .When(new(Triggers.Decline, Hospital) { Note = "no bed" }).ThenRefused(RefusalCodes.TransitionRefused)
            .When(new(Triggers.Decline, Hospital) { Note = "no bed", Handler = Station.Id, Lead = Station.Body }).Then(FirstVisit);

        Assert.Equal(Station.Body, story.Case!.Lead);
    }

    [Fact]
    public void Until_it_is_acknowledged_the_clock_urges()
    {
        var story = Open().When(Refer()).Then(Offered);
        var due = story.Case!.StepDue!.Value;

        Assert.Equal(1, story.When(new(Triggers.Urge, Actor.System), due).Then(Offered).Case!.Urgings);
    }

    [Fact]
    public void What_the_station_can_treat_is_treated_there() =>
        Open().When(new(Triggers.Treat, Station) { Facts = new() { Outcome = CaseOutcome.Solved } }).Then(TreatedHere);

    [Fact]
    public void It_is_read_back_from_JSON()
    {
        var guards = new[] { CommunityEvidence.Needs(Letter), CommunityEvidence.Needs(Consent), ToAnotherBody }
            .Aggregate(GuardRegistry.BuiltIn, (all, guard) => all.With(guard));

        Assert.Equal(Default.ToJson(), LifecycleDefinition.FromJson(Default.ToJson(), guards).ToJson());
    }

    private static CaseCommand Refer() => new(Triggers.Refer, Station) { Handler = Hospital.Id, Lead = Hospital.Body, Facts = Documents(Letter, Consent) };

    private static CaseFacts Documents(params string[] kinds) => new() { Evidence = [.. kinds.Select(k => CommunityEvidence.Of(k, "d-1"))] };

    private static LifecycleExpectation Open() => LifecycleExpectation.Of(Default, Calendar).Given(
    [
        Default.Open(
            new("R-1"),
            new() { Id = new("R-1"), At = Begin, Grid = new("330199001001"), Class = new("01037"), Channel = "station" },
            Station, Station.Body, TimeLimit.WorkDays(30), new(Begin, Calendar)),
    ]);
}
