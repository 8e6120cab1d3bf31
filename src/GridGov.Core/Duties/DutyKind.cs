namespace GridGov;

/// <summary>
/// The kinds of items of a duty list. Source: community lists of Erqi 二七区 (依法履职, 依法协助), the town lists of the
/// national reform of 2025 (基本, 配合, 收回) and Sichuan's negative lists, see the glossary.
/// </summary>
public enum DutyKind
{
    /// <summary>Statutory (依法履职): the body's own duty by law.</summary>
    Statutory = 1,

    /// <summary>Assisted (依法协助): another body is responsible, this one helps.</summary>
    Assisted = 2,

    /// <summary>Social (社会组织可承接): may be bought from a social organisation.</summary>
    Social = 3,

    /// <summary>Temporary (临时): admitted until a stated day.</summary>
    Temporary = 4,

    /// <summary>Reclaimed (上级收回): taken back by a higher body, which does it itself.</summary>
    Reclaimed = 5,

    /// <summary>Forbidden (负面): may not be assigned at all.</summary>
    Forbidden = 6,

    /// <summary>Basic (基本履行, 基本履职): of a town's list; the town must do it and answers for it wholly (secondary source).</summary>
    Basic = 7,

    /// <summary>
    /// Cooperative (配合履行, 配合履职): of a town's list; a department leads and the town answers for its part
    /// (secondary source).
    /// </summary>
    Cooperative = 8,
}
