namespace GridGov.Workflows;

/// <content>
/// Cases about one matter (并案): a person joins a case to its head; when the head closes, the others close with its answer.
/// What is joined to what is computed from the log, so it survives a restart in between.
/// </content>
public sealed partial class CaseDesk
{
    /// <summary>The open cases that are joined to a case, in order of their numbers.</summary>
    /// <param name="head">The case.</param>
    public IReadOnlyList<CaseId> MembersOf(CaseId head) => _book.Duplicates.MembersOf(head);

    private CaseId? HeadNamedBy(Case @case, in CaseCommand command) =>
        command.Facts?.Related is { } head
        && _city.LifecycleOf(@case).Find(@case.Step, command.Trigger) is { Records: EntryKind.Linked } way
        && way.Needs.HasFlag(CommandNeeds.Related)
            ? head
            : null;

    // What a definition cannot see: that the head is there, open, and not joined to another itself. So there is no circle.
    private async ValueTask<Outcome<Case>> LinkAsync(Case @case, CaseId head, CaseCommand command, CancellationToken cancellationToken)
    {
        if (!_book.Duplicates.TryBegin(@case.Id, head))
            return DeskRefusals.Changed(@case);
        try
        {
            return await TakeUpAsync(head, cancellationToken).ConfigureAwait(false) switch
            {
                null => DeskRefusals.Unknown(head),
                { IsClosed: true } or { DuplicateOf: not null } => DeskRefusals.NoHead(@case, head),
                _ => await DecideAsync(@case, command, reserved: null, cancellationToken).ConfigureAwait(false),
            };
        }
        finally
        {
            _book.Duplicates.End(@case.Id);
        }
    }

    // A head that is left over, because a store failed or somebody else was faster, is tried again at the next tick.
    private async ValueTask SettleDuplicatesAsync(Tick? tick, CancellationToken cancellationToken)
    {
        // A member that closes may be a head itself, so one that was looked at in vain is looked at again after each move.
        for (var moved = true; moved && _book.Duplicates.Closing() is { Length: > 0 } heads;)
        {
            moved = false;
            foreach (var head in heads)
            {
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    moved |= await SettleAsync(head, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (tick is not null && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
                {
                    tick.Failed(new(head, _book.PutOff(head, _time.GetUtcNow()), e));
                }
            }
        }
    }

    // Whether a member moved.
    private async ValueTask<bool> SettleAsync(CaseId id, CancellationToken cancellationToken)
    {
        var entries = await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        var head = entries.IsEmpty ? null : Case.From(entries.AsEnumerable());
        var members = _book.Duplicates.MembersOf(id);
        if (members.Length == 0 || head is { IsClosed: false })
        {
            _book.Duplicates.Settled(id);
            return false;
        }

        var moved = false;

        var command = Answer(id, head, entries);
        foreach (var member in members)
        {
            if (await TakeUpAsync(member, cancellationToken).ConfigureAwait(false) is { } @case && @case.DuplicateOf == id)
                moved |= (await DecideAsync(@case, command, reserved: null, cancellationToken).ConfigureAwait(false)).IsAccepted;
        }

        if (_book.Duplicates.MembersOf(id).Length == 0)
            _book.Duplicates.Settled(id);
        return moved;
    }

    // What the reporter of the head is told, the others are told. A head that should never have been there answers nothing,
    // and the others go their own way again.
    private static CaseCommand Answer(CaseId id, Case? head, ValueList<CaseEntry> entries)
    {
        if (head?.Outcome is not { } outcome || outcome == CaseOutcome.Voided)
            return new(SideRoads.Triggers.Unlink, Actor.System) { Note = $"{id} was voided" };
        var result = entries.AsEnumerable().LastOrDefault(e => e.Kind == EntryKind.Handled) ?? entries[^1];
        return new(SideRoads.Triggers.Merge, Actor.System)
        {
            Note = string.IsNullOrWhiteSpace(result.Note) ? $"{id}: {outcome}" : result.Note,
            Facts = new()
            {
                Outcome = CaseOutcome.Duplicate,
                Related = id,
                Evidence = ValueList.From(entries.AsEnumerable().SelectMany(e => e.Facts?.Evidence.AsEnumerable() ?? []).Where(e => e.Kind == EvidenceKind.Reply)),
            },
        };
    }
}
