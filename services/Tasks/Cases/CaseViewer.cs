using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Cases;

/// <summary>Whose eyes cases are shown to.</summary>
/// <param name="Office">True for those who see every issued thing.</param>
/// <param name="Unit">Identifier of the caller's unit; null for none.</param>
/// <param name="Person">Identifier of the caller's person; null for none.</param>
public sealed record CaseViewer(bool Office, string? Unit, string? Person)
{
    public static CaseViewer Of(Access access) => new(
        access.Everything, access.Caller.Unit is { } unit ? ResourceNames.IdOf(unit) : null, access.Caller.Person is { } person ? ResourceNames.IdOf(person) : null);
}

/// <summary>A case's place in the list of a plan.</summary>
public sealed record CaseKey(int Task, int Number);

/// <summary>Cases of a plan, or of one of its tasks.</summary>
public sealed record CaseParent(string Plan, int? Task)
{
    public static CaseParent Read(string name) =>
        ResourceNames.TryTask(name) is { } task ? new(task.Plan, task.Number) : new(ResourceNames.ReadPlan(name, "parent"), null);
}
