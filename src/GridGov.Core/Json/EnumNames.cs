using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GridGov;

/// <summary>The names of an enumeration's values in documents. Immutable; thread-safe.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
internal sealed class EnumNames<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _byName;
    private readonly FrozenDictionary<T, string> _names;

    private EnumNames(Func<string, string> name, StringComparer comparer)
    {
        var values = Enum.GetValues<T>();
        _names = values.ToFrozenDictionary(v => v, v => name(v.ToString()));
        _byName = values.ToFrozenDictionary(v => _names[v], v => v, comparer);
    }

    /// <summary>Names in snake_case, exactly so, as the vocabulary and the log have them.</summary>
    public static EnumNames<T> Snake() => new(JsonNamingPolicy.SnakeCaseLower.ConvertName, StringComparer.Ordinal);

    /// <summary>Names such as MicroGrid, in any case, as people write them in definitions.</summary>
    public static EnumNames<T> Pascal() => new(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, in ordinal order, for those who have to choose another.</summary>
    public string Choices => string.Join(", ", _names.Values.Order(StringComparer.Ordinal));

    public bool TryGetName(T value, [MaybeNullWhen(false)] out string name) => _names.TryGetValue(value, out name);

    public bool TryParse(string name, out T value) => _byName.TryGetValue(name, out value);

    public string NameOf(T value) => TryGetName(value, out var name)
        ? name
        : throw new ArgumentException($"{typeof(T).Name} {value} is not known.", nameof(value));

    public T Parse(string name, string where) => TryParse(name, out var value)
        ? value
        : throw new JsonException($"{where}: \"{name}\" is not known; one of {Choices} is expected.");
}
