using System.Text;

namespace GridGov.Core.Tests;

public class DutyListJsonTests
{
    private const string Good =
        """
        {
          "format": 1,
          "id": "town-2026",
          "version": 3,
          "admission_body": "office",
          "basis": { "instrument": "Town duty list 2026", "article": "Art. 1" },
          // comments are read over
          "items": [
            {
              "code": "T-02",
              "name": "Flood watch",
              "name_zh": "防汛值守",
              "kind": "Temporary",
              "basis": { "instrument": "Order 7" },
              "from": "2026-06-01",
              "until": "2026-09-30",
              "assignable_by": ["District", "Street"],
              "needs_funding": true,
              "cap": "2/year"
            },
            {
              "code": "R-01",
              "name": "Licences",
              "name_zh": "许可",
              "kind": "Reclaimed",
              "basis": { "instrument": "Town duty list 2026", "article": "Annex 3" },
              "taken_over_by": "district-office"
            }
          ]
        }
        """;

    [Fact]
    public void A_good_document_is_read_as_it_stands()
    {
        var list = Read(Good);

        Assert.Equal(("town-2026", 3, new BodyId("office")), (list.Id, list.Version, list.AdmissionBody));
        Assert.Equal(DutySamples.Basis, list.Basis);
        Assert.Equal(
            [
                new DutyItem
                {
                    Code = new("R-01"),
                    Name = new("Licences", "许可"),
                    Kind = DutyKind.Reclaimed,
                    Basis = new("Town duty list 2026", "Annex 3"),
                    TakenOverBy = new BodyId("district-office"),
                },
                new DutyItem
                {
                    Code = new("T-02"),
                    Name = new("Flood watch", "防汛值守"),
                    Kind = DutyKind.Temporary,
                    Basis = new("Order 7"),
                    From = new(2026, 6, 1),
                    Until = new(2026, 9, 30),
                    AssignableBy = [GridLevel.District, GridLevel.Street],
                    NeedsFunding = true,
                    Cap = new(2, DutyPeriod.Year),
                },
            ],
            list.Items);
    }

    [Fact]
    public void A_document_is_read_the_same_in_every_culture() => Cultures.InEach(_ =>
        Assert.Equal(new DateOnly(2026, 9, 30), Read(Good).Items[1].Until));

    [Theory]
    [InlineData("\"version\": 3,", "\"version\": 3", "line 5")]
    [InlineData("\"version\": 3", "\"version\": three", "line 4")]
    [InlineData("\"version\": 3", "\"version\": \"3\"", "$.version")]
    [InlineData("\"version\": 3", "\"version\": 3.5", "$.version")]
    [InlineData("\"version\": 3", "\"version\": 3, \"version\": 4", "version")]
    [InlineData("\"version\": 3,", "", "version")]
    [InlineData("\"version\": 3", "\"Version\": 3", "$.Version")]
    [InlineData("\"id\": \"town-2026\"", "\"id\": null", "$.id")]
    [InlineData("\"admission_body\": \"office\"", "\"admission_body\": \" office\"", "$.admission_body")]
    [InlineData("\"admission_body\": \"office\"", "\"admission_body\": \"\\ud800\"", "$.admission_body")]
    [InlineData("\"cap\": \"2/year\"", "\"cap\": \"2/year\", \"colour\": 1", "$.items[0].colour")]
    [InlineData("\"until\": \"2026-09-30\"", "\"until\": \"2026-9-30\"", "$.items[0].until")]
    [InlineData("\"kind\": \"Reclaimed\"", "\"kind\": \"reclaimedd\"", "$.items[1].kind")]
    [InlineData("\"kind\": \"Reclaimed\"", "\"kind\": 5", "$.items[1].kind")]
    [InlineData("\"kind\": \"Reclaimed\"", "\"kind\": \"5\"", "$.items[1].kind")]
    [InlineData("\"kind\": \"Reclaimed\"", "\"kind\": \"Statutory, Temporary\"", "$.items[1].kind")]
    [InlineData("[\"District\", \"Street\"]", "[\"District\", 4]", "$.items[0].assignable_by")]
    [InlineData("[\"District\", \"Street\"]", "[\"District\", null]", "$.items[0].assignable_by")]
    [InlineData("\"code\": \"R-01\",", "", "code")]
    [InlineData("{ \"instrument\": \"Order 7\" }", "{ \"instrument\": \"Order 7\", \"page\": 1 }", "$.items[0].basis.page")]
    [InlineData("{ \"instrument\": \"Order 7\" }", "null", "$.items[0].basis")]
    public void A_fault_of_the_document_is_located(string instead, string of, string where)
    {
        Assert.Contains(instead, Good, StringComparison.Ordinal);
        var fault = TheFaultOf(Good.Replace(instead, of, StringComparison.Ordinal));

        Assert.Contains("line ", fault, StringComparison.Ordinal);
        Assert.Contains(where, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_and_the_byte_of_a_fault_count_from_one() =>
        Assert.StartsWith("line 2, byte 7, ", TheFaultOf("{\n  \"a\" 1}"), StringComparison.Ordinal);

    [Fact]
    public void An_item_that_is_null_is_located() =>
        Assert.StartsWith("$.items[1]: ", TheFaultOf(WithItem("null")), StringComparison.Ordinal);

    [Fact]
    public void A_basis_without_an_instrument_is_refused_by_its_place()
    {
        Assert.EndsWith("$.basis: a required field is missing: 'instrument'.", TheFaultOf(Good.Replace("\"instrument\": \"Town duty list 2026\", \"article\": \"Art. 1\"", string.Empty, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith("$.items[0].basis: a required field is missing: 'instrument'.", TheFaultOf(Good.Replace("\"instrument\": \"Order 7\"", string.Empty, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public void Another_format_is_not_guessed_at(int format) => Cultures.InEach(_ => Assert.Equal(
        $"$.format: format {format.ToString(System.Globalization.CultureInfo.InvariantCulture)} is not known; this version reads 1",
        TheFaultOf(Good.Replace("\"format\": 1", $"\"format\": {format.ToString(System.Globalization.CultureInfo.InvariantCulture)}", StringComparison.Ordinal))));

    [Fact]
    public void A_document_that_is_nested_too_deeply_is_refused() =>
        Assert.Contains("line 1", TheFaultOf("{\"items\":" + new string('[', 100_000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("   ", "line 1")]
    [InlineData("null", "the document is null")]
    [InlineData("[]", "line 1")]
    [InlineData("12", "line 1")]
    [InlineData("{}", "line 1")]
    public void A_document_without_a_list_is_refused(string text, string expected) =>
        Assert.Contains(expected, TheFaultOf(text), StringComparison.Ordinal);

    [Fact]
    public void Anything_behind_the_document_is_refused() =>
        Assert.Contains("line ", TheFaultOf(Good + "{}"), StringComparison.Ordinal);

    [Fact]
    public void A_document_that_is_not_UTF_8_is_refused()
    {
        Assert.Contains("line ", TheFaultOf(Encoding.Unicode.GetBytes(Good)), StringComparison.Ordinal);
        Assert.Contains("$.items[0].name", TheFaultOf(Encoding.Latin1.GetBytes(Good.Replace("Flood watch", "Flöd", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_read_over() =>
        Assert.Equal("town-2026", DutyList.FromJson([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Good)]).Id);

    [Fact]
    public void The_faults_of_the_list_that_a_document_holds_are_all_listed() => Faults.AreAt(
        ["version", "T-02", "R-01"],
        () => Read(Good
            .Replace("\"version\": 3", "\"version\": 0", StringComparison.Ordinal)
            .Replace("\"cap\": \"2/year\"", "\"cap\": \"0/year\"", StringComparison.Ordinal)
            .Replace(",\n      \"taken_over_by\": \"district-office\"", string.Empty, StringComparison.Ordinal)));

    [Fact]
    public void The_first_fault_of_every_item_is_located_at_once()
    {
        var faults = Faults.Of(() => Read(Good
            .Replace("\"until\": \"2026-09-30\"", "\"until\": \"30.9.2026\"", StringComparison.Ordinal)
            .Replace("\"kind\": \"Reclaimed\"", "\"kind\": \"Reclaim\"", StringComparison.Ordinal)));

        Assert.Equal(2, faults.Length);
        Assert.StartsWith("line 16, byte 27, $.items[0].until: ", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("line 25, byte 24, $.items[1].kind: ", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public void All_fields_come_back_from_JSON()
    {
        var list = DutyList.Freeze(
            "town", 1, new("office"), DutySamples.Basis,
            [
                DutySamples.Item("a", DutyKind.Cooperative) with
                {
                    Content = new("All of it", "全部"),
                    AssignableByBodies = [new("bureau")],
                    AssignableTo = [GridLevel.Street],
                    AssignableToBodies = [new("office")],
                    LedBy = new BodyId("bureau"),
                    Cap = new(1, DutyPeriod.Quarter),
                    Evidence = [EvidenceKind.PhotoAfter],
                    Forms = [new("F-1")],
                    Approval = new(new("office"), new(2025, 12, 1), "No. 7"),
                },
            ],
            new()
            {
                Name = new("Town", "镇"),
                HeldBy = GridLevel.Street,
                From = new(2026, 1, 1),
                Until = new(2026, 12, 31),
                Published = new(2025, 12, 24),
                Assessors = [new("office")],
                IsSample = true,
                Note = "made up",
            });

        var again = DutyList.FromJson(list.ToJson());

        Assert.Equal(list.Items, again.Items);
        Assert.Equal(list.Terms, again.Terms);
        Assert.Equal(list.ToJson(), again.ToJson());
    }

    private static DutyList Read(string json) => DutyList.FromJson(Encoding.UTF8.GetBytes(json));

    private static string WithItem(string item) =>
        Good.Replace("    {\n      \"code\": \"R-01\"", $"    {item},\n    {{\n      \"code\": \"R-01\"", StringComparison.Ordinal);

    private static string TheFaultOf(string json) => TheFaultOf(Encoding.UTF8.GetBytes(json));

    private static string TheFaultOf(byte[] utf8) =>
        Assert.Single(Faults.Of(() => DutyList.FromJson(utf8)));
}
