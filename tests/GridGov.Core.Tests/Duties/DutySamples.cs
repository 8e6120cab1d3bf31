namespace GridGov.Core.Tests;

internal static class DutySamples
{
    public static readonly LegalBasis Basis = new("Town duty list 2026", "Art. 1");

    public static DutyItem Item(string code, DutyKind kind = DutyKind.Statutory) => new()
    {
        Code = new(code),
        Name = new($"Repair {code}", $"修复{code}"),
        Kind = kind,
        Basis = Basis,
    };

    public static DutyList Freeze(params DutyItem[] items) => DutyList.Freeze("town-2026", 3, new("office"), Basis, items);
}
