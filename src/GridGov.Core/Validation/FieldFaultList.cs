using System.Globalization;

namespace GridGov;

/// <summary>Collects every fault of one element. Not thread-safe; one per check.</summary>
internal sealed class FieldFaultList
{
    private static readonly LocalizedText Nothing = new("missing", "缺失");
    private readonly List<FieldFault> _faults = [];

    public ValueList<FieldFault> ToList() => ValueList.From(_faults);

    /// <summary>The refusal that carries all faults, or null where there is none.</summary>
    public Refusal? ToRefusal(LocalizedText element) => _faults.Count == 0 ? null : new()
    {
        Code = RefusalCodes.ElementInvalid,
        Summary = new(
            string.Create(CultureInfo.InvariantCulture, $"The {element.En} has {_faults.Count} fault(s)."),
            string.Create(CultureInfo.InvariantCulture, $"{element.Zh}有 {_faults.Count} 处不合规。")),
        Unmet = ValueList.From(_faults.Select(f => f.ToCondition())),
        Fields = ToList(),
        Remedy = new("Correct every field listed and make it again.", "更正所列各字段后重新提交。"),
    };

    public void Add(string field, string code, LocalizedText value, LocalizedText rule, LegalBasis? basis = null) =>
        _faults.Add(new(field, code, value, rule, basis));

    public void Missing(string field, LegalBasis? basis = null) =>
        Add(field, FieldFaultCodes.Missing, Nothing, new("it must have a value", "必填"), basis);

    /// <summary>A typed id that must be there.</summary>
    public void Id<T>(string field, T id)
        where T : struct, IEquatable<T>
    {
        if (id.Equals(default))
            Missing(field);
    }

    /// <summary>A typed id that may be left out, but not given empty.</summary>
    public void Id<T>(string field, T? id)
        where T : struct, IEquatable<T>
    {
        if (id is { } given)
            Id(field, given);
    }

    public void Ids<T>(string field, ValueList<T> ids)
        where T : struct, IEquatable<T>
    {
        for (var i = 0; i < ids.Count; i++)
        {
            Id(At(field, i), ids[i]);
            if (!ids[i].Equals(default) && ids.AsSpan()[..i].Contains(ids[i]))
                Repeated(At(field, i));
        }
    }

    public void Repeated(string field) =>
        Add(field, FieldFaultCodes.Repeated, new("named twice", "重复"), new("it is named once", "只列一次"));

    public void Defined<T>(string field, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Add(field, FieldFaultCodes.Unknown, new("a value that is not known", "未知取值"),
                new($"it is one of the {Enum.GetValues<T>().Length} known ones", $"取值为已知的 {Enum.GetValues<T>().Length} 种之一"));
        }
    }

    /// <summary>A value that must be there and be known; the default value where it is not there.</summary>
    public T Defined<T>(string field, T? value)
        where T : struct, Enum
    {
        if (value is { } given)
            Defined(field, given);
        else
            Missing(field);
        return value.GetValueOrDefault();
    }

    /// <summary>A text; <paramref name="maxLength"/> counts Unicode characters. True where it is there and sound.</summary>
    public bool Text(string field, string? value, int maxLength, bool required, LegalBasis? basis = null, bool lines = false)
    {
        if (value is null || value.Length == 0)
        {
            if (required)
                Missing(field, basis);
            else if (value is not null)
                Blank(field, basis);
            return false;
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            Blank(field, basis);
            return false;
        }

        var sound = true;
        var length = TextLength.Of(value);
        if (length > maxLength)
        {
            TooLong(field, length, maxLength, basis);
            sound = false;
        }

        if (!TextLength.IsPrintable(value, lines))
        {
            Add(field, FieldFaultCodes.Form, new("text with a character that cannot be printed", "含不可打印字符的文本"),
                new("it has printable characters only", "只含可打印字符"), basis);
            sound = false;
        }

        return sound;
    }

    public bool Text(string field, Sensitive<string>? value, int maxLength, bool required, LegalBasis? basis = null, bool lines = false) =>
        Text(field, value?.Reveal(), maxLength, required, basis, lines);

    /// <summary>
    /// A coded identifier as people type it; what it means where it is there and sound. The fault tells a place and a class
    /// of character, never what stands there.
    /// </summary>
    public T? Code<T>(string field, string? text, bool required, LocalizedText name, LegalBasis? basis)
        where T : struct, IIdentifier<T>
    {
        if (text is null || text.Length == 0 && required)
        {
            if (required)
                Missing(field, basis);
        }
        else if (string.IsNullOrWhiteSpace(text))
            Blank(field, basis);
        else if (T.TryParse(text.AsSpan(), out var code, out var error))
            return code;
        else
            NoCode(field, text, name, error.Text, basis);
        return null;
    }

    /// <summary>A citizen number as people type it; it stays masked.</summary>
    public Sensitive<CitizenNumber>? CitizenNumber(string field, Sensitive<string>? text) =>
        Code<CitizenNumber>(field, text?.Reveal(), required: false, new("a citizen number", "公民身份号码"), new("GB 11643")) is { } number ? new(number) : null;

    /// <summary>A unified social credit code as people type it, both checks among its rules.</summary>
    public UnifiedSocialCreditCode? CreditCode(string field, string? text, bool required, LegalBasis? basis) =>
        Code<UnifiedSocialCreditCode>(field, text, required, new("a unified social credit code", "统一社会信用代码"), basis);

    /// <summary>A division code as people type it, of one level where that is given.</summary>
    public DivisionCode? Division(string field, string? text, bool required, GridLevel? level, LegalBasis? basis)
    {
        LocalizedText name = level switch
        {
            GridLevel.Street => new("the division code of a street, 9 digits", "9 位街道区划代码"),
            GridLevel.Community => new("the division code of a community, 12 digits", "12 位社区区划代码"),
            _ => new("a division code", "区划代码"),
        };
        if (Code<DivisionCode>(field, text, required, name, basis) is not { } code)
            return null;
        if (level is null || code.Level == level)
            return code;
        NoCode(field, text!, name, new ParseError(ParseReason.Level, 0, CharacterKind.Digit).Text, basis);
        return null;
    }

    public void TooLong(string field, int length, int maxLength, LegalBasis? basis) => Add(field, FieldFaultCodes.TooLong, Length(length),
        new($"it has at most {maxLength} characters", $"不超过 {maxLength} 个字符"), basis);

    /// <summary>A text whose characters are all of a set and whose length is one of a few.</summary>
    public void Form(string field, string? value, System.Buffers.SearchValues<char> characters, ReadOnlySpan<int> lengths, LocalizedText rule, LegalBasis? basis)
    {
        if (value is null || value.AsSpan().IndexOfAnyExcept(characters) < 0 && lengths.Contains(value.Length))
            return;
        Add(field, FieldFaultCodes.Form, Length(TextLength.Of(value)), rule, basis);
    }

    /// <summary>Two dates, the second not before the first.</summary>
    public void Order(string first, DateOnly? from, string second, DateOnly? until, LegalBasis? basis = null)
    {
        if (from is { } start && until is { } end && end < start)
        {
            var days = start.DayNumber - end.DayNumber;
            Add(second, FieldFaultCodes.DateOrder,
                new(string.Create(CultureInfo.InvariantCulture, $"a date {days} day(s) before {first}"), string.Create(CultureInfo.InvariantCulture, $"早于 {first} {days} 天的日期")),
                new($"it is not before {first}", $"不早于 {first}"), basis);
        }
    }

    public static string At(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index + 1}]");

    private void NoCode(string field, string text, LocalizedText name, LocalizedText why, LegalBasis? basis) =>
        Add(field, FieldFaultCodes.Form, Length(TextLength.Of(text)), new($"it is {name.En}: {why.En}", $"为{name.Zh}：{why.Zh}"), basis);

    private void Blank(string field, LegalBasis? basis) =>
        Add(field, FieldFaultCodes.Form, new("blank text", "空白文本"), new("it has a value or is left out", "填写内容或不填"), basis);

    private static LocalizedText Length(int length) => new(
        string.Create(CultureInfo.InvariantCulture, $"text of {length} character(s)"),
        string.Create(CultureInfo.InvariantCulture, $"{length} 个字符的文本"));
}
