using Google.Protobuf.WellKnownTypes;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Api;

/// <summary>Adjustments in the words of the contract.</summary>
static class AdjustmentMessages
{
    const int MostUnits = 10;

    public static V1.Adjustment ToMessage(this Adjustment adjustment)
    {
        var (text, wish) = (adjustment.Text, adjustment.Text.Wish);
        return new()
        {
            Name = adjustment.Name.ToString(), Kind = (V1.AdjustmentKind)adjustment.Wanted, NewTarget = wish.Target ?? "", NewSchedule = wish.Schedule ?? "",
            NewLeadUnits = { wish.LeadUnits.Select(u => ResourceNames.Unit(u.Id!)) }, Reason = text.Reason,
            EffectiveDate = CityTime.Text(adjustment.EffectiveOn ?? text.EffectiveOn), State = (V1.AdjustmentState)adjustment.State,
            Fields = { text.Fields.Select(ToMessage) }, Unit = ResourceNames.Unit(adjustment.UnitId), UnitDisplayName = adjustment.UnitName,
            RuleVersion = adjustment.RuleVersion, Steps = { adjustment.Steps.OrderBy(s => s.Ordinal).Select(s => s.ToMessage()) },
            Etag = Etag.Of(adjustment.Version), CreateTime = adjustment.CreatedAt.ToTimestamp(), InForceTime = adjustment.InForceAt?.ToTimestamp(),
            TaskRevision = adjustment.TaskRevision,
        };
    }

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static WantedAdjustment ToDomain(this V1.Adjustment? message)
    {
        if (message is null) throw Problems.InvalidField("adjustment", "must be given.");
        if (string.IsNullOrWhiteSpace(message.Reason)) throw Problems.InvalidField("adjustment.reason", "must say why.");
        return new(Inputs.Only((AdjustmentKind)message.Kind, "adjustment.kind") ?? throw Problems.InvalidField("adjustment.kind", "must be given."),
            CaseMessages.LongOf(message.NewTarget, "adjustment.new_target").Trim(), CaseMessages.LongOf(message.NewSchedule, "adjustment.new_schedule").Trim(),
            CaseMessages.UnitsOf(message.NewLeadUnits, "adjustment.new_lead_units", MostUnits), CaseMessages.LongOf(message.Reason, "adjustment.reason"),
            CityTime.DayIn(message.EffectiveDate, "adjustment.effective_date"));
    }

    /// <summary>Shows on a report the adjustments that were in force when it took its last step.</summary>
    public static V1.ProgressReport With(this V1.ProgressReport report, IEnumerable<Adjustment> inForce)
    {
        var last = report.Steps.Count == 0 ? DateTimeOffset.MinValue : report.Steps[^1].Time.ToDateTimeOffset();
        report.Adjustments.AddRange(inForce.Where(a => a.InForceAt <= last).Select(a => a.ToMessage()));
        return report;
    }

    /// <param name="now">For what the message needs beside the words: number and plan.</param>
    public static V1.TaskVersion ToMessage(this PastTask past, PlanTask now)
    {
        var name = new TaskName(past.PlanId, past.TaskNumber);
        return new()
        {
            Revision = past.Revision, Task = Words(now.ToMessage(past.PublishedNumber, past.Section, past.Content)), ReplaceTime = past.ReplacedAt.ToTimestamp(),
            ReplacedBy = past.ReplacedBy, Edition = past.Edition == 0 ? "" : new EditionName(past.PlanId, past.Edition).ToString(),
            Adjustment = past.Adjustment is { } adjustment ? new CaseName(name, CaseKind.Adjustment, adjustment).ToString() : "",
        };
    }

    public static V1.TaskVersion ToVersion(this PlanTask now) => new() { Revision = now.Revision, Task = Words(now.ToMessage()) };

    /// <summary>What changes without a new version is not shown in one.</summary>
    static V1.Task Words(V1.Task task)
    {
        (task.State, task.Light, task.Etag, task.UpdateTime, task.Revision) = (V1.TaskState.Unspecified, V1.Light.Unspecified, "", null, 0);
        return task;
    }

    static V1.AdjustedField ToMessage(AdjustedField field) => new()
    {
        Field = (V1.TaskField)field.Field, OldText = field.OldText, NewText = field.NewText, Parts = { field.Parts.Select(EditionMessages.ToMessage) },
    };
}
