using System.Text;

namespace GridGov.Workflows;

/// <content>Lifecycles as documents.</content>
public sealed partial class LifecycleDefinition
{
    /// <summary>Reads a lifecycle from JSON, format 1 of <c>docs/formats.md</c>.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="guards">The guards that it may name; null for those of the library.</param>
    /// <exception cref="DefinitionException">
    /// The document cannot be read (located by line, byte and path), names a guard that is not known, or the lifecycle is
    /// not sound: every fault is listed.
    /// </exception>
    public static LifecycleDefinition FromJson(ReadOnlySpan<byte> utf8, GuardRegistry? guards = null) =>
        LifecycleJson.Read(utf8, guards ?? GuardRegistry.BuiltIn);

    /// <summary>Reads a lifecycle from JSON, format 1 of <c>docs/formats.md</c>.</summary>
    /// <param name="json">The document.</param>
    /// <param name="guards">The guards that it may name; null for those of the library.</param>
    /// <exception cref="DefinitionException">As for bytes.</exception>
    public static LifecycleDefinition FromJson(string json, GuardRegistry? guards = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FromJson(Encoding.UTF8.GetBytes(json), guards);
    }

    /// <summary>
    /// The lifecycle as JSON in UTF-8, format 1; the same bytes for the same lifecycle. Guards stand in it by name: read
    /// with a registry that knows them, it is the same lifecycle again.
    /// </summary>
    public byte[] ToJson() => LifecycleJson.Write(this);
}
