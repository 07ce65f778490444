using Microsoft.EntityFrameworkCore;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Cascade;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Editions;

/// <summary>Puts accepted changes in force: tasks reworded, issued or withdrawn, their assignments after them, and everybody told.</summary>
public sealed class EditionLaw(TasksDbContext db, INameDirectory directory, NameRegister names, JurisdictionBook jurisdictions)
{
    /// <param name="changes">Pending changes of the edition.</param>
    /// <exception cref="ProblemException">ILLEGAL_STEP where a task has changed since, NAMES_UNRESOLVED, OUT_OF_SCOPE.</exception>
    public async Task ApplyAsync(PlanEdition edition, IReadOnlyList<PlanChange> changes, string reason, ChangeCause by, CancellationToken cancellation)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == edition.PlanId, cancellation);
        var book = await EditionBook.OpenAsync(db, edition, changes, await names.SettledAsync(edition.PlanId, cancellation), cancellation);
        var members = await MembersAsync(book, cancellation);
        foreach (var task in changes.Where(c => c.Kind != ChangeKind.Added).GroupBy(c => c.TaskNumber!.Value))
        {
            Replace(book, task.Key, [.. task], members, by);
            db.Publish(TaskFacts.Revised(book.Tasks[task.Key], plan, by), by.Time);
        }

        var added = changes.Where(c => c.Kind == ChangeKind.Added).ToDictionary(c => c, c => Add(book, c, members, by));
        foreach (var task in added.Values) db.Publish(TaskFacts.Issued(task, plan, by.Time) with { Added = true }, by.Time);
        await jurisdictions.RequireWithinAsync(plan, book.Tasks.Values.Concat(added.Values).SelectMany(t => t.UnitIds), cancellation);
        foreach (var change in changes) change.Accept(added.TryGetValue(change, out var task) ? task.Number : change.TaskNumber!.Value, reason, by);
        edition.Decided(accepted: changes.Count, rejected: 0);
        await db.SaveChangesAsync(cancellation);
        plan.Count(await db.Tasks.CountAsync(t => t.PlanId == plan.Id && t.State != TaskState.Withdrawn, cancellation),
            await db.Assignments.CountAsync(a => a.PlanId == plan.Id && a.WithdrawnAt == null, cancellation));
    }

    void Replace(EditionBook book, int number, List<PlanChange> changes, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members, ChangeCause by)
    {
        var task = book.Tasks[number];
        changes.ForEach(change => RequireAsCompared(task, change));
        if (changes.Exists(c => c.Kind == ChangeKind.Removed))
        {
            TaskLaw.Withdraw(db, task, book.AssignmentsOf(number), by);
            return;
        }

        var said = changes.Aggregate(TaskWording.InForce(task), (now, change) => Rewording.Take(now, change.Field!.Value, book.Proposal(change), members));
        if (said.Content.LeadUnits.All(u => u.Id is null)) throw Unresolved(changes[0].Name, said.Content);
        TaskLaw.Reword(db, task, book.AssignmentsOf(number), said, by);
    }

    PlanTask Add(EditionBook book, PlanChange change, IReadOnlyDictionary<string, IReadOnlyList<GroupMember>> members, ChangeCause by)
    {
        var proposal = book.Proposal(change);
        if (proposal.Content.LeadUnits.All(u => u.Id is null)) throw Unresolved(change.Name, proposal.Content);
        var task = PlanTask.Draft(change.PlanId, book.FreeNumber(proposal.Number), proposal.Number, proposal.Section, proposal.Content, by.Time);
        task.Issue(members, by.Time);
        db.Tasks.Add(task);
        AssignmentBook.Follow(db, task, [], by);
        return task;
    }

    /// <summary>The members of today of every group that the edition names.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<GroupMember>>> MembersAsync(EditionBook book, CancellationToken cancellation) =>
        directory.ExpandAsync([.. book.Proposals.SelectMany(p => p.Content.SupportingGroups).Select(g => g.Id).OfType<string>().Distinct()], cancellation);

    /// <summary>What the office decided on must still be what is in force.</summary>
    static void RequireAsCompared(PlanTask task, PlanChange change)
    {
        var name = change.Name.ToString();
        if (task.State == TaskState.Withdrawn) throw Problems.IllegalStep("Change", name, "OUTDATED", "be accepted: the task has been withdrawn");
        if (change.Field is { } field && !ComparedText.Same(FieldText.Of(field, TaskWording.InForce(task)), change.OldText))
            throw Problems.IllegalStep("Change", name, "OUTDATED", "be accepted: the task has changed since the edition was compared");
    }

    static ProblemException Unresolved(ChangeName change, TaskContent content) => Problems.Because(Errors.V1.Reason.NamesUnresolved,
        $"'{change}' leaves its task without a lead unit the directory knows: {string.Join("、", content.LeadUnits.Select(u => u.AsWritten))}.");
}
