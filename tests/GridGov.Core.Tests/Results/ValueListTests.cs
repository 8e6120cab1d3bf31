using CsCheck;

namespace GridGov.Core.Tests;

public class ValueListTests
{
    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        ValueList<string> one = ["a", "b"];
        var other = ValueList.From(new List<string> { "a", "b" });

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.False(one != other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData(new[] { 1, 2 }, new[] { 2, 1 })]
    [InlineData(new[] { 1, 2 }, new[] { 1 })]
    [InlineData(new[] { 1 }, new int[0])]
    public void Lists_that_differ_in_an_item_in_order_or_in_length_are_not_equal(int[] left, int[] right)
    {
        var (one, other) = (ValueList.From(left), ValueList.From(right));

        Assert.True(one != other);
        Assert.False(one == other);
        Assert.False(one.Equals((object)other));
    }

    [Fact]
    public void A_list_is_not_equal_to_something_else() =>
        Assert.False(ValueList.From([1]).Equals((object)new[] { 1 }));

    [Fact]
    public void The_default_value_is_the_empty_list()
    {
        ValueList<int> list = default;

        Assert.Empty(list);
        Assert.True(list.IsEmpty);
        Assert.Equal([], list);
        Assert.True(list == ValueList.Create<int>([]));
        Assert.Equal(list.GetHashCode(), ValueList.Create<int>([]).GetHashCode());
        Assert.Equal([7], list.Add(7));
        Assert.False(list.Contains(0));
        Assert.True(list.AsSpan().IsEmpty);
        Assert.Equal("[]", list.ToString());
        Assert.Throws<IndexOutOfRangeException>(() => list[0]);
    }

    [Fact]
    public void A_list_does_not_change_with_the_collection_it_was_made_of()
    {
        int[] source = [1, 2];
        var created = ValueList.Create<int>(source);
        var from = ValueList.From(source);

        source[0] = 9;

        Assert.Equal([1, 2], created);
        Assert.Equal([1, 2], from);
    }

    [Fact]
    public void Adding_leaves_the_list_as_it_was()
    {
        ValueList<int> list = [1];
        var longer = list.Add(2);

        Assert.Equal([1], list);
        Assert.Equal([1, 2], longer);
    }

    [Fact]
    public void Null_items_are_compared_like_others()
    {
        ValueList<string?> list = ["a", null];

        Assert.Equal(["a", null], list);
        Assert.True(list.Contains(null));
        Assert.False(list == ValueList.From<string?>(["a", "b"]));
    }

    [Fact]
    public void A_list_reads_the_same_in_every_culture() => Cultures.InEach(_ =>
    {
        Assert.Equal("[-1, 2]", ValueList.From([-1, 2]).ToString());
        Assert.Equal("[0.5]", ValueList.From([0.5]).ToString());
        Assert.Equal("[10/01/2026]", ValueList.From([new DateOnly(2026, 10, 1)]).ToString());
    });

    [Fact]
    public void A_list_of_nothing_at_all_is_a_mistake() =>
        Assert.Throws<ArgumentNullException>(() => ValueList.From<int>(null!));

    [Fact]
    public void A_list_behaves_as_the_sequence_it_was_made_of() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 6], Gen.Int[0, 3].Array[0, 6]).Sample((left, right) =>
        {
            var (one, other) = (ValueList.From(left), ValueList.Create<int>(right));
            Assert.Equal(left.SequenceEqual(right), one == other);
            Assert.Equal(left.SequenceEqual(right), one.Equals(other));
            if (one == other)
                Assert.Equal(one.GetHashCode(), other.GetHashCode());
            Assert.Equal(left, one.AsSpan().ToArray());
            Assert.Equal(left, one.Select(i => i));
            Assert.Equal(left.Length, one.Count);
            Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(left.Contains(i), one.Contains(i)));
            Assert.All(Enumerable.Range(0, left.Length), i => Assert.Equal(left[i], one[i]));
        });
}
