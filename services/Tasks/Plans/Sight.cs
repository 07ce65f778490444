using System.Linq.Expressions;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Plans;

/// <summary>Which plans somebody is shown: those issued; of drafts the city's office those of the city, a unit those it made for itself.</summary>
/// <param name="Office">True for the city's office.</param>
/// <param name="Unit">Identifier of the caller's unit; null for none.</param>
public sealed record Sight(bool Office, string? Unit)
{
    /// <summary>Of what has been issued alone.</summary>
    public static readonly Sight Issued = new(false, null);

    public static Sight Of(Access access) => new(access.Everything, access.Caller.Unit is { } unit ? ResourceNames.IdOf(unit) : null);

    /// <summary>The plans that are shown.</summary>
    public Expression<Func<Plan, bool>> Plans => plan =>
        plan.State != PlanState.Draft || (Office && plan.JurisdictionId == null) || (Unit != null && plan.JurisdictionId == Unit);
}
