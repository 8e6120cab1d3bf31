using static System.FormattableString;

namespace GridGov;

/// <summary>Reads the lines of a crosswalk from CSV and holds the names in it against both systems.</summary>
internal static class CrosswalkCsv
{
    private const string What = "The crosswalk's table";

    public static List<CrosswalkEntry> Read(string text, CodeSystem source, CodeSystem target, string basis)
    {
        var table = new CsvTable(What, text);
        var (kind, old, @new) = (table.Require("kind"), table.Require("old_code4", "old_code"), table.Require("new_code5", "new_code"));
        var (oldName, newName) = (table.Find("old_name_in_yuncheng", "old_name"), table.Find("new_name"));
        var entries = new List<CrosswalkEntry>();
        table.ThrowIfFaulty();
        foreach (var row in table.Rows())
        {
            var where = Invariant($"line {row.Line}");
            var of = CodeTableCsv.KindOf(row[kind]);
            if (of is null)
                table.Fault(where, $"the kind \"{row[kind]}\" is neither of components nor of matters");
            string? reason = null;
            var soundOld = TextId.IsValid(row[old], out var reasonOld);
            var soundNew = row[@new].Length == 0 || TextId.IsValid(row[@new], out reason);
            if (!soundOld)
                table.Fault(where, $"its old code is none: {reasonOld}");
            if (!soundNew)
                table.Fault(where, $"its new code is none: {reason}");
            if (of is not { } known || !soundOld || !soundNew)
                continue;
            var from = Named(source, known, new(row[old]), oldName < 0 ? null : row[oldName], where, table);
            var to = row[@new].Length == 0 ? null : Named(target, known, new(row[@new]), newName < 0 ? null : row[newName], where, table);
            if (from is not null && (to is not null || row[@new].Length == 0))
                entries.Add(Entry(from, to, basis));
        }

        table.ThrowIfFaulty();
        return entries;
    }

    private static CrosswalkEntry Entry(CodedClass from, CodedClass? to, string basis) => new()
    {
        Kind = from.Kind,
        Source = from.Code,
        Targets = to is null ? [] : [to.Code],
        Relation = to is null ? CodeRelation.None : from.Name == to.Name ? CodeRelation.Exact : CodeRelation.Inferred,
        Basis = basis,
        Note = to is null || from.Name == to.Name ? null : $"{from.Name} → {to.Name}",
    };

    private static CodedClass? Named(CodeSystem system, ClassKind kind, ClassCode code, string? name, string where, CsvTable table)
    {
        if (!system.TryFind(kind, code, out var found))
            table.Fault(where, $"{kind} {code} is no class of {system}");
        else if (!string.IsNullOrEmpty(name) && found.Name != name)
            table.Fault(where, $"{kind} {code} is {found.Name} in {system}, not {name}; the table is of another system or version");
        return found;
    }
}
