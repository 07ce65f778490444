using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Tasks as the gateway would return them (proto3 JSON), with names resolved as the directory would.</summary>
internal static class ScoreExport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal static string Write(PlanDocument plan, UnitNames names) =>
        new JsonArray([.. plan.Tasks.Select(t => (JsonNode)Task(t, names))]).ToJsonString(Options);

    private static JsonObject Task(PlannedTask task, UnitNames names) => new()
    {
        ["number"] = task.Number,
        ["section"] = task.Section,
        ["requirement"] = new JsonObject { ["text"] = task.Requirement.Text },
        ["target"] = task.Target,
        ["targetCommitments"] = Array(task.TargetCommitments, Commitment),
        ["schedule"] = Array(task.Schedule, Item),
        ["leaders"] = Array(task.Leaders, l => new JsonObject { ["displayName"] = l.Name }),
        ["leadUnits"] = Array(task.LeadUnits.Where(u => u.Role is null or "具体负责"), u => Named(u.Name, names)),
        ["supportingUnits"] = Array(task.SupportingUnits, u => Named(u.Name, names)),
        ["supportingGroups"] = Array(task.SupportingGroups, g => Named(g.Name, names)),
    };

    private static JsonObject Item(ScheduleItem item) => new()
    {
        ["workstream"] = item.Workstream,
        ["quarters"] = Array(item.Quarters, q => JsonValue.Create(q)),
        ["kind"] = item.Kind switch
        {
            ScheduleKind.AllYear => "ALL_YEAR",
            ScheduleKind.EachQuarter => "EACH_QUARTER",
            ScheduleKind.Unmarked => "UNMARKED",
            _ => "QUARTERS",
        },
        ["text"] = item.Text,
        ["commitments"] = Array(item.Commitments, Commitment),
    };

    private static JsonObject Commitment(Commitment commitment) => new()
    {
        ["measure"] = commitment.Measure,
        ["value"] = commitment.Value,
        ["maxValue"] = commitment.MaxValue,
        ["unit"] = commitment.Unit,
        ["comparator"] = commitment.Comparator.ToString().ToUpperInvariant(),
        ["accumulation"] = commitment.Accumulation switch
        {
            Accumulation.Cumulative => "CUMULATIVE",
            Accumulation.InPeriod => "IN_PERIOD",
            _ => "UNDETERMINED",
        },
        ["growthRate"] = commitment.GrowthRate,
        ["verbatim"] = commitment.Verbatim,
        ["quarters"] = Array(commitment.Quarters, q => JsonValue.Create(q)),
    };

    private static JsonObject Named(string name, UnitNames names) =>
        new() { ["displayName"] = names.Resolve(name) };

    private static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode> node) => new([.. values.Select(node)]);
}
