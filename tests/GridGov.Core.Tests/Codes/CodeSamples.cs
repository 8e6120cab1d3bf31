using CsCheck;

namespace GridGov.Core.Tests;

internal static class CodeSamples
{
    public static readonly CodeSystemInfo Info = new()
    {
        Id = "sample",
        Version = 2,
        Standard = new("Sample standard"),
        Source = "made up",
        From = new(2026, 1, 1),
        Until = new(2026, 12, 31),
        Extension = new(2, 21, 3, 80),
    };

    public static readonly CodeSystem National = CodeSystems.National2026;

    private static readonly Gen<string> Names = Gen.Char["污水井盖供电路灯垃圾箱公厕牌行车（）ABz7"].Array[1, 8].Select(c => new string(c)).Where(n => !n.All(c => c is '（' or '）'));

    public static readonly Gen<CodedClass[]> Forests =
        from picks in Gen.Select(Gen.Bool, Gen.Int[0, 1000], Names).Array[1, 40]
        from codes in Gen.Shuffle(Enumerable.Range(0, 40).Select(i => $"g{i:x2}").ToArray())
        select Grow(picks, codes);

    public static CodedClass Part(string code, string? parent = null, string name = "井盖") => new()
    {
        Kind = ClassKind.Component,
        Code = new(code),
        Parent = parent is null ? null : new ClassCode(parent),
        Name = name,
    };

    public static CodedClass Matter(string code, string? parent = null, string name = "井盖异常") => Part(code, parent, name) with { Kind = ClassKind.Matter };

    public static CodeSystem Freeze(params CodedClass[] classes) => CodeSystem.Freeze(Info, classes);

    public static CodedClass Find(CodeSystem system, ClassKind kind, string code)
    {
        Assert.True(system.TryFind(kind, new ClassCode(code), out var found), $"{system} has no {kind} {code}");
        return found;
    }

    private static CodedClass[] Grow((bool Matter, int Parent, string Name)[] picks, string[] codes)
    {
        var rows = new List<CodedClass>();
        foreach (var (matter, parent, name) in picks)
        {
            var kind = matter ? ClassKind.Matter : ClassKind.Component;
            var above = rows.Where(r => r.Kind == kind).ToArray();
            rows.Add(new()
            {
                Kind = kind,
                Code = new(codes[rows.Count]),
                Parent = above.Length == 0 || parent % 5 == 0 ? null : above[parent % above.Length].Code,
                Name = name,
            });
        }

        return [.. rows];
    }
}
