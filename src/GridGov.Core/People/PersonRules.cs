namespace GridGov;

/// <summary>What the records that name a person ask of their fields.</summary>
internal static class PersonRules
{
    /// <summary>姓名 C50 in schemas that implement GB/T 31000-2015; secondary source.</summary>
    public const int MaxNameLength = 50;

    /// <summary>Assumed; the length of 联系方式 is in no source.</summary>
    public const int MaxContactLength = 50;

    /// <summary>Assumed; the length of 门（楼）详址 is in no source.</summary>
    public const int MaxAddressLength = 200;

    /// <summary>The standard whose implementing schemas the fields follow.</summary>
    public static LegalBasis Basis { get; } = new("GB/T 31000-2015");
}
