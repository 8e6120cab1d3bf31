using static System.FormattableString;

namespace GridGov;

/// <summary>Checks the rows of a code system as a whole and lays them out in pre-order.</summary>
internal static class CodeSystemFreezer
{
    public static CodeSystem Freeze(CodeSystemInfo info, IEnumerable<CodedClass?> classes)
    {
        var faults = new List<Fault>();
        CheckInfo(info, faults);
        var rows = Present(classes, faults);
        if (rows.Count == 0)
            faults.Add(new("classes", "there is none; a code system has at least one"));
        if (info.Extension is { } rule)
        {
            foreach (var row in rows.Where(r => rule.IsLocal(r.Code)))
                faults.Add(new(Where(row), "its code is in the range left to cities; extend the system with it, or correct the rule"));
        }

        return Build(info, null, null, rows, faults);
    }

    public static CodeSystem Extend(CodeSystem @base, string city, CodeSystemInfo info, IEnumerable<CodedClass?> classes)
    {
        var faults = new List<Fault>();
        if (!TextId.IsValid(city, out var reason))
            faults.Add(new("city", reason!));
        CheckInfo(info, faults);
        if (info.From < @base.Info.From || info.Until > @base.Info.Until)
            faults.Add(new("dates", Invariant($"they leave those of {@base}, {@base.Info.From:O} to {@base.Info.Until:O}")));
        var own = Present(classes, faults);
        if (own.Count == 0)
            faults.Add(new("classes", "there is none; an extension adds at least one"));
        if (@base.Info.Extension is not { } rule)
        {
            faults.Add(new("extension", $"{@base} leaves no codes to cities"));
            own = [];
        }
        else
        {
            foreach (var row in own)
                CheckLocal(@base, rule, row, faults);
        }

        // A clash is told once, as such; the base's own class stays.
        var added = own.Where(r => !@base.TryFind(r.Kind, r.Code, out _));
        return Build(info, @base, city, [.. @base.Classes, .. added], faults);
    }

    private static void CheckLocal(CodeSystem @base, ExtensionRule rule, CodedClass row, List<Fault> faults)
    {
        if (row.Code == default)
            return;
        if (@base.TryFind(row.Kind, row.Code, out var taken))
            faults.Add(new(Where(row), $"the code is taken by {taken.Name} of {@base}; choose a free one"));
        else if (!rule.Fits(row.Code))
            faults.Add(new(Where(row), Invariant($"its code has not {rule.MajorDigits} digits for a major class or {rule.MajorDigits + rule.MinorDigits} for a minor one")));
        else if (!rule.IsLocal(row.Code))
            faults.Add(new(Where(row), Invariant($"its code is the standard's to give; local majors begin at {rule.LocalMajorFrom}, local minors at {rule.LocalMinorFrom}")));
        else if (row.Parent != rule.ParentOf(row.Code))
            faults.Add(new(Where(row), rule.ParentOf(row.Code) is { } parent ? $"its parent must be {parent}, as its digits say" : "it is a major class and has no parent"));
    }

    private static void CheckInfo(CodeSystemInfo info, List<Fault> faults)
    {
        if (!TextId.IsValid(info.Id, out var reason))
            faults.Add(new("id", reason!));
        if (info.Version < 1)
            faults.Add(new("version", Invariant($"it is {info.Version}; versions begin at 1")));
        if (info.Standard is null || string.IsNullOrWhiteSpace(info.Standard.Instrument))
            faults.Add(new("standard", "its instrument is missing"));
        if (string.IsNullOrWhiteSpace(info.Source))
            faults.Add(new("source", "it is missing; readers must know how sure the table is"));
        if (info.From > info.Until)
            faults.Add(new("dates", Invariant($"it ends on {info.Until:O}, before it begins on {info.From:O}")));
        info.Extension?.Check(faults);
    }

    private static List<CodedClass> Present(IEnumerable<CodedClass?> classes, List<Fault> faults)
    {
        var present = new List<CodedClass>();
        var number = 0;
        foreach (var row in classes)
        {
            number++;
            if (row is null)
                faults.Add(new(Invariant($"class {number}"), "it is null"));
            else
                present.Add(row);
        }

        return present;
    }

    private static CodeSystem Build(CodeSystemInfo info, CodeSystem? @base, string? city, List<CodedClass> rows, List<Fault> faults)
    {
        var all = rows.OrderBy(r => r.Kind).ThenBy(r => r.Code).ThenBy(r => r.Name, StringComparer.Ordinal).ToArray();
        var byKey = new Dictionary<(ClassKind, ClassCode), int>(all.Length);
        for (var i = 0; i < all.Length; i++)
        {
            CheckClass(all[i], faults);
            if (!byKey.TryAdd((all[i].Kind, all[i].Code), i) && all[i].Code != default)
                faults.Add(new(Where(all[i]), "the code occurs more than once within its kind; keep one class"));
        }

        var above = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            above[i] = -1;
            if (all[i].Parent is not { } parent)
                continue;
            if (byKey.TryGetValue((all[i].Kind, parent), out var at))
                above[i] = at;
            else
                faults.Add(new(Where(all[i]), $"its parent {parent} is no class of the same kind; add it or correct the code"));
        }

        CheckCircles(all, above, faults);
        return faults.Count > 0
            ? throw new DefinitionException(Invariant($"Code system \"{info.Id}\" version {info.Version}"), faults)
            : Layout(info, @base, city, all, above);
    }

    private static void CheckClass(CodedClass row, List<Fault> faults)
    {
        if (row.Code == default)
            faults.Add(new(Where(row), "its code is missing"));
        if (!Enum.IsDefined(row.Kind))
            faults.Add(new(Where(row), Invariant($"its kind {(int)row.Kind} is neither component nor matter")));
        if (string.IsNullOrWhiteSpace(row.Name))
            faults.Add(new(Where(row), "its Chinese name is missing"));
    }

    /// <summary>Names each class that comes back to itself when one walks from parent to parent. Linear in the rows.</summary>
    private static void CheckCircles(CodedClass[] all, int[] above, List<Fault> faults)
    {
        var walk = new int[all.Length];
        var circle = new bool[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            var at = i;
            for (; at >= 0 && walk[at] == 0; at = above[at])
                walk[at] = i + 1;
            for (; at >= 0 && walk[at] == i + 1 && !circle[at]; at = above[at])
            {
                circle[at] = true;
                faults.Add(new(Where(all[at]), "its parents form a circle; one of them must be a major class"));
            }
        }
    }

    private static CodeSystem Layout(CodeSystemInfo info, CodeSystem? @base, string? city, CodedClass[] all, int[] above)
    {
        // Slot 0 holds the major classes, slot i + 1 the children of row i; pushed from the last, popped from the first.
        var below = new List<int>[all.Length + 1];
        for (var i = 0; i < below.Length; i++)
            below[i] = [];
        for (var i = all.Length - 1; i >= 0; i--)
            below[above[i] + 1].Add(i);
        var order = new List<CodedClass>(all.Length);
        var parents = new List<int>(all.Length);
        var stack = new Stack<(int Row, int Parent)>(below[0].Select(i => (i, -1)));
        while (stack.TryPop(out var next))
        {
            var at = order.Count;
            order.Add(all[next.Row]);
            parents.Add(next.Parent);
            foreach (var child in below[next.Row + 1])
                stack.Push((child, at));
        }

        return new(info, @base, city, [.. order], [.. parents]);
    }

    private static string Where(CodedClass row) => row.Code == default ? $"{row.Kind} without a code" : $"{row.Kind} {row.Code}";
}
