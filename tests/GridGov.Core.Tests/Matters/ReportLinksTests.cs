namespace GridGov.Core.Tests;

public class ReportLinksTests
{
    private static readonly ReportLinks Sample = new()
    {
        Report = new("R1"),
        Place = new PlaceId("B1"),
        Location = new("1-2-302"),
        Components = [ComponentCode.Parse("32050801001000001")],
        People = [new("P1"), new("P2")],
    };

    [Fact]
    public void Sound_links_have_no_fault() => Assert.Empty(Sample.Check());

    [Fact]
    public void Every_fault_is_listed_with_its_place()
    {
        var faults = (Sample with
        {
            Report = default,
            Place = default(PlaceId),
            Location = Breakages.Long(256),
            People = [new("P1"), default, new("P1")],
            Dispute = default(DisputeId),
        }).Check();

        Assert.Equal(
            ["Report field.missing", "Place field.missing", "Location field.too-long", "People[2] field.missing", "People[3] field.repeated", "Dispute field.missing"],
            faults.Select(f => $"{f.Field} {f.Code}"));
    }
}
