using System.Text;
using CityDay.Input;

namespace CityDay.Tests.Input;

public sealed class LongLineTests
{
    private const string Above = ProbeFormat.Header + "\n1,a,x\n";

    [Fact]
    public void A_line_of_ten_mebibytes_is_rejected_and_the_rest_goes_on()
    {
        using var stream = new RepeatingStream(Above + "2,", (byte)'b', 10 * 1024 * 1024, ",y\n3,c,z\n");

        List<InputItem> items = Read.All(stream);

        Assert.True(stream.IsConsumed);
        Assert.Equal(["1", "3"], items.Where(item => item.IsRow).Select(item => item.Row!.Id));
        Rejection rejection = items[1].Rejection();
        Assert.Equal((3, 1, "", "the line is longer than 65536 characters"), (rejection.Line, rejection.Column, rejection.Field, rejection.Reason));
        Assert.Equal(Shown.Limit, rejection.Value.Length);
    }

    [Fact]
    public void A_long_line_costs_no_memory_of_its_own()
    {
        long Allocated(int length)
        {
            using var stream = new RepeatingStream(Above + "2,", (byte)'b', length, "\n3,c,z\n");
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(3, InputReader.Read(stream, Read.FileName, new ProbeFormat(), TestContext.Current.CancellationToken).Count());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(70_000);

        Assert.InRange(Allocated(10 * 1024 * 1024) - Allocated(70_000), -16_384, 16_384);
    }

    [Fact]
    public void A_long_line_that_is_not_text_costs_its_line_only()
    {
        using var stream = new RepeatingStream(Above, 0xFF, 1024 * 1024, "\n3,c,z");

        List<InputItem> items = Read.All(stream);

        Assert.Equal([true, false, true], items.Select(item => item.IsRow));
        Assert.Equal("0xFF", items[1].Rejection().Value);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("")]
    public void The_longest_line_is_taken_and_one_character_more_is_not(string end)
    {
        string longest = $"1,{new string('中', LineReader.MaxLength - 4)},x";
        string longer = $"1,{new string('中', LineReader.MaxLength - 3)},x";

        Assert.True(Assert.Single(Read.All($"{ProbeFormat.Header}\n{longest}{end}")).IsRow);
        Assert.False(Assert.Single(Read.All($"{ProbeFormat.Header}\n{longer}{end}")).IsRow);
    }

    [Fact]
    public void A_header_that_is_too_long_makes_the_file_unusable()
    {
        InputException fault = Read.Fault($"\uFEFF{new string('a', LineReader.MaxLength + 1)}\n1,a,x\n");

        Assert.Equal((1, "the line is longer than 65536 characters"), (fault.Line, fault.Reason));
    }

    [Fact]
    public void Characters_cut_by_a_buffer_come_through()
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"{ProbeFormat.Header}\n1,中🚲é,x\r\n2,\"b\"\"\",y\n");
        for (int size = 1; size <= 8; size++)
        {
            using var stream = new DripStream(bytes, size);

            Assert.Equal(Read.All(bytes).Select(item => (item.Row().Id, item.Row().Category)), Read.All(stream).Select(item => (item.Row().Id, item.Row().Category)));
        }
    }
}
