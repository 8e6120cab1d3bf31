using static GridGov.FieldFaultCodes;

namespace GridGov.Core.Tests;

public class PersonTests
{
    private static readonly PersonDraft Draft = new()
    {
        Id = new("P1"),
        Name = new("张三"),
        CitizenNumber = new("11010519491231002X"),
        BornOn = new(new DateOnly(1949, 12, 31)),
        Phone = new("13800000000"),
        Grid = new("G1"),
        Home = new("H1"),
    };

    private static readonly Breakage<PersonDraft>[] Breaks =
    [
        new("Id", Missing, d => d with { Id = default }),
        new("Name", Missing, d => d with { Name = null }),
        new("Name", TooLong, d => d with { Name = Breakages.Long(47) }),
        new("Phone", TooLong, d => d with { Phone = Breakages.Long(47) }),
        new("Phone", Form, d => d with { Phone = Breakages.Unprintable }),
        new("BornOn", Contradiction, d => d with { BornOn = new(new DateOnly(1949, 12, 30)) }),
        new("Grid", Missing, d => d with { Grid = default }),
        new("Home", Missing, d => d with { Home = default(PlaceId) }),
    ];

    [Fact]
    public void Whatever_is_broken_together_all_of_it_is_listed() => Breakages.AreAllListed(Draft, Breaks, Person.Create);

    [Theory]
    [InlineData("1101051949123100")]
    [InlineData("11010519491231002XX")]
    [InlineData("A1010519491231002X")]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_number_in_another_form_is_refused_without_being_shown(string number)
    {
        var no = Person.Create(Draft with { CitizenNumber = new(number) }).Refusal!;

        Assert.Equal("CitizenNumber", Assert.Single(no.Fields).Field);
        if (number.Length > 1)
            Assert.DoesNotContain(number, no.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105 19491231 002X")]
    public void A_number_is_read_as_people_type_it(string typed)
    {
        var person = Person.Create(Draft with { CitizenNumber = new(typed) }).Value;

        Assert.Equal(CitizenNumber.Parse("11010519491231002X"), person.CitizenNumber!.Reveal());
        Assert.Equal("11010519491231002X", person.ToDraft().CitizenNumber!.Reveal());
        Assert.Equal("***", person.CitizenNumber.ToString());
    }

    [Fact]
    public void The_older_number_of_15_digits_is_taken_with_its_day_of_birth()
    {
        var older = Draft with { CitizenNumber = new("110105491231002") };

        Assert.Equal("11010519491231002X", Person.Create(older with { BornOn = new(new DateOnly(1949, 12, 31)) }).Value.CitizenNumber!.Reveal().Reveal());
        Assert.Equal("BornOn", Assert.Single(Person.Create(older with { BornOn = new(new DateOnly(1950, 1, 1)) }).Refusal!.Fields).Field);
    }

    [Fact]
    public void A_service_may_do_without_number_birth_and_phone() =>
        Assert.True(Person.Create(new() { Id = new("P1"), Name = new("张三"), Grid = new("G1") }).IsAccepted);

    [Fact]
    public void A_sound_person_keeps_every_field()
    {
        var again = Person.Create(Draft).Value.ToDraft();

        Assert.Equal(Draft.CitizenNumber!.Reveal(), again.CitizenNumber!.Reveal());
        Assert.Equal(Draft with { CitizenNumber = null }, again with { CitizenNumber = null });
        Assert.Null(Person.Create(Draft with { CitizenNumber = null }).Value.ToDraft().CitizenNumber);
    }

    [Fact]
    public void Two_persons_with_the_same_name_are_not_told_equal() =>
        Assert.NotEqual(Person.Create(Draft).Value, Person.Create(Draft with { Name = new("张三") }).Value);
}
