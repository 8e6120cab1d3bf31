using System.Text.Json;
using static GridGov.FieldFaultCodes;

namespace GridGov.Core.Tests;

public class ComponentTests
{
    private static readonly Breakage<ComponentDraft>[] Breaks =
    [
        new("Id", Missing, d => d with { Id = null }),
        new("Id", Form, d => d with { Id = "3205080100100001X" }),
        new("Id", Form, d => d with { Id = "32050801001000000" }),
        new("Id", Form, d => d with { Id = "99050801001000001" }),
        new("Name", Missing, d => d with { Name = null }),
        new("Name", TooLong, d => d with { Name = new string('井', 31) }),
        new("Competent.Code", Form, d => d with { Competent = d.Competent! with { Code = "12120000401359081O" } }),
        new("Competent.Name", TooLong, d => d with { Competent = d.Competent! with { Name = new string('局', 101) } }),
        new("Owner.Code", Form, d => d with { Owner = d.Owner! with { Code = new string('9', 19) } }),
        new("Owner.Name", Form, d => d with { Owner = d.Owner! with { Name = " " } }),
        new("Maintainer.Code", Form, d => d with { Maintainer = d.Maintainer! with { Code = "9" } }),
        new("Maintainer.Name", TooLong, d => d with { Maintainer = d.Maintainer! with { Name = new string('司', 101) } }),
        new("Grid", TooLong, d => d with { Grid = new("3205080190440001") }),
        new("State", Missing, d => d with { State = "" }),
        new("State", TooLong, d => d with { State = new string('好', 11) }),
        new("ChangedOn", DateOrder, d => d with { ChangedOn = new(2026, 6, 30) }),
        new("DataSource", TooLong, d => d with { DataSource = new string('测', 31) }),
        new("Note", TooLong, d => d with { Note = new string('注', 1001) }),
        new("StreetCode", Form, d => d with { StreetCode = "32050801" }),
        new("StreetCode", Form, d => d with { StreetCode = "320508019044" }),
        new("StreetName", TooLong, d => d with { StreetName = new string('街', 51) }),
        new("CommunityCode", Form, d => d with { CommunityCode = "32050801904A" }),
        new("CommunityName", TooLong, d => d with { CommunityName = new string('社', 51) }),
    ];

    [Fact]
    public void Whatever_is_broken_together_all_of_it_is_listed() =>
        Breakages.AreAllListed(ComponentSamples.Draft, Breaks, Component.Create);

    [Fact]
    public void An_empty_draft_misses_exactly_the_mandatory_fields_of_the_table()
    {
        var mandatory = ComponentFields.Gbt47678.Fields.Where(f => f.Requirement == FieldRequirement.Mandatory).Select(f => f.Property);
        var faults = Component.Create(new()).Refusal!.Fields;

        Assert.Equal(mandatory, faults.Select(f => f.Field));
        Assert.All(faults, f => Assert.Equal(Missing, f.Code));
        Assert.All(faults, f => Assert.Equal("GB/T 47678.5-2026", f.Basis!.Instrument));
    }

    [Fact]
    public void Every_row_of_the_table_has_its_property()
    {
        foreach (var field in ComponentFields.Gbt47678.Fields)
        {
            var type = typeof(Component);
            foreach (var name in field.Property.Split('.'))
                type = type.GetProperty(name)!.PropertyType;
        }

        Assert.Equal(18, ComponentFields.Gbt47678.Fields.Count);
        Assert.Equal(6, ComponentFields.Gbt47678Matters.Fields.Count);
    }

    [Fact]
    public void A_sound_component_keeps_every_attribute()
    {
        var component = Component.Create(ComponentSamples.Draft).Value;

        Assert.Equal(ComponentSamples.Draft, component.ToDraft());
        Assert.Equal(component, Component.Create(component.ToDraft()).Value);
    }

    [Fact]
    public void Only_what_the_standard_wants_is_needed()
    {
        var draft = ComponentSamples.Draft with
        {
            Owner = null,
            Maintainer = null,
            ChangedOn = null,
            DataSource = null,
            Note = null,
            StreetCode = null,
            StreetName = null,
            CommunityCode = null,
            CommunityName = null,
        };
        Assert.True(Component.Create(draft).IsAccepted);
    }

    [Fact]
    public void The_number_of_the_older_line_has_a_digit_less() =>
        Assert.True(Component.Create(ComponentSamples.Draft with { Id = "3205080101000001" }).IsAccepted);

    [Fact]
    public void Codes_are_read_as_people_type_them_and_written_as_the_standard_has_them()
    {
        var component = Component.Create(ComponentSamples.Draft with
        {
            Id = "320508 01 001 ０００００１",
            Owner = new("91110000600037341l", null),
            StreetCode = "320508019000",
        }).Value;

        Assert.Equal(ComponentCode.Parse("32050801001000001"), component.Id);
        Assert.Equal(UnifiedSocialCreditCode.Parse("91110000600037341L"), component.Owner!.Code);
        Assert.Equal("320508019", component.StreetCode.ToString());
        Assert.Equal(ComponentSamples.Draft with { Owner = new("91110000600037341L", null) }, component.ToDraft());
    }

    [Fact]
    public void A_city_with_the_older_codes_alone_states_its_own_table()
    {
        var table = ComponentFields.Gbt47678.With(new("city"), "Id", 16, FieldRequirement.Mandatory);

        Assert.Equal([TooLong], Component.Create(ComponentSamples.Draft, table).Refusal!.Fields.Select(f => f.Code));
        Assert.True(Component.Create(ComponentSamples.Draft with { Id = "3205080101000001" }, table).IsAccepted);
    }

    [Fact]
    public void A_body_without_code_and_name_is_no_body() =>
        Assert.Equal(["Owner"], Component.Create(ComponentSamples.Draft with { Owner = new(null, null) }).Refusal!.Fields.Select(f => f.Field));

    [Theory]
    [InlineData("完好", ComponentCondition.Intact)]
    [InlineData("破损", ComponentCondition.Damaged)]
    [InlineData("丢失", ComponentCondition.Missing)]
    [InlineData("废弃", ComponentCondition.Abandoned)]
    [InlineData("移除", ComponentCondition.Removed)]
    [InlineData("维修中", ComponentCondition.Other)]
    public void The_state_is_one_of_five_or_the_citys_own(string text, ComponentCondition condition)
    {
        var component = Component.Create(ComponentSamples.Draft with { State = text }).Value;

        Assert.Equal(condition, component.Condition);
        Assert.Equal(text, component.State);
        if (condition != ComponentCondition.Other)
            Assert.Equal(text, ComponentConditions.TextOf(condition));
    }

    [Fact]
    public void A_city_with_longer_grid_codes_states_its_own_table()
    {
        var longer = ComponentSamples.Draft with { Grid = new("1408020010010001") };
        var table = ComponentFields.Gbt47678.With(new("Yuncheng"), "Grid", 16, FieldRequirement.Mandatory);

        Assert.False(Component.Create(longer).IsAccepted);
        Assert.True(Component.Create(longer, table).IsAccepted);
        Assert.Equal(15, ComponentFields.Gbt47678["Grid"].Length);
    }

    [Fact]
    public void A_city_may_want_more_than_the_standard_but_not_less()
    {
        var table = ComponentFields.Gbt47678.With(new("city"), "Owner.Name", 100, FieldRequirement.Mandatory);

        Assert.Equal(["Owner.Name"], Component.Create(ComponentSamples.Draft with { Owner = null }, table).Refusal!.Fields.Select(f => f.Field));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.With(new("city"), "Name", 30, FieldRequirement.Optional));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.With(new("city"), "Name", 0, FieldRequirement.Mandatory));
        Assert.Throws<KeyNotFoundException>(() => table.With(new("city"), "Colour", 1, FieldRequirement.Mandatory));
    }

    [Fact]
    public void A_draft_survives_JSON() =>
        Assert.Equal(ComponentSamples.Draft with { Note = null }, JsonSerializer.Deserialize<ComponentDraft>(JsonSerializer.Serialize(ComponentSamples.Draft with { Note = null })));
}
