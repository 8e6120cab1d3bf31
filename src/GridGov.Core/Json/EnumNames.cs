using System.Collections.Frozen;
using System.Text.Json;

namespace GridGov;

/// <summary>The names of an enumeration's values in documents: snake_case, exactly so. Immutable; thread-safe.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumNames<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _byName;
    private readonly FrozenDictionary<T, string> _names;

    public EnumNames()
    {
        var values = Enum.GetValues<T>();
        _names = values.ToFrozenDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
        _byName = values.ToFrozenDictionary(v => _names[v], v => v, StringComparer.Ordinal);
    }

    public string NameOf(T value) => _names.TryGetValue(value, out var name)
        ? name
        : throw new ArgumentException($"{typeof(T).Name} {value} is not known.", nameof(value));

    public T Parse(string name, string where) => _byName.TryGetValue(name, out var value)
        ? value
        : throw new JsonException($"{where}: \"{name}\" is not known; one of {string.Join(", ", _byName.Keys.Order(StringComparer.Ordinal))} is expected.");
}
