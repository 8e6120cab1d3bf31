using CityDay.Input;
using GridGov;

namespace CityDay.City;

/// <summary>What to play.</summary>
/// <param name="Input">A file, or null for the generated city.</param>
/// <param name="Format">The file's format.</param>
/// <param name="Seed">The seed of everything that is drawn.</param>
/// <param name="Days">Days of the generated city.</param>
/// <param name="PerDay">Reports on a workday of the generated city.</param>
internal sealed record ScriptRequest(string? Input, string Format, int Seed, int Days, int PerDay);

/// <summary>Makes the script of a run from its input.</summary>
internal static class Scripts
{
    private const string DrawnNote =
        "Handling times are drawn from the seed: the shape is Boston's of 2011, the share that is late is Pingshan's of 2018 per kind, the limits are assumed.";

    private const string LaterStepsNote =
        "How soon results are checked and whether reporters answer is in neither data set: checking within 6 working hours and every second reporter answering are assumed.";

    /// <exception cref="InputException">The input cannot be used at all.</exception>
    public static CityScript Make(ScriptRequest request, CancellationToken ct)
    {
        if (request.Input is null)
            return Generated(request, ct);
        return request.Format switch
        {
            PingshanFormat.FormatName => Pingshan(request, ct),
            BostonFormat.FormatName => Boston(request, ct),
            _ => OwnFile(request, ct),
        };
    }

    private static CityScript Generated(ScriptRequest request, CancellationToken ct)
    {
        var rows = GeneratedCity.Rows(request.Seed, request.Days, request.PerDay, ct);
        var head = new CityScriptHead(
            GeneratedCity.Name,
            GeneratedCity.ChineseName,
            $"generated, seed {request.Seed}",
            rows.Count,
            [],
            request.Seed,
            ReworkPer10000: 11,
            [
                "The city, its reports and its workers are generated; proportions are counted from public data of Pingshan (2018) and Boston (2011).",
                DrawnNote,
                LaterStepsNote,
                "11 of 10,000 results are sent back once, as Fuzhou published for the second quarter of 2022 (0.11 %, secondary source).",
            ]);
        return ChineseCity.Script(head, GeneratedCity.Tree(), rows, ChineseStandards.Calendar, GeneratedCity.Root, GeneratedCity.Size) with { SizeRule = GeneratedCity.SizeRule };
    }

    private static CityScript OwnFile(ScriptRequest request, CancellationToken ct)
    {
        var tree = GeneratedCity.Tree();
        var format = new GridGovFormat(ChineseStandards.Calendar.Zone, code => PathOf(tree, code), name => ChineseStandards.TryKind(name, out _));
        var (rows, rejections) = Read(request, format, ct);
        var head = new CityScriptHead(
            GeneratedCity.Name,
            GeneratedCity.ChineseName,
            Path.GetFileName(request.Input!),
            rows.Count + rejections.Count,
            rejections,
            request.Seed,
            ReworkPer10000: 11,
            ["Reports are the file's, on the grids and kinds of the generated city.", DrawnNote, LaterStepsNote]);
        return ChineseCity.Script(head, tree, rows, ChineseStandards.Calendar, GeneratedCity.Root, GeneratedCity.Size) with { SizeRule = GeneratedCity.SizeRule };
    }

    private static CityScript Pingshan(ScriptRequest request, CancellationToken ct)
    {
        var (rows, rejections) = Read(request, new PingshanFormat(), ct, RejectUnknownKind);
        var root = new GridCode("PS");
        var tree = PlaceTree.Of(new(root, null, "坪山区", GridLevel.District), rows, GridLevel.Street, GridLevel.Community);
        var head = new CityScriptHead(
            "Pingshan, Shenzhen, 2018",
            "深圳市坪山区（2018年）",
            Path.GetFileName(request.Input!),
            rows.Count + rejections.Count,
            rejections,
            request.Seed,
            ReworkPer10000: 0,
            [
                "Reports, places, kinds and on-time flags are the district's own; the file has no closing times.",
                "Handling times are drawn so that each agrees with the district's flag: equal flags show that clocks, queue and log agree, not that the limits are the district's. " + DrawnNote,
                LaterStepsNote,
            ]);
        var calendar = ChineseStandards.Calendar.With(HolidayTable.China);
        return ChineseCity.Script(head, tree, rows, calendar, root, new(GridLevel.Community, 10, 1000, 100));
    }

    private static CityScript Boston(ScriptRequest request, CancellationToken ct)
    {
        var (rows, rejections) = Read(request, new BostonFormat(), ct);
        var head = new CityScriptHead(
            "Boston 311, third quarter of 2011",
            "波士顿311（2011年第三季度）",
            Path.GetFileName(request.Input!),
            rows.Count + rejections.Count,
            rejections,
            request.Seed,
            ReworkPer10000: 0,
            [
                "Reports, places, types and closing times are the city's own; a case counts as handled when the city closed it.",
                "Limits per type were derived from the city's own target times, so equal deadlines show that the calendar counts as the city does.",
                "Boston publishes no duty list: every type is admitted. Where the city sets no target, a clock of 365 days stands in and is not compared.",
                LaterStepsNote,
            ]);
        return BostonCity.Script(head, rows);
    }

    private static (List<InputRow> Rows, List<Rejection> Rejections) Read(
        ScriptRequest request, IInputFormat format, CancellationToken ct, Func<InputRow, Rejection?>? check = null)
    {
        var rows = new List<InputRow>();
        var rejections = new List<Rejection>();
        foreach (var item in InputFile.Read(request.Input!, format, ct))
        {
            if (!item.IsRow)
                rejections.Add(item.Rejection);
            else if ((Unnameable(item.Row, format) ?? check?.Invoke(item.Row)) is { } rejection)
                rejections.Add(rejection);
            else
                rows.Add(item.Row);
        }

        if (rows.Count == 0)
        {
            var first = rejections[0];
            throw new InputException(request.Input!, $"none of the {rejections.Count} rows can be used; the first: {first.Reason}", first.Remedy)
            {
                Line = first.Line,
                Column = first.Column,
                Value = first.Value,
            };
        }

        return (rows, rejections);
    }

    private static Rejection? RejectUnknownKind(InputRow row) => ChineseStandards.TryKind(row.Category, out _)
        ? null
        : new(row.Line, 1, "EVENT_TYPE_NAME", row.Category, "no case standard names this kind of matter", "Use one of the 18 kinds of the data set");

    // What a line names becomes identifiers of the library, which has rules for them; a unit is part of its workers' ids.
    private static Rejection? Unnameable(InputRow row, IInputFormat format)
    {
        const int longestUnit = 40;
        if (row.Unit is { Length: > longestUnit } unit)
            return Named("unit", unit, $"it has {unit.Length} characters, at most {longestUnit} are allowed");
        if (!TextId.IsValid(row.Id, out var reason))
            return Named(format.IdColumn, row.Id, reason!);
        foreach (var value in row.Place.Select(step => step.Code).Append(row.Category).Append(row.Unit ?? row.Category))
        {
            if (!TextId.IsValid(value, out reason))
                return Named("class, place or unit", value, reason!);
        }

        return null;

        Rejection Named(string field, string value, string why) =>
            new(row.Line, 1, field, value, $"it cannot serve as an identifier: {why}", "Shorten or correct it");
    }

    private static IReadOnlyList<GridStep>? PathOf(GridTree tree, string code)
    {
        if (!tree.TryFind(code.AsSpan(), out var node))
            return null;
        return [.. tree.PathTo(node).Skip(1).Select(n => new GridStep(tree.CodeOf(n).Value, tree.NameOf(n)))];
    }
}
