using System.Globalization;
using System.Runtime.InteropServices;

namespace GridGov.Assignment;

/// <summary>
/// One bit for every skill and level that somebody has; who has a level has the bits of the lower ones too, so that
/// "at least" is one test of a mask. Bits once given stay, so that sets stay valid from one roster to the next.
/// </summary>
internal sealed class SkillVocabulary
{
    private readonly Dictionary<string, Level[]> _levels;
    private readonly List<string> _texts;

    private SkillVocabulary(Dictionary<string, Level[]> levels, List<string> texts) => (_levels, _texts) = (levels, texts);

    public int Count => _texts.Count;

    public static string Language(string name) => "\u0001" + name;

    /// <summary>Adds the names of one worker, by name a bit for each level.</summary>
    public static void Gather(Worker worker, Dictionary<string, int> levels)
    {
        foreach (var name in worker.Skills)
            Find(name, 1);
        foreach (var (name, level) in worker.SkillLevels)
            Find(name, level);
        foreach (var certificate in worker.Certificates)
            Find(certificate.Name, certificate.Level);
        foreach (var name in worker.Languages)
            Find(Language(name), 1);

        void Find(string name, int level) => CollectionsMarshal.GetValueRefOrAddDefault(levels, name, out _) |= 1 << level;
    }

    /// <summary>A vocabulary that knows what a former one knew, and these names with their levels.</summary>
    public static SkillVocabulary Of(Dictionary<string, int> names, SkillVocabulary? former)
    {
        var texts = former is null ? [] : new List<string>(former._texts);
        var levels = former is null ? new(StringComparer.Ordinal) : new Dictionary<string, Level[]>(former._levels, StringComparer.Ordinal);
        var found = names.OrderBy(n => n.Key, StringComparer.Ordinal)
            .SelectMany(n => Enumerable.Range(1, 9).Where(l => (n.Value >> l & 1) == 1).Select(l => (n.Key, l)));
        foreach (var (name, level) in found)
        {
            var known = levels.GetValueOrDefault(name, []);
            if (Array.Exists(known, k => k.At == level))
                continue;
            levels[name] = [.. known.Append(new(level, texts.Count)).OrderBy(k => k.At)];
            texts.Add(level == 1 ? name.TrimStart('\u0001') : string.Create(CultureInfo.InvariantCulture, $"{name} {level}"));
        }

        return new(levels, texts);
    }

    /// <summary>The bits of who has a skill at a level: that of the level and of all below.</summary>
    public ulong Held(string name, int level)
    {
        ulong bits = 0;
        foreach (var known in _levels[name])
            bits |= known.At <= level ? 1UL << known.Bit : 0;
        return bits;
    }

    /// <summary>The bit of who has a skill at a level or above, or 0 when nobody can.</summary>
    public ulong Needed(string name, int level)
    {
        foreach (var known in _levels.GetValueOrDefault(name, []))
        {
            if (known.At >= level)
                return 1UL << known.Bit;
        }

        return 0;
    }

    public ulong HeldFor(Worker worker)
    {
        ulong bits = 0;
        foreach (var name in worker.Skills)
            bits |= Held(name, 1);
        foreach (var (name, level) in worker.SkillLevels)
            bits |= Held(name, level);
        foreach (var name in worker.Languages)
            bits |= Held(Language(name), 1);
        return bits;
    }

    /// <summary>The names behind a mask, in the order of their bits.</summary>
    public IEnumerable<string> Names(ulong bits)
    {
        for (var bit = 0; bit < _texts.Count; bit++)
        {
            if ((bits >> bit & 1) == 1)
                yield return _texts[bit];
        }
    }

    private readonly record struct Level(int At, int Bit);
}
