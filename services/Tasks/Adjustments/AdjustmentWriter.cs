using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Adjustments;

/// <summary>An adjustment as entered, its fields checked by themselves.</summary>
/// <param name="Target">Empty where it is to stay.</param>
/// <param name="Schedule">Empty where it is to stay.</param>
/// <param name="LeadUnits">Identifiers.</param>
public sealed record WantedAdjustment(
    AdjustmentKind Kind, string Target, string Schedule, IReadOnlyList<string> LeadUnits, string Reason, DateOnly? EffectiveOn);

/// <summary>Reads what a unit enters, and compares it with what is in force.</summary>
public sealed class AdjustmentWriter(INameDirectory directory, TasksDbContext db)
{
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public async Task<AdjustmentText> WriteAsync(TaskName name, WantedAdjustment wanted, TaskWording task, CancellationToken cancellation)
    {
        RequireFields(wanted);
        var wish = new AdjustmentWish(wanted.Kind, Given(wanted.Target), Given(wanted.Schedule), await UnitsAsync(wanted.LeadUnits, cancellation))
        {
            Year = await db.Plans.Where(p => p.Id == name.Plan).Select(p => p.Year).SingleAsync(cancellation),
        };
        var fields = Compare(wish, task);
        if (fields.Count == 0) throw Problems.InvalidField("adjustment", "asks for what the task says already.");
        return new(wish, wanted.Reason, wanted.EffectiveOn, fields);
    }

    /// <summary>Each kind takes its own fields, so that nothing is asked for that goes unseen.</summary>
    static void RequireFields(WantedAdjustment wanted)
    {
        Require("new_target", wanted.Target.Length > 0, asked: wanted.Kind == AdjustmentKind.Target, allowed: wanted.Kind == AdjustmentKind.Target);
        Require("new_schedule", wanted.Schedule.Length > 0, asked: wanted.Kind == AdjustmentKind.Schedule, allowed: wanted.Kind is AdjustmentKind.Target or AdjustmentKind.Schedule);
        Require("new_lead_units", wanted.LeadUnits.Count > 0, asked: wanted.Kind == AdjustmentKind.LeadUnits, allowed: wanted.Kind == AdjustmentKind.LeadUnits);

        void Require(string field, bool given, bool asked, bool allowed)
        {
            if (asked && !given) throw Problems.InvalidField($"adjustment.{field}", $"must be given for the kind {wanted.Kind}.");
            if (given && !allowed) throw Problems.InvalidField($"adjustment.{field}", $"must be left out for the kind {wanted.Kind}.");
        }
    }

    async Task<IReadOnlyList<ResponsibleUnit>> UnitsAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var units = new List<ResponsibleUnit>();
        foreach (var id in ids)
        {
            try
            {
                var name = await directory.DisplayNameAsync(ResourceNames.Unit(id), cancellation);
                units.Add(new(id, name, name, null, null) { Name = name });
            }
            catch (RpcException unknown) when (unknown.StatusCode == StatusCode.NotFound)
            {
                throw Problems.InvalidField("adjustment.new_lead_units", $"names '{id}', which the directory does not know.");
            }
        }

        return units;
    }

    static IReadOnlyList<AdjustedField> Compare(AdjustmentWish wish, TaskWording task)
    {
        try
        {
            return wish.ComparedWith(task);
        }
        catch (PlanFormatException error)
        {
            throw Problems.InvalidField("adjustment", $"cannot be read: {error.Message}");
        }
    }

    static string? Given(string text) => text.Length == 0 ? null : text;
}
