namespace GridGov;

/// <summary>
/// Where and why a text is not an identifier. It holds a place and two classes and never a character of the text, so
/// it may be logged for personal numbers too. Immutable and thread-safe; the default value means that there is no error.
/// </summary>
/// <param name="Reason">Why.</param>
/// <param name="Position">
/// Where, from 0, in the units of the input: UTF-16 characters or UTF-8 bytes, separators counted. The length of the
/// input stands for its end. For a part that is wrong as a whole it is the part's first character.
/// </param>
/// <param name="Found">What stands there.</param>
public readonly record struct ParseError(ParseReason Reason, int Position, CharacterKind Found)
{
    /// <summary>Reason, place and what was found, in English and Chinese. Positions are counted from 1, as people do.</summary>
    public LocalizedText Text
    {
        get
        {
            var why = Why();
            return Reason is ParseReason.None or ParseReason.Empty
                ? why
                : new(
                    string.Create(null, stackalloc char[128], $"{why.En} (at position {Position + 1L}, {FoundText.En})"),
                    string.Create(null, stackalloc char[128], $"{why.Zh}（第 {Position + 1L} 位，{FoundText.Zh}）"));
        }
    }

    /// <summary>The English text, whatever the current culture.</summary>
    public override string ToString() => Text.En;

    private LocalizedText FoundText => Found switch
    {
        CharacterKind.End => new("the end", "文本结尾"),
        CharacterKind.Digit => new("a digit", "数字"),
        CharacterKind.Letter => new("a letter", "字母"),
        CharacterKind.Space => new("a space", "空白"),
        CharacterKind.Hyphen => new("a hyphen", "连字符"),
        CharacterKind.Mask => new("a masking asterisk", "掩码星号"),
        CharacterKind.Control => new("a control character", "控制字符"),
        CharacterKind.Invalid => new("invalid text", "无效编码"),
        _ => new("another character", "其他字符"),
    };

    private LocalizedText Why() => Reason switch
    {
        ParseReason.None => new("no error", "无错误"),
        ParseReason.Empty => new("it is empty", "内容为空"),
        ParseReason.Character => new("a character cannot stand here", "此处不允许该字符"),
        ParseReason.Length when Found == CharacterKind.End => new("it ends at a length that it cannot have", "位数不符"),
        ParseReason.Length => new("it goes on after its last character", "位数过多"),
        ParseReason.Province => new("no province has this code", "省级代码不存在"),
        ParseReason.Gap => new("a lower division is named without the one above it", "缺少上级区划代码"),
        ParseReason.Level => new("the division is not of the level needed here", "区划级别不符"),
        ParseReason.Date => new("the date does not exist or is too early", "日期不存在或过早"),
        ParseReason.Century => new("15 digits do not tell the century; ask for the number of 18 characters", "15 位号码无法确定世纪，请使用 18 位号码"),
        ParseReason.Zero => new("a part that is counted from one is zero", "序号或类别不能为零"),
        ParseReason.InnerCheck => new("the check character of the organisation code does not fit; something was mistyped", "组织机构代码校验码不符，请核对"),
        ParseReason.Check => new("the check character does not fit; something was mistyped", "校验码不符，请核对"),
        _ => new("it is not valid", "无效"),
    };
}
