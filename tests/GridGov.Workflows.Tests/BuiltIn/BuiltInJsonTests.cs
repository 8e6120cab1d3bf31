namespace GridGov.Workflows.Tests;

public sealed class BuiltInJsonTests
{
    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void Every_guard_of_a_built_in_lifecycle_is_found_again_by_its_name(string id) =>
        Assert.All(Fit.Named(id).Transitions.SelectMany(t => t.Guards), guard =>
        {
            Assert.True(GuardRegistry.BuiltIn.TryFind(guard.Name, out var found, out var reason), reason);
            Assert.Equal((guard.Name, guard.Text, guard.Basis, guard.Separates), (found.Name, found.Text, found.Basis, found.Separates));
        });

    [Theory]
    [MemberData(nameof(Fit.Names), MemberType = typeof(Fit))]
    public void A_built_in_lifecycle_written_and_read_is_the_same(string id)
    {
        var read = LifecycleDefinition.FromJson(Fit.Named(id).ToJson());

        Assert.Equal(Fit.Named(id).ToJson(), read.ToJson());
        Assert.True(Finish.Run(read, Fit.Open(read)).IsClosed);
    }
}
