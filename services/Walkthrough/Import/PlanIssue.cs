using Suite.Walkthrough.Gateway;
using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Import;

/// <summary>Issues the plan where it is a draft that nothing stands against.</summary>
sealed class PlanIssue(Page page, Session session)
{
    public async Task<Plan> IssueAsync(ImportAnswer answer, CancellationToken cancellation)
    {
        var plan = answer.Plan;
        if (!plan.IsDraft)
        {
            page.Line("IssuedBefore", plan.AssignmentCount);
            return plan;
        }

        var blocking = answer.Diagnostics.Count(d => d.Level == "DIAGNOSTIC_LEVEL_ERROR");
        if (blocking > 0)
        {
            page.Line("NotIssued", blocking);
            return plan;
        }

        var issued = await session.PostAsync<Plan>(
            $"v1/{plan.Name}:issue", new { plan.Etag }, RequestId.Of("issue", plan.Name, plan.DocumentSha256), cancellation);
        page.Line("Issued", issued.AssignmentCount);
        return issued;
    }
}
