using GridGov.Rules;

namespace GridGov.Testing.Tests;

public sealed class SampleDutiesTests
{
    [Fact]
    public void The_samples_say_that_they_are_samples()
    {
        Assert.All([SampleDuties.Community, SampleDuties.Township], list =>
        {
            Assert.True(list.Terms.IsSample);
            Assert.StartsWith("Sample", list.Terms.Note, StringComparison.Ordinal);
            Assert.StartsWith("样例", list.Terms.Name!.Value.Zh, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Together_they_have_items_of_every_kind() => Assert.Equal(
        Enum.GetValues<DutyKind>(),
        SampleDuties.Community.Items.Concat(SampleDuties.Township.Items).Select(i => i.Kind).Distinct().Order());

    [Fact]
    public void Every_form_that_the_community_may_be_asked_for_is_in_the_catalog() =>
        Assert.All(SampleDuties.Community.Items.SelectMany(i => i.Forms), form => Assert.True(SampleDuties.CommunityForms.TryFind(form, out _)));

    [Fact]
    public void They_come_back_from_JSON_and_CSV()
    {
        foreach (var list in new[] { SampleDuties.Community, SampleDuties.Township })
        {
            Assert.Equal(list.Items, DutyList.FromJson(list.ToJson()).Items);
            Assert.Equal(list.Items, DutyListCsv.Read(new StringReader(DutyListCsv.Write(list)), list.Id, list.Version, list.AdmissionBody, list.Basis, list.Terms).Items);
        }
    }

    [Theory]
    [InlineData("S-01", 2026, 5, VerdictKind.Allowed)]
    [InlineData("T-01", 2026, 6, VerdictKind.AllowedUntil)]
    [InlineData("T-01", 2027, 5, VerdictKind.NeedsAdmission)]
    [InlineData("A-05", 2026, 5, VerdictKind.Refusable)]
    [InlineData("N-03", 2026, 5, VerdictKind.Forbidden)]
    [InlineData("R-01", 2026, 5, VerdictKind.RouteTo)]
    [InlineData("dancing", 2026, 5, VerdictKind.NeedsAdmission)]
    public void The_community_gets_each_of_the_six_answers(string duty, int year, int month, VerdictKind answer) => Assert.Equal(
        answer,
        new DutyAdmission(SampleDuties.Community).Check(new()
        {
            Duty = new(duty),
            From = GridLevel.District,
            On = new(year, month, 15),
            IsFunded = duty.StartsWith('T'),
        }).Kind);

    [Fact]
    public void The_elders_who_live_alone_are_asked_for_in_three_forms() => Assert.Equal(
        ["F-02", "F-03", "F-05"],
        SampleDuties.CommunityForms.Overlaps().Where(o => o.Shared.Contains("elders.alone")).SelectMany(o => new[] { o.One.Value, o.Other.Value }).Distinct().Order(StringComparer.Ordinal));
}
