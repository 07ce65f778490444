using Google.Protobuf.WellKnownTypes;
using Suite.Directory.V1;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Api;

/// <summary>Names of a plan in the words of the contract.</summary>
static class NameMessages
{
    /// <summary>Names that an answer to an import shows at most.</summary>
    const int NamesShown = 5000;

    public static V1.PlanName ToMessage(this PlanName name)
    {
        var message = name.Found.ToMessage();
        (message.Name, message.Etag) = (new NameName(name.PlanId, name.Id).ToString(), Etag.Of(name.Version));
        (message.Certainty, message.Resource) = ((V1.NameCertainty)name.Certainty, name.Resource ?? "");
        message.DisplayName = name.Resource is null ? "" : name.DisplayName;
        if (name.SettledAt is { } time)
            message.Settlement = new()
            {
                Resource = name.SettledAs ?? "", Left = name.SettledAs is null, SettleTime = time.ToTimestamp(), Settler = name.SettledBy ?? "", Reason = name.Reason ?? "",
            };
        return message;
    }

    /// <param name="plan">The plan that keeps the names; null for a dry run.</param>
    public static IEnumerable<V1.PlanName> Shown(IReadOnlyList<NameFinding> names, string? plan) => names.Take(NamesShown).Select(found =>
    {
        var message = found.ToMessage();
        if (plan is not null) message.Name = new NameName(plan, PlanName.IdOf(found.Kind, found.Text)).ToString();
        return message;
    });

    static V1.PlanName ToMessage(this NameFinding found) => new()
    {
        Kind = (V1.NameKind)found.Kind, Text = found.Text, AsWritten = { found.AsWritten }, Certainty = (V1.NameCertainty)found.Certainty,
        Resource = found.Resource ?? "", DisplayName = found.Resource is null ? "" : found.DisplayName,
        Candidates = { found.Candidates.Select(c => new V1.NameCandidate { Resource = c.Resource, DisplayName = c.DisplayName, Score = c.Score, Reason = (MatchReason)c.Reason }) },
        Proposal = found.Proposal is not { } proposal ? null
            : new() { DisplayName = proposal.DisplayName, Kind = (UnitKind)proposal.Kind, Host = proposal.Host ?? "", ToldBy = proposal.ToldBy },
        Tasks = { found.Tasks }, TaskCount = found.TaskCount, Host = found.Host ?? "",
    };
}
