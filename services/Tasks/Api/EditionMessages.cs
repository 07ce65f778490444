using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Api;

/// <summary>Editions and their changes in the words of the contract.</summary>
static class EditionMessages
{
    /// <summary>Characters of changes that an answer to an import holds at most.</summary>
    const int MostCharacters = 8 << 20;

    /// <summary>One that was only compared has no name yet, nor an etag.</summary>
    public static V1.PlanEdition ToMessage(this PlanEdition edition) => new()
    {
        Name = edition.Number == 0 ? "" : edition.Name.ToString(), Title = edition.Title,
        DocumentDate = edition.DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", DocumentSha256 = edition.DocumentSha256,
        ImportTime = edition.Number == 0 ? null : edition.ImportedAt.ToTimestamp(), Importer = edition.ImportedBy, State = (V1.EditionState)edition.State,
        TaskCount = edition.TaskCount, AddedCount = edition.AddedCount, RemovedCount = edition.RemovedCount, ChangedCount = edition.ChangedCount,
        ChangeCount = edition.ChangeCount, PendingCount = edition.PendingCount, AcceptedCount = edition.AcceptedCount,
        RejectedCount = edition.RejectedCount, Etag = edition.Number == 0 ? "" : Etag.Of(edition.Version),
    };

    public static V1.PlanChange ToMessage(this PlanChange change) => new()
    {
        Name = change.Edition == 0 ? "" : change.Name.ToString(), Kind = (V1.ChangeKind)change.Kind, Field = (V1.TaskField)(change.Field ?? 0),
        Task = change.TaskNumber is { } task ? new TaskName(change.PlanId, task).ToString() : "", EditionNumber = change.EditionNumber ?? 0,
        OldText = change.OldText, NewText = change.NewText, Parts = { change.Parts.Select(ToMessage) },
        Likeness = change.Likeness?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", State = (V1.ChangeState)change.State,
        DecideTime = change.DecidedAt?.ToTimestamp(), Decider = change.DecidedBy ?? "", DeciderDisplayName = change.DeciderName ?? "",
        Reason = change.Reason ?? "", Etag = change.Edition == 0 ? "" : Etag.Of(change.Version),
    };

    /// <summary>As many of the first changes as an answer to an import holds.</summary>
    public static IEnumerable<V1.PlanChange> Shown(IReadOnlyList<PlanChange> changes)
    {
        var characters = 0L;
        return changes.Take(PlanImport.ChangesShown)
            .TakeWhile(c => (characters += c.OldText.Length + c.NewText.Length + c.Parts.Sum(p => (long)p.Old.Length + p.New.Length + p.Place.Length)) <= MostCharacters)
            .Select(ToMessage);
    }

    public static V1.ChangePart ToMessage(DifferencePart part) => new()
    {
        Kind = (V1.ChangePart.Types.Kind)part.Kind, Place = part.Place, OldText = part.Old, NewText = part.New,
    };
}
