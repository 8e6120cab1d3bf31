using System.Text;
using CsCheck;
using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

/// <summary>Documents with a few bytes changed are read, or refused with their faults, and nothing else.</summary>
public class CodeHostileTextTests
{
    private static readonly CodeSystem System = Freeze(Part("01"), Part("01001", "01", "污水井盖"), Matter("06"), Matter("06010", "06", "暴露垃圾"));

    private static readonly Crosswalk Walk = Crosswalk.Freeze("w", 1, System, System, [new() { Kind = ClassKind.Matter, Source = new("06"), Targets = [new("06")], Relation = CodeRelation.Exact, Basis = "x" }]);

    private const string Csv = "kind,major_code,major_name,minor_code,name\r\npart,01,\"公用\"\"设施\",001,污水井盖\r\nevent,06,市容,010,暴露垃圾\n";

    private static readonly Gen<(int At, byte Value, int Cut)[]> Changes = Gen.Select(
        Gen.Int[0, 10_000],
        Gen.Frequency((3, Gen.Byte), (5, Gen.Int[0, 15].Select(i => "{}[]\",:0-9e\\\nnt "u8[i]))),
        Gen.Int[0, 3]).Array[1, 6];

    [Fact]
    public void A_code_system_is_read_or_refused() =>
        Changes.Sample(c => ReadOrRefused(() => CodeSystem.FromJson(Changed(System.ToJson(), c))), iter: 3000);

    [Fact]
    public void A_crosswalk_is_read_or_refused() =>
        Changes.Sample(c => ReadOrRefused(() => Crosswalk.FromJson(Changed(Walk.ToJson(), c), System, System)), iter: 3000);

    [Fact]
    public void A_table_is_read_or_refused() =>
        Changes.Sample(c => ReadOrRefused(() => CodeTableCsv.Read(Encoding.UTF8.GetString(Changed(Encoding.UTF8.GetBytes(Csv), c)))), iter: 3000);

    [Fact]
    public void Any_text_may_be_searched_for() => Gen.String.Sample(text => National.Search(text, 5).Count <= 5);

    private static void ReadOrRefused(Action read)
    {
        try
        {
            read();
        }
        catch (DefinitionException e)
        {
            Assert.All(e.Faults, f => Assert.NotEqual(string.Empty, f.Where));
        }
    }

    private static byte[] Changed(byte[] text, (int At, byte Value, int Cut)[] changes)
    {
        var bytes = text.ToList();
        foreach (var (at, value, cut) in changes.Where(_ => bytes.Count > 4))
        {
            var place = at % (bytes.Count - 3);
            bytes.RemoveRange(place, cut);
            bytes.Insert(place, value);
        }

        return [.. bytes];
    }
}
