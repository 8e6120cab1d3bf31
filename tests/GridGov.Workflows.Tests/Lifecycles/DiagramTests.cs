using CsCheck;

namespace GridGov.Workflows.Tests;

public sealed class DiagramTests
{
    [Fact]
    public void A_Mermaid_picture_in_both_languages() => Assert.Equal(
        """
        stateDiagram-v2
            state "在办 Open ⟲ 补充 annotate ⟲ 挂账 suspend ⟲ 恢复 resume" as open {
                state "受理 Accept" as accept
                state "处置 Handle" as handle
            }
            state "核查 Check" as check
            state "归档 Archive" as archive
            state "作废 Voided" as voided
            handle: ⟲ 延期 extend
            [*] --> accept
            accept --> handle: 派遣 assign
            accept --> accept: 督办 urge
            accept --> accept: 收回 recall
            handle --> accept: 收回 recall
            open --> voided: 作废 void
            handle --> check: 处置反馈 report
            check --> archive: 核查通过 verify
            check --> handle: 返工 rework
            check --> check: 督办 urge
            archive --> [*]
            voided --> [*]
        """.ReplaceLineEndings("\n"),
        Repair.Loop.ToMermaid(DiagramLanguage.Both));

    [Fact]
    public void A_DOT_picture_in_English() => Assert.Equal(
        """
        digraph "repair v1" {
            compound=true;
            rankdir=LR;
            node [shape=box, style=rounded];
            "" [shape=point];
            subgraph "cluster_open" {
                label="Open ⟲ annotate ⟲ suspend ⟲ resume";
                "accept" [label="Accept"];
                "handle" [label="Handle\n⟲ extend"];
            }
            "check" [label="Check"];
            "archive" [label="Archive", peripheries=2];
            "voided" [label="Voided", peripheries=2];
            "" -> "accept";
            "accept" -> "handle" [label="assign"];
            "accept" -> "accept" [label="urge"];
            "accept" -> "accept" [label="recall"];
            "handle" -> "accept" [label="recall"];
            "accept" -> "voided" [label="void", ltail="cluster_open"];
            "handle" -> "check" [label="report the result"];
            "check" -> "archive" [label="verify"];
            "check" -> "handle" [label="send back"];
            "check" -> "check" [label="urge"];
        }
        """.ReplaceLineEndings("\n"),
        Repair.Loop.ToDot());

    [Fact]
    public void Each_language_alone()
    {
        Assert.Contains("    state \"受理\" as accept\n", Repair.Loop.ToMermaid(DiagramLanguage.Chinese), StringComparison.Ordinal);
        Assert.Contains("    accept --> handle: 派遣\n", Repair.Loop.ToMermaid(DiagramLanguage.Chinese), StringComparison.Ordinal);
        Assert.Contains("    state \"Accept\" as accept\n", Repair.Loop.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("\"check\" -> \"handle\" [label=\"返工\"];", Repair.Loop.ToDot(DiagramLanguage.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_break_a_picture()
    {
        var nasty = Lifecycle.Named("nasty \"1\"")
            .Step("end", "say \"hi\"; #1", "甲\\乙").OwnedBy(Role.Leader).WithinCaseLimit()
                .On("go", "go: <on>\n[*] --> x", "行").By(Role.Leader).To("完")
            .Step("s1", "S", "乙").OwnedBy(Role.Leader).WithinCaseLimit().On("go").By(Role.Leader).To("完")
            .End("完", "over", "完");
        var sound = Assert.Throws<DefinitionException>(nasty.Freeze);
        Assert.Equal("s1: it cannot be reached from end", Assert.Single(sound.Faults).ToString());
        nasty = Lifecycle.Named("nasty \"1\"")
            .Step("end", "say \"hi\"; #1", "甲\\乙").OwnedBy(Role.Leader).WithinCaseLimit()
                .On("go", "go: <on>\n[*] --> x", "行").By(Role.Leader).To("完")
                .On("side", "aside", "旁").By(Role.Leader).To("s0")
            .Step("s0", "S", "乙").OwnedBy(Role.Leader).WithinCaseLimit().On("go").By(Role.Leader).To("完")
            .End("完", "over", "完");

        var mermaid = nasty.Freeze().ToMermaid();

        Assert.Equal(
            """
            stateDiagram-v2
                state "say #quot;hi#quot;#59; #35;1" as s3
                state "S" as s0
                state "over" as s2
                [*] --> s3
                s3 --> s2: go#58; #lt;on#gt; [*] --#gt; x
                s3 --> s0: aside
                s0 --> s2: go#58; #lt;on#gt; [*] --#gt; x
                s2 --> [*]
            """.ReplaceLineEndings("\n"),
            mermaid);
        Assert.Contains("\"end\" [label=\"甲\\\\乙\"];", nasty.Freeze().ToDot(DiagramLanguage.Chinese), StringComparison.Ordinal);
        Assert.StartsWith("digraph \"nasty \\\"1\\\" v1\" {", nasty.Freeze().ToDot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_and_way_is_drawn_the_same_each_time() => RandomLifecycle.Any.Sample(
        lifecycle =>
        {
            var (mermaid, dot) = (lifecycle.ToMermaid(DiagramLanguage.Both), lifecycle.ToDot(DiagramLanguage.Both));
            Assert.Equal(mermaid, lifecycle.ToMermaid(DiagramLanguage.Both));
            foreach (var way in lifecycle.Transitions)
            {
                var line = way.IsInternal ? $"⟲ {way.Name.Zh} {way.Trigger}" : $": {way.Name.Zh} {way.Trigger}\n";
                Assert.Contains(line, mermaid, StringComparison.Ordinal);
                Assert.Contains(way.IsInternal ? line : $"[label=\"{way.Name.Zh} {way.Trigger}\"", dot, StringComparison.Ordinal);
            }

            Assert.All(lifecycle.Declared, s => Assert.Contains($"as {s.Id}", mermaid, StringComparison.Ordinal));
            Assert.Equal(mermaid.Count(c => c == '{'), mermaid.Count(c => c == '}'));
            Assert.Equal(dot.Count(c => c == '{'), dot.Count(c => c == '}'));
        },
        iter: 300);
}
