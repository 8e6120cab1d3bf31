using CityDay.Page;
using CsCheck;

namespace CityDay.Tests.Page;

public sealed class LoopLayoutTests
{
    private sealed record Area(string What, decimal Left, decimal Top, decimal Right, decimal Bottom)
    {
        public bool Meets(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>Up to twelve states and about as many arrows as such a lifecycle has.</summary>
    private static readonly Gen<(IReadOnlyList<StateCount> States, IReadOnlyList<Arrow> Arrows)> Lifecycles =
        from states in Gen.Int[1, 12]
        from arrows in Gen.Select(Gen.Int[0, states - 1], Gen.Int[0, states - 1], Gen.Int[0, 12], Gen.Long[0, 99_999]).Array[0, states * 2]
        select (
            (IReadOnlyList<StateCount>)[.. Enumerable.Range(0, states).Select(i => new StateCount($"s{i}", $"State {i}", "状态", i, i == states - 1))],
            (IReadOnlyList<Arrow>)[.. arrows.Select(a => new Arrow($"s{a.Item1}", $"s{a.Item2}", new string('t', a.Item3), "触发", a.Item4))]);

    [Fact]
    public void No_arrow_crosses_a_box() => Lifecycles.Sample(life =>
    {
        LoopPicture picture = LoopLayout.Draw(life.States, life.Arrows);
        Area[] boxes = [.. Boxes(picture)];
        return picture.Routes.SelectMany(Lines).All(line => !boxes.Any(box => box.Meets(line)));
    });

    [Fact]
    public void No_two_labels_and_no_label_and_box_overlap() => Lifecycles.Sample(life =>
    {
        LoopPicture picture = LoopLayout.Draw(life.States, life.Arrows);
        Area[] labels = [.. picture.Routes.Select(Label)];
        Area[] boxes = [.. Boxes(picture)];
        for (int i = 0; i < labels.Length; i++)
        {
            if (Array.Find(boxes, box => box.Meets(labels[i])) is { } box) Assert.Fail($"{labels[i]} over {box}");
            if (labels.Skip(i + 1).FirstOrDefault(other => other.Meets(labels[i])) is { } other) Assert.Fail($"{labels[i]} over {other}");
        }
    });

    [Fact]
    public void Every_known_arrow_is_drawn_once() => Lifecycles.Sample(life =>
        LoopLayout.Draw(life.States, life.Arrows).Routes.Select(route => route.Arrow).OrderBy(arrow => arrow.Count)
            .SequenceEqual(life.Arrows.OrderBy(arrow => arrow.Count), ReferenceEqualityComparer.Instance)
        || life.Arrows.Select(arrow => arrow.Count).Distinct().Count() < life.Arrows.Count);

    [Fact]
    public void The_eight_steps_return_below_themselves()
    {
        LoopPicture picture = LoopLayout.Draw(Mock.EightSteps, Mock.EightStepArrows);
        Assert.Equal([0, 1, 2, 3, 3, 2, 1, 0], picture.Boxes.Select(box => box.Column));
        Assert.Equal([false, false, false, false, true, true, true, true], picture.Boxes.Select(box => box.Lower));
    }

    [Fact]
    public void A_short_lifecycle_stands_in_one_row() =>
        Assert.All(LoopLayout.Draw([.. Mock.EightSteps.Take(5)], []).Boxes, box => Assert.False(box.Lower));

    [Fact]
    public void An_arrow_from_or_to_an_unknown_state_is_listed_but_not_drawn()
    {
        Arrow stray = new("track", "elsewhere", "stray", "外", 4_711);
        Assert.Empty(LoopLayout.Draw(Mock.EightSteps, [stray]).Routes);
        Page page = Page.Of(Mock.Empty() with { States = Mock.EightSteps, Arrows = [stray] });
        Assert.Contains(page.All("td"), cell => cell.Value == "4,711");
    }

    [Fact]
    public void A_thicker_arrow_was_taken_more_often()
    {
        Assert.True(LoopRoute.Thickness(0) < LoopRoute.Thickness(1));
        Assert.True(LoopRoute.Thickness(10) < LoopRoute.Thickness(1_000));
        Assert.True(LoopRoute.Thickness(long.MaxValue) < 8);
    }

    private static IEnumerable<Area> Boxes(LoopPicture picture) =>
        picture.Boxes.Select(box => new Area(box.State.Id, box.X + 1, box.Y + 1, box.Right - 1, box.Bottom - 1));

    private static IEnumerable<Area> Lines(LoopRoute route) => route.Points.Zip(route.Points.Skip(1), (a, b) =>
        new Area(route.Arrow.Trigger, Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X) + 0.01m, Math.Max(a.Y, b.Y) + 0.01m));

    private static Area Label(LoopRoute route)
    {
        LoopLabel label = route.Label;
        LoopText text = LoopText.For(route.Arrow);
        decimal width = label.Stacked ? LoopText.Of(text.Count) : text.Fit(label.Room).Width;
        decimal left = label.Anchor switch { "start" => label.X, "end" => label.X - width, _ => label.X - (width / 2) };
        return label.Stacked
            ? new Area(route.ToString(), left, label.Y - 20, left + width, label.Y + 34)
            : new Area(route.ToString(), left, label.Y - 9, left + width, label.Y + 2);
    }
}
