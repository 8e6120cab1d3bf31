using System.Reflection;

namespace GridGov.Workflows.Tests;

public sealed class GuardRegistryTests
{
    [Fact]
    public void Every_guard_of_the_library_is_found_by_its_name()
    {
        var guards = typeof(Guard).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == typeof(Guard)).Select(p => (Guard)p.GetValue(null)!).ToList();
        Assert.NotEmpty(guards);

        foreach (var guard in guards)
        {
            Assert.True(GuardRegistry.BuiltIn.TryFind(guard.Name, out var found, out var reason), $"{guard.Name}: {reason}");
            Assert.Same(guard, found);
        }
    }

    [Fact]
    public void Every_guard_of_the_built_in_lifecycles_is_found_by_its_name()
    {
        foreach (var guard in EightStep.Default.Transitions.SelectMany(t => t.Guards))
        {
            Assert.True(GuardRegistry.BuiltIn.TryFind(guard.Name, out var found, out var reason), $"{guard.Name}: {reason}");
            Assert.Equal(guard.Name, found.Name);
            Assert.Equal(guard.Text, found.Text);
        }
    }

    [Fact]
    public void A_code_is_registered_once_and_is_a_name()
    {
        Assert.Throws<ArgumentException>(() => GuardRegistry.BuiltIn.With(Guard.StepIsDue));
        Assert.Throws<ArgumentException>(() => GuardRegistry.BuiltIn.With(Guard.StepIsDue with { Code = "a(b)" }));
        Assert.Throws<ArgumentException>(() => GuardRegistry.BuiltIn.With("", _ => null));
    }
}
