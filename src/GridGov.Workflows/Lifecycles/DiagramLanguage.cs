namespace GridGov.Workflows;

/// <summary>In which language the pictures of a lifecycle name its steps and ways.</summary>
public enum DiagramLanguage
{
    /// <summary>English names.</summary>
    English = 0,

    /// <summary>Chinese names.</summary>
    Chinese = 1,

    /// <summary>Chinese and English names of steps; Chinese names and triggers of ways.</summary>
    Both = 2,
}
