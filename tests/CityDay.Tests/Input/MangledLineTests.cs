using System.Text;
using CityDay.Input;
using CsCheck;
using CsvHelper;

namespace CityDay.Tests.Input;

public sealed class MangledLineTests
{
    private static readonly byte[] Break = [(byte)'\n'];

    private static readonly Gen<string> Field = Gen.OneOf(
        Text("a,\" '#;=\t中文é\u3000\uFEFF", 0, 12),
        Gen.OneOf("", "🚲", "\"", "\"\"", ",", " "),
        Gen.Char['\u0020', '\u007E'].Array[0, 200].Select(units => new string(units)));

    private static readonly Gen<(string Text, string More)[]> Rows = Gen.Select(Field, Field).Array[1, 12];

    private static readonly Gen<byte[]> Bytes = Gen.Byte.Where(value => value != (byte)'\n').Array[0, 60];

    // Each makes a line that was well formed one that is not.
    private static readonly Func<byte[], byte[]>[] Faults =
    [
        line => Read.Join("\"", line[1..]),
        line => Read.Join("x\"", line),
        line => Read.Join("\"x\"y", line),
        line => Read.Join(line, ",surplus"),
        line => Read.Join("x\0", line),
        line => Read.Join(new byte[] { 0xFF }, line),
        line => Read.Join(line, new byte[] { 0xE4, 0xB8 }),
        line => Read.Join(line, new string('x', LineReader.MaxLength)),
        _ => "cut,off"u8.ToArray(),
    ];

    [Fact]
    public void Whatever_a_csv_writer_writes_on_one_line_comes_through() => Rows.Sample(rows =>
    {
        List<InputItem> items = Read.All(Join(Write(rows)));

        Assert.Equal(Expected(rows), items.Select(Values));
    });

    [Fact]
    public void A_faulty_line_is_rejected_and_all_others_come_through() => Gen.Select(Rows, Gen.Int[0, 11], Gen.OneOf(Faults)).Sample((rows, pick, fault) =>
    {
        int at = pick % rows.Length;
        byte[][] lines = Write(rows);
        lines[at + 1] = fault(lines[at + 1]);

        List<InputItem> items = Read.All(Join(lines));

        Assert.Equal(rows.Length, items.Count);
        Assert.Equal(at + 2, items[at].Rejection().Line);
        Assert.Equal(Expected(rows).Where((_, i) => i != at), items.Where((_, i) => i != at).Select(Values));
    });

    [Fact]
    public void Any_bytes_on_one_line_change_no_other() => Gen.Select(Rows, Gen.Int[0, 11], Bytes, Gen.Int[1, 40]).Sample((rows, pick, bytes, size) =>
    {
        int at = pick % rows.Length;
        byte[][] lines = Write(rows);
        lines[at + 1] = bytes;
        bool isEmpty = bytes is [] or [(byte)'\r'];
        if (isEmpty && rows.Length == 1)
            return;

        using var stream = new DripStream(Join(lines), size);
        List<InputItem> items = Read.All(stream);

        Assert.Equal(rows.Length - (isEmpty ? 1 : 0), items.Count);
        Assert.Equal(
            Expected(rows).Where((_, i) => i != at),
            items.Where(item => (item.Row?.Line ?? item.Rejection!.Line) != at + 2).Select(Values));
    });

    [Fact]
    public void Csvhelper_splits_every_line_that_the_scanner_passes() =>
        Text("a,\" \t", 1, 16).Sample(line =>
        {
            using var splitter = new LineSplitter();
            Assert.Equal(Reference(line), splitter.Split(line) is null ? Enumerable.Range(0, splitter.Count).Select(i => splitter[i]) : null);
        }, iter: 5_000);

    // RFC 4180 on one line, written the slow way; null where the line breaks its rules.
    private static List<string>? Reference(string line)
    {
        var fields = new List<string>();
        string rest = line;
        while (true)
        {
            string field;
            if (rest.StartsWith('"'))
            {
                string doubled = rest[1..].Replace("\"\"", "\u0001\u0001", StringComparison.Ordinal);
                int close = doubled.IndexOf('"', StringComparison.Ordinal);
                if (close < 0)
                    return null;

                field = rest.Substring(1, close).Replace("\"\"", "\"", StringComparison.Ordinal);
                rest = rest[(close + 2)..];
            }
            else
            {
                int comma = rest.IndexOf(',', StringComparison.Ordinal);
                field = comma < 0 ? rest : rest[..comma];
                rest = rest[field.Length..];
                if (field.Contains('"', StringComparison.Ordinal))
                    return null;
            }

            fields.Add(field);
            if (rest.Length == 0)
                return fields;

            if (rest[0] != ',')
                return null;

            rest = rest[1..];
        }
    }

    private static Gen<string> Text(string units, int shortest, int longest) =>
        Gen.Char[units].Array[shortest, longest].Select(chosen => new string(chosen));

    private static byte[][] Write((string Text, string More)[] rows)
    {
        var lines = new List<byte[]> { Encoding.UTF8.GetBytes(ProbeFormat.Header) };
        for (int i = 0; i < rows.Length; i++)
        {
            using var text = new StringWriter();
            using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, true))
            {
                csv.WriteField($"id{i}");
                csv.WriteField(rows[i].Text);
                csv.WriteField(rows[i].More);
                csv.EndRecord();
            }

            lines.Add(Encoding.UTF8.GetBytes(text.ToString().TrimEnd('\n')));
        }

        return [.. lines];
    }

    private static byte[] Join(byte[][] lines) => [.. lines.SelectMany(line => line.Concat(Break))];

    private static IEnumerable<(string Id, string Text, string More)> Expected((string Text, string More)[] rows) =>
        rows.Select((row, i) => ($"id{i}", row.Text, row.More));

    private static (string Id, string Text, string More) Values(InputItem item) => (item.Row().Id, item.Row().Category, item.Row().Channel);
}
