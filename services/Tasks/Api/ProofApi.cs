using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.V1;

namespace Suite.Tasks.Api;

sealed class ProofApi(ProofQuery query) : ProofService.ProofServiceBase
{
    const int MostNames = 100;

    static readonly string[] Acceptances = [nameof(ProgressApi.AcceptProgressReport), nameof(ReviewApi.BatchAcceptReports)];

    public override async Task<BatchGetReportProofsResponse> BatchGetReportProofs(BatchGetReportProofsRequest request, ServerCallContext context)
    {
        var names = NamesIn(request);
        var found = await query.OfAsync(names, Acceptances, context.CancellationToken);
        var proven = names.Select(n => n.ToString()).Where(found.Contains);
        return new() { Proofs = { proven.Select(name => new ReportProof { Name = name, Entries = { found[name].Select(ToMessage) } }) } };
    }

    static List<ReportName> NamesIn(BatchGetReportProofsRequest request)
    {
        var plan = ResourceNames.ReadPlan(request.Parent, "parent");
        if (request.Names.Count is 0 or > MostNames) throw Problems.InvalidField("names", $"must be 1 to {MostNames}; there are {request.Names.Count}.");
        return [.. request.Names.Distinct().Select((name, index) => NameIn(plan, name, string.Create(CultureInfo.InvariantCulture, $"names[{index}]")))];
    }

    static ReportName NameIn(string plan, string name, string field)
    {
        var report = ResourceNames.ReadReport(name, field);
        return report.Task.Plan == plan ? report : throw Problems.InvalidField(field, $"must be a report of {ResourceNames.Plan(plan)}.");
    }

    static ProofEntry ToMessage(AuditEntry entry) => new()
    {
        Sequence = entry.Sequence, Time = entry.Time.ToTimestamp(), Actor = entry.Actor, Action = entry.Action, Hash = entry.Hash,
    };
}
