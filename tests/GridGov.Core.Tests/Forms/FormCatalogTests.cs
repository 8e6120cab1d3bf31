using System.Text;
using static GridGov.Core.Tests.FormSamples;

namespace GridGov.Core.Tests;

public class FormCatalogTests
{
    [Fact]
    public void Forms_that_ask_for_the_same_are_found_the_most_alike_first()
    {
        Assert.Equal(
            [
                new FormOverlap(new("F-1"), new("F-4"), ["elders", "households"], 2, 3),
                new FormOverlap(new("F-2"), new("F-4"), ["elders", "shops"], 2, 3),
                new FormOverlap(new("F-1"), new("F-2"), ["elders"], 2, 2),
            ],
            Catalog.Overlaps());
        Assert.Equal([true, true, false], Catalog.Overlaps().Select(o => o.IsContained));
    }

    [Fact]
    public void Two_forms_have_common_fields_exactly_when_they_overlap()
    {
        foreach (var one in Catalog.Forms)
        {
            foreach (var other in Catalog.Forms.Where(f => f.Code > one.Code))
                Assert.Equal(Catalog.Overlaps().Any(o => o.One == one.Code && o.Other == other.Code), Catalog.HaveCommonFields(other.Code, one.Code));
        }

        Assert.False(Catalog.HaveCommonFields(new("F-1"), new("F-9")));
    }

    [Fact]
    public void Fields_of_one_name_under_several_keys_are_pointed_out() => Assert.Equal(
        [["a", "b"]],
        FormCatalog.Freeze("c", 1, [Field("a", DutyPeriod.Day), Field("b", DutyPeriod.Day) with { Name = Field("a", DutyPeriod.Day).Name }, Field("c", DutyPeriod.Day)], [Form("F", "a")])
            .LookAlikes().Select(g => g.ToArray()));

    [Fact]
    public void Every_fault_is_listed_at_once() => Assert.Equal(
        [
            "id: it is empty",
            "version: it is 0; versions begin at 1",
            "field 2: its key is none: it is empty",
            "a: the key occurs more than once",
            "b: its name is missing in English or Chinese",
            "b: its period 9 is not one of the seven",
            "field 5: it is null",
            "form 1: its code is missing",
            "form 1: its owner is missing",
            "form 1: it asks for nothing",
            "F: it asks for \"a\" twice",
            "F: it asks for \"z\", which is not a field of the catalog",
            "F: the code occurs more than once",
            "form 4: it is null",
        ],
        Faults.Of(() => FormCatalog.Freeze(
            string.Empty, 0,
            [Field("a", DutyPeriod.Day), Field("x", DutyPeriod.Day) with { Key = string.Empty }, Field("a", DutyPeriod.Day), Field("b", (DutyPeriod)9) with { Name = new("b", " ") }, null!],
            [Form("F") with { Code = default, Owner = default }, Form("F", "a", "a", "z"), Form("F", "a"), null!])));

    [Fact]
    public void A_catalog_without_forms_is_none() => Faults.AreAt(["forms"], () => FormCatalog.Freeze("c", 1, [], []));

    [Fact]
    public void A_catalog_comes_back_equal_from_JSON()
    {
        var again = FormCatalog.FromJson(Catalog.ToJson());

        Assert.Equal(Catalog.Fields, again.Fields);
        Assert.Equal(Catalog.Forms, again.Forms);
        Assert.Equal(Catalog.ToJson(), again.ToJson());
        Assert.Equal("town v1", again.ToString());
    }

    [Fact]
    public void A_document_that_is_none_is_refused_by_its_place()
    {
        var json = Encoding.UTF8.GetString(Catalog.ToJson());

        Assert.Contains("$.fields[0].per", Assert.Single(Faults.Of(() => Read(json.Replace("\"Month\"", "\"Monat\"", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Assert.StartsWith("$.forms[0]: ", Assert.Single(Faults.Of(() => Read(json.Replace("\"forms\": [", "\"forms\": [null,", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    private static FormCatalog Read(string json) => FormCatalog.FromJson(Encoding.UTF8.GetBytes(json));
}
