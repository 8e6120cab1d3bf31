using CsCheck;
using static GridGov.Core.Tests.CodeSamples;

namespace GridGov.Core.Tests;

/// <summary>Random crosswalks along four systems of equal classes.</summary>
public class CrosswalkLawTests
{
    private const int Size = 8;

    // Every class has the same name, so that exact lines are sound between any two.
    private static readonly CodeSystem[] Systems =
        [.. Enumerable.Range(0, 4).Select(s => CodeSystem.Freeze(Info with { Id = $"s{s}" }, Enumerable.Range(0, Size).Select(i => Part($"{(char)('a' + s)}{i}"))))];

    private static readonly Gen<(int Relation, int[] Targets)> Picks = Gen.Select(Gen.Int[0, 4], Gen.Int[0, Size - 1].Array[1, 3]);

    private static readonly Gen<Crosswalk[]> Chains = Picks.Array[Size].Array[3].Select(walks => walks.Index().Select(w => Make(w.Index, w.Item)).ToArray());

    [Fact]
    public void Composing_does_not_depend_on_where_one_begins() => Chains.Sample(c => Assert.Equal(
        Said(c[0].Compose("x", c[1]).Compose("y", c[2])),
        Said(c[0].Compose("y", c[1].Compose("x", c[2])))));

    [Fact]
    public void Composing_is_never_surer_than_a_part_and_leads_where_the_parts_lead() => Chains.Sample(c =>
    {
        var whole = c[0].Compose("x", c[1]);
        foreach (var row in Systems[0].Classes)
        {
            var (first, both) = (c[0].Map(row.Kind, row.Code).Value, whole.Map(row.Kind, row.Code).Value);
            var onward = first.Targets.Select(t => c[1].Map(t).Value).ToArray();
            Assert.True(both.Relation >= first.Relation);
            Assert.Equal(onward.SelectMany(m => m.Targets).Distinct().OrderBy(t => t.Code), both.Targets);
            if (onward.Any(m => m.Relation >= CodeRelation.Inferred))
                Assert.True(both.Relation >= CodeRelation.Inferred);
            Assert.Equal(both.Relation == CodeRelation.None, both.Targets.IsEmpty);
            Assert.Equal(first.IsStated, both.IsStated);
        }
    });

    [Fact]
    public void The_same_crosswalk_before_and_after_changes_nothing() => Chains.Sample(c =>
    {
        Assert.Equal(Said(c[0]), Said(Same(0).Compose("x", c[0])).Where(l => c[0].Entries.Any(e => e.Source == l.Source)));
        Assert.Equal(Said(c[0]), Said(c[0].Compose("x", Same(1))));
    });

    [Fact]
    public void The_way_back_leads_to_where_one_came_from_and_is_no_surer() => Chains.Sample(c =>
    {
        var back = c[0].Reverse("back");
        foreach (var from in Systems[0].Classes)
        {
            foreach (var to in Systems[1].Classes)
            {
                var (there, again) = (c[0].Map(from.Kind, from.Code).Value, back.Map(to.Kind, to.Code).Value);
                var leads = there.Targets.Any(t => t.Code == to.Code);
                Assert.Equal(leads, again.Targets.Any(t => t.Code == from.Code));
                Assert.True(!leads || again.Relation >= there.Relation);
            }
        }
    });

    [Fact]
    public void The_order_of_the_lines_does_not_matter() =>
        (from chain in Chains from lines in Gen.Shuffle(chain[0].Entries.ToArray()) select (chain[0], lines)).Sample((walk, lines) =>
            Assert.Equal(walk.Entries, Crosswalk.Freeze("x", 1, Systems[0], Systems[1], lines).Entries));

    private static Crosswalk Same(int system) => Crosswalk.Freeze("same", 1, Systems[system], Systems[system], Systems[system].Classes.Select(c => Line(c.Code, CodeRelation.Exact, [c.Code])));

    private static Crosswalk Make(int at, (int Relation, int[] Targets)[] picks) => Crosswalk.Freeze("w", 1, Systems[at], Systems[at + 1], picks.Index().Where(p => p.Item.Relation > 0).Select(p =>
    {
        var relation = (CodeRelation)p.Item.Relation;
        var targets = p.Item.Targets.Distinct().Take(relation == CodeRelation.Inferred ? 3 : relation == CodeRelation.None ? 0 : 1);
        return Line(Systems[at].Classes[p.Index].Code, relation, [.. targets.Select(t => Systems[at + 1].Classes[t].Code)]);
    }));

    private static CrosswalkEntry Line(ClassCode code, CodeRelation relation, ClassCode[] targets) =>
        new() { Kind = ClassKind.Component, Source = code, Targets = ValueList.From(targets), Relation = relation, Basis = "made up" };

    private static List<(ClassCode Source, CodeRelation Relation, ValueList<ClassCode> Targets)> Said(Crosswalk walk) =>
        [.. walk.Entries.Select(e => (e.Source, e.Relation, e.Targets))];
}
