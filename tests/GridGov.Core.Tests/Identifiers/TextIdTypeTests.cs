using System.Text.Json;
using CsCheck;

namespace GridGov.Core.Tests;

/// <summary>What every identifier type owes; one class below per type.</summary>
public abstract class TextIdTypeTests<T>
    where T : struct, ITextId<T>, IComparable<T>, IEquatable<T>
{
    [Fact]
    public void It_is_equal_by_its_text()
    {
        Assert.Equal(T.From("a"), T.From(new string('a', 1)));
        Assert.NotEqual(T.From("a"), T.From("A"));
        Assert.NotEqual(T.From("é"), T.From("e\u0301"));
        Assert.Equal("a", T.From("a").Value);
        Assert.Equal("a", T.From("a").ToString());
    }

    [Fact]
    public void The_default_value_is_empty_and_stands_before_all_others()
    {
        Assert.Equal(string.Empty, default(T).Value);
        Assert.Equal(string.Empty, default(T).ToString());
        Assert.True(default(T).CompareTo(T.From("!")) < 0);
    }

    [Fact]
    public void It_refuses_what_is_not_an_identifier_and_names_its_type()
    {
        var thrown = Assert.Throws<ArgumentException>(() => T.From("a\n"));
        Assert.Contains(typeof(T).Name, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_order_is_ordinal_in_every_culture() => Cultures.InEach(_ =>
    {
        string[] sorted = ["B", "I", "a", "i", "ä", "ı", "区", "🚲"];
        Assert.Equal(sorted, sorted.Reverse().Select(T.From).Order().Select(id => id.Value));
    });

    [Fact]
    public void Its_order_is_that_of_the_texts() =>
        Gen.Select(Text, Text).Sample((left, right) => Assert.Equal(
            Math.Sign(string.CompareOrdinal(left, right)),
            Math.Sign(T.From(left).CompareTo(T.From(right)))));

    [Fact]
    public void As_a_JSON_value_it_is_its_text() => Text.Sample(text =>
    {
        var json = JsonSerializer.Serialize(T.From(text));
        Assert.Equal(JsonSerializer.Serialize(text), json);
        Assert.Equal(T.From(text), JsonSerializer.Deserialize<T>(json));
    });

    [Fact]
    public void As_a_key_of_a_JSON_object_it_is_its_text() => Text.Sample(text =>
    {
        var json = JsonSerializer.Serialize(new Dictionary<T, int> { [T.From(text)] = 1 });
        Assert.Equal(JsonSerializer.Serialize(new Dictionary<string, int> { [text] = 1 }), json);
        Assert.Equal([T.From(text)], JsonSerializer.Deserialize<Dictionary<T, int>>(json)!.Keys);
    });

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    [InlineData("\" a\"")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"a\\u0000\"")]
    public void Reading_anything_else_is_an_error_of_the_document(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(json));
    }

    [Theory]
    [InlineData("{\"\":1}")]
    [InlineData("{\" a\":1}")]
    [InlineData("{\"\\ud83d\":1}")]
    public void Reading_any_other_key_is_an_error_of_the_document(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<T, int>>(json));

    private static Gen<string> Text => Gen.OneOf(Gen.Char["abcXYZ019-_/. "], Gen.Char['一', '龥'])
        .Array[1, 12].Select(c => new string(c)).Where(t => TextId.IsValid(t, out _));
}

public class ActorIdTests : TextIdTypeTests<ActorId>;

public class BodyIdTests : TextIdTypeTests<BodyId>;

public class CaseIdTests : TextIdTypeTests<CaseId>;

public class ClassCodeTests : TextIdTypeTests<ClassCode>;

public class DutyCodeTests : TextIdTypeTests<DutyCode>;

public class FormCodeTests : TextIdTypeTests<FormCode>;

public class GridCodeTests : TextIdTypeTests<GridCode>;

public class ReportIdTests : TextIdTypeTests<ReportId>;

public class DisputeIdTests : TextIdTypeTests<DisputeId>;

public class HouseholdIdTests : TextIdTypeTests<HouseholdId>;

public class OrganizationIdTests : TextIdTypeTests<OrganizationId>;

public class PersonIdTests : TextIdTypeTests<PersonId>;

public class PlaceIdTests : TextIdTypeTests<PlaceId>;

public class PostIdTests : TextIdTypeTests<PostId>;

public class TextIdOperatorTests
{
    [Fact]
    public void Every_identifier_type_of_the_library_is_tested_as_one()
    {
        var types = typeof(TextId).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.Name == typeof(ITextId<>).Name));
        var tested = typeof(TextIdOperatorTests).Assembly.GetTypes()
            .Where(t => t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(TextIdTypeTests<>))
            .Select(t => t.BaseType!.GetGenericArguments()[0]);

        Assert.Equal(types.Select(t => t.Name).Order(StringComparer.Ordinal), tested.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_operators_of_every_identifier_type_agree_with_its_order()
    {
        foreach (var type in typeof(TextId).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.Name == typeof(ITextId<>).Name)))
        {
            var (a, b) = (Activator.CreateInstance(type, "a")!, Activator.CreateInstance(type, "b")!);
            bool Is(string name, object left, object right) => (bool)type.GetMethod(name)!.Invoke(null, [left, right])!;

            Assert.Equal((true, false, false), (Is("op_LessThan", a, b), Is("op_LessThan", b, a), Is("op_LessThan", a, a)));
            Assert.Equal((false, true, false), (Is("op_GreaterThan", a, b), Is("op_GreaterThan", b, a), Is("op_GreaterThan", a, a)));
            Assert.Equal((true, false, true), (Is("op_LessThanOrEqual", a, b), Is("op_LessThanOrEqual", b, a), Is("op_LessThanOrEqual", a, a)));
            Assert.Equal((false, true, true), (Is("op_GreaterThanOrEqual", a, b), Is("op_GreaterThanOrEqual", b, a), Is("op_GreaterThanOrEqual", a, a)));
        }
    }
}
