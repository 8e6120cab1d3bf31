using System.Diagnostics.CodeAnalysis;
using global::NRules;
using global::NRules.Diagnostics;
using global::NRules.Extensibility;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Rules.Inference;

/// <summary>What belongs to one run: the firings, the rule that failed, and a scope of services. Not thread-safe.</summary>
[RequiresUnreferencedCode("NRules finds rules and their members by reflection.")]
[RequiresDynamicCode("NRules compiles expressions at run time.")]
internal sealed class RunScope : IDisposable, IDependencyResolver
{
    private readonly ISession _session;
    private readonly IServiceScope? _services;
    private readonly HashSet<object> _given;
    private readonly List<RuleFiring> _firings = [];
    private readonly List<object> _added = [];

    public RunScope(ISession session, IServiceProvider? services, object[] given)
    {
        _session = session;
        _services = services?.GetService<IServiceScopeFactory>()?.CreateScope();
        _given = new(given, ReferenceEqualityComparer.Instance);
        session.DependencyResolver = this;
        session.Events.RuleFiringEvent += OnFiring;
        session.Events.FactInsertedEvent += OnInserted;
        session.Events.RhsExpressionFailedEvent += OnActionFailed;
        session.Events.LhsExpressionFailedEvent += OnConditionFailed;
        session.Events.AgendaExpressionFailedEvent += OnAgendaFailed;
    }

    /// <summary>The rule that failed, or null.</summary>
    public string? Failed { get; private set; }

    public ValueList<RuleFiring> Firings() => ValueList.From(_firings);

    public ValueList<object> Findings()
    {
        var there = new HashSet<object>(_session.Query<object>(), ReferenceEqualityComparer.Instance);
        return ValueList.From(_added.Where(there.Contains));
    }

    /// <summary>Takes every fact out again, so that the next run finds the session as it was made.</summary>
    /// <returns>Whether nothing is left; a session with something left is not used again.</returns>
    public bool Clear()
    {
        // What rules added for as long as a fact is there goes with the fact; what is left was added for good.
        _session.TryRetractAll(_given, BatchOptions.SkipFailed);
        foreach (var left in _session.Query<object>().ToArray())
            _session.TryRetract(left);
        _session.Agenda.Clear();
        return !_session.Query<object>().Any() && _session.Agenda.IsEmpty;
    }

    public object Resolve(IResolutionContext context, Type serviceType) => _services is { } scope
        ? scope.ServiceProvider.GetRequiredService(serviceType)
        : throw new InvalidOperationException($"The rule {context.Rule.Name} asks for {serviceType.Name}, but no services were given.");

    public void Dispose()
    {
        _session.Events.RuleFiringEvent -= OnFiring;
        _session.Events.FactInsertedEvent -= OnInserted;
        _session.Events.RhsExpressionFailedEvent -= OnActionFailed;
        _session.Events.LhsExpressionFailedEvent -= OnConditionFailed;
        _session.Events.AgendaExpressionFailedEvent -= OnAgendaFailed;
        _services?.Dispose();
    }

    private void OnFiring(object? sender, AgendaEventArgs e) =>
        _firings.Add(new(_firings.Count + 1, e.Rule.Name, ValueList.From(e.Facts.Select(f => f.Value!))));

    private void OnInserted(object? sender, WorkingMemoryEventArgs e)
    {
        if (e.Fact.Value is { } value && !_given.Contains(value))
            _added.Add(value);
    }

    private void OnActionFailed(object? sender, RhsExpressionErrorEventArgs e) => Failed = e.Match.Rule.Name;

    private void OnConditionFailed(object? sender, LhsExpressionErrorEventArgs e) => Failed = e.Rules.FirstOrDefault()?.Name ?? "(condition)";

    private void OnAgendaFailed(object? sender, AgendaExpressionErrorEventArgs e) => Failed = e.Rule.Name;
}
