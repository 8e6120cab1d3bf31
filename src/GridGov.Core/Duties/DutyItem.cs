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
}

/// <summary>One item of a duty list (清单事项). Immutable and thread-safe.</summary>
public sealed record DutyItem
{
    /// <summary>The item's code, unique in its list.</summary>
    public required DutyCode Code { get; init; }

    /// <summary>The item's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What kind of duty it is.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>The instrument that makes it a duty, or forbids it.</summary>
    public required LegalBasis Basis { get; init; }

    /// <summary>The first day on which the item is in force, or null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which the item is in force, or null for always; required for <see cref="DutyKind.Temporary"/>.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The levels whose bodies may assign it; empty for every level.</summary>
    public ValueList<GridLevel> AssignableBy { get; init; }

    /// <summary>The body that does it instead; required for <see cref="DutyKind.Reclaimed"/>.</summary>
    public BodyId? TakenOverBy { get; init; }

    /// <summary>Whether it may be assigned only with its funding (费随事转).</summary>
    public bool NeedsFunding { get; init; }

    /// <summary>How often a year it may be assigned, or null without a cap.</summary>
    public int? YearlyCap { get; init; }
}
