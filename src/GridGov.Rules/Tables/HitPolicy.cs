namespace GridGov.Rules;

/// <summary>What a table says when several of its rules match (命中策略). Source: DMN 1.x, 8.2.8.</summary>
public enum HitPolicy
{
    /// <summary>At most one rule matches; two are a fault (U, 唯一).</summary>
    Unique = 1,

    /// <summary>Several may match if they all say the same (A, 任意).</summary>
    Any = 2,

    /// <summary>The first rule that matches, in the order of the table (F, 首个).</summary>
    First = 3,

    /// <summary>Of those that match the one whose output comes first in the list of outputs (P, 优先级).</summary>
    Priority = 4,

    /// <summary>All that match, in the order of the table (R, 规则顺序).</summary>
    RuleOrder = 5,

    /// <summary>All that match, in the order of the list of outputs (O, 输出顺序).</summary>
    OutputOrder = 6,

    /// <summary>All that match, in no order that means anything; may be added up (C, 汇总).</summary>
    Collect = 7,
}

/// <summary>How collected outputs are added up (汇总方式).</summary>
public enum Aggregation
{
    /// <summary>The sum (C+).</summary>
    Sum = 1,

    /// <summary>The smallest (C&lt;).</summary>
    Min = 2,

    /// <summary>The largest (C&gt;).</summary>
    Max = 3,

    /// <summary>How many different ones (C#).</summary>
    Count = 4,
}
