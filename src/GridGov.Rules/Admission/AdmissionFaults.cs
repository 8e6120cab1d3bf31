namespace GridGov.Rules;

/// <summary>The conditions that a task does not meet. The decision is that there are none; the explanation reads the same bits.</summary>
[Flags]
internal enum AdmissionFaults
{
    None = 0,
    NotListed = 1,
    NotInForce = 1 << 1,
    Forbidden = 1 << 2,
    TakenOver = 1 << 3,
    Level = 1 << 4,
    Body = 1 << 5,
    ToLevel = 1 << 6,
    ToBody = 1 << 7,
    Funding = 1 << 8,
    Cap = 1 << 9,
    Assessment = 1 << 10,
    Evidence = 1 << 11,
    Form = 1 << 12,
    UnknownForm = 1 << 13,
    Repeated = 1 << 14,
}
