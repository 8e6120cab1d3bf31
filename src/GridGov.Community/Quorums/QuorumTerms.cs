namespace GridGov.Community;

/// <summary>What is counted (计数口径).</summary>
public enum QuorumMeasure
{
    /// <summary>People, each once; owners by the counting rule of <see cref="OwnerRegister"/> (人数).</summary>
    People = 1,

    /// <summary>Households (户数).</summary>
    Households = 2,

    /// <summary>The area of exclusive parts, in square metres (专有部分面积).</summary>
    Area = 3,

    /// <summary>Elected representatives (代表).</summary>
    Delegates = 4,
}

/// <summary>Who is counted.</summary>
public enum QuorumGroup
{
    /// <summary>All who may take part (应到、有权参加).</summary>
    Entitled = 1,

    /// <summary>Those who came, in person or by a valid proxy (实到).</summary>
    Present = 2,

    /// <summary>Those who cast a vote, abstentions and spoilt votes among them (参与表决).</summary>
    Participating = 3,

    /// <summary>Those who said yes (同意).</summary>
    Yes = 4,

    /// <summary>Those who said no (反对).</summary>
    No = 5,
}

/// <summary>How a part compares with a share of the whole. 民法典 art. 1259: 以上 includes the number, 过半数 does not.</summary>
public enum QuorumComparison
{
    /// <summary>At least the share (以上).</summary>
    AtLeast = 1,

    /// <summary>More than the share (过、超过).</summary>
    MoreThan = 2,
}
