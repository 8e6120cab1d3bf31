namespace GridGov.Assignment;

/// <summary>Everything that stands between a worker and a case. The first half does not pass by waiting.</summary>
[Flags]
internal enum Obstacles
{
    None = 0,
    LacksSkill = 1,
    CertificateExpired = 2,
    Excluded = 4,
    Separated = 8,
    OtherBody = 16,
    OtherPost = 32,
    Lasting = 63,
    OnLeave = 64,
    OffDuty = 128,
    OnlyUrgent = 256,
    Reserved = 512,
    Full = 1024,
    HeldForPreferred = 2048,
}

/// <summary>What orders two workers of one level, most important first.</summary>
/// <param name="Order">Post, continuity and missing nice-to-have skills, a byte each.</param>
/// <param name="Choice">What the policy looks at; less is better.</param>
/// <param name="Taken">When last given something.</param>
/// <param name="Worker">The position on the roster.</param>
internal readonly record struct Cost(int Order, double Choice, long Taken, int Worker)
{
    public int PostRank => Order >> 16;

    public int Continuity => (Order >> 8) & 255;

    public int MissingNice => Order & 255;

    public bool ComesBefore(in Cost other)
    {
        if (Order != other.Order)
            return Order < other.Order;
        if (Choice != other.Choice)
            return Choice < other.Choice;
        return Taken != other.Taken ? Taken < other.Taken : Worker < other.Worker;
    }
}
