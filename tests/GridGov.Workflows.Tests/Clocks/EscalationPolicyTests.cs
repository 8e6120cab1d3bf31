using static GridGov.Workflows.Tests.PausingLoop;
using static GridGov.Workflows.Tests.Town;

namespace GridGov.Workflows.Tests;

public sealed class EscalationPolicyTests
{
    [Fact]
    public void A_policy_is_read_as_it_was_written()
    {
        var policy = new EscalationPolicy
        {
            Warnings = [new(CaseClock.Case, 50, WarningColor.Yellow), new(CaseClock.Case, 90, WarningColor.Orange)],
            Urgings = [ResponsibilityLevel.Street],
            UrgeAgain = TimeLimit.UrgentHours(2),
            Escalations = [new(ResponsibilityLevel.City, TimeLimit.NaturalDays(3))],
            ReportInWithin = TimeSpan.FromMinutes(45),
        };

        Assert.Equal(policy, EscalationPolicyJson.Read(EscalationPolicyJson.Write(policy)));
        Assert.Equal(new(), EscalationPolicyJson.Read(EscalationPolicyJson.Write(new())));
        Assert.Equal(new() { Urgings = [] }, EscalationPolicyJson.Read("""{ "format": 1, "urgings": [] }"""));
    }

    [Theory]
    [InlineData("""{ }""", "format")]
    [InlineData("""{ "format": 1, "urge_again": "soon" }""", "urge_again")]
    [InlineData("""{ "format": 1, "escalations": [{ "level": "city" }] }""", "escalations[0].after")]
    [InlineData("""{ "format": 1, "report_in_minutes": 0 }""", "report_in_minutes")]
    [InlineData("""{ "format": 1, "warnings": [{ "clock": "case", "share": 0, "color": "red" }] }""", "warnings")]
    [InlineData("""{ "format": 1, "urgings": ["moon"] }""", "$.urgings[0]")]
    [InlineData("""{ "format": 1, "unknown": 1 }""", "$.unknown")]
    [InlineData("""nonsense""", "$")]
    public void A_document_that_cannot_be_used_says_where(string json, string where) =>
        Assert.Contains(where, Assert.Throws<DefinitionException>(() => EscalationPolicyJson.Read(json)).Faults.Select(f => f.Where));

    [Fact]
    public void Every_fault_is_listed_when_the_city_is_frozen()
    {
        var options = Options();
        options.Lifecycle = Define(Way("warn", "intake", null, Role.Dispatcher));
        options.Escalation = new()
        {
            Warnings = [new(CaseClock.Case, 101, WarningColor.Red), new(CaseClock.Step, 80, WarningColor.Red), new(CaseClock.Step, 80, WarningColor.Yellow)],
            Escalations = [new(ResponsibilityLevel.City, TimeLimit.WorkDays(1)), new(ResponsibilityLevel.Street, default)],
            UrgeAgain = default,
            ReportInWithin = TimeSpan.Zero,
        };

        var e = Assert.Throws<DefinitionException>(() => CityProfile.Freeze(options));

        Assert.Equal(
            [
                "Escalation: warnings", "Escalation: warnings", "Escalation: urge_again", "Escalation: escalations", "Escalation: escalations",
                "Escalation: report_in_within", "intake --warn-->",
            ],
            e.Faults.Select(f => f.Where));
    }
}
