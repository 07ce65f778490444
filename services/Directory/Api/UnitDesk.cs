using Grpc.Core;
using Suite.Directory.Naming;
using Suite.Directory.Storage;
using Suite.Directory.Units;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using Unit = Suite.Directory.Units.Unit;

namespace Suite.Directory.Api;

/// <summary>The commands on units: translates, runs each in one transaction and notes it in the audit.</summary>
public sealed class UnitDesk(UnitChanges changes, AliasLearning aliases, CityCalendar calendar, CommandRunner<DirectoryDbContext> commands)
{
    const int MostAtOnce = 20;

    public Task<V1.Unit> CreateAsync(CreateUnitRequest request, ServerCallContext context)
    {
        var unit = UnitInputs.Founded(request.Unit, request.UnitId, Day(request.EffectiveDate), "unit.", "unit_id");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var created = await changes.CreateAsync(unit, "unit.", context.CancellationToken);
            Audit(context, nameof(UnitApi.CreateUnit), created);
            return Wire.Of(created);
        });
    }

    public Task<V1.Unit> UpdateAsync(UpdateUnitRequest request, ServerCallContext context)
    {
        var message = request.Unit ?? throw Problems.InvalidField("unit", "must be given.");
        var (id, day, change) = (UnitId(message.Name, "unit.name"), Day(request.EffectiveDate), UnitInputs.Change(message, request.UpdateMask));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (before, after) = await changes.ChangeAsync(id, message.Etag, day, change, context.CancellationToken);
            if (before != after) Audit(context, nameof(UnitApi.UpdateUnit), after, before);
            return Wire.Of(after);
        });
    }

    public Task<V1.Unit> AbolishAsync(AbolishUnitRequest request, ServerCallContext context)
    {
        var (id, day, successors) = (UnitId(request.Name, "name"), Day(request.EffectiveDate), Ids(request.Successors, "successors", 0));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (before, after) = await changes.EndAsync(id, request.Etag, day, successors, [id], context.CancellationToken);
            Audit(context, nameof(UnitApi.AbolishUnit), after, before);
            return Wire.Of(after);
        });
    }

    /// <summary>Answers with the successor.</summary>
    public Task<V1.Unit> MergeAsync(MergeUnitsRequest request, ServerCallContext context)
    {
        var (ids, successor, day) = (Ids(request.Names, "names", 1), UnitId(request.Successor, "successor"), Day(request.EffectiveDate));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            foreach (var id in ids)
            {
                var (before, after) = await changes.EndAsync(id, "", day, [successor], ids, context.CancellationToken);
                Audit(context, nameof(UnitApi.MergeUnits), after, before);
            }

            return Wire.Of(await changes.GetAsync(successor, context.CancellationToken));
        });
    }

    public Task<SplitUnitResponse> SplitAsync(SplitUnitRequest request, ServerCallContext context)
    {
        if (request.Parts.Count is < 2 or > MostAtOnce) throw Problems.InvalidField("parts", $"must hold 2 to {MostAtOnce} parts.");
        var (id, day) = (UnitId(request.Name, "name"), Day(request.EffectiveDate));
        var parts = request.Parts.Select((p, at) => UnitInputs.Founded(p.Unit, p.UnitId, day, $"parts[{at}].unit.", $"parts[{at}].unit_id")).ToList();
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            changes.Free(id);
            var created = new List<Unit>();
            foreach (var (at, part) in parts.Index()) created.Add(await changes.CreateAsync(part, $"parts[{at}].unit.", context.CancellationToken));
            var (before, after) = await changes.EndAsync(id, request.Etag, day, [.. created.Select(p => p.Id)], [id], context.CancellationToken);
            foreach (var part in created) Audit(context, nameof(UnitApi.SplitUnit), part);
            Audit(context, nameof(UnitApi.SplitUnit), after, before);
            return new SplitUnitResponse { Unit = Wire.Of(after), Parts = { created.Select(Wire.Of) } };
        });
    }

    public Task<LearnAliasResponse> LearnAsync(LearnAliasRequest request, ServerCallContext context)
    {
        var alias = UnitInputs.Name(request.Alias.Trim(), "alias");
        if (request.Source.Length > UnitInputs.LongestText) throw Problems.InvalidField("source", $"must be at most {UnitInputs.LongestText} characters.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (named, isNew) = await aliases.LearnAsync(request.Resource, alias, context.CancellationToken);
            if (isNew) commands.Audit(context, nameof(UnitApi.LearnAlias), request.Resource, new { alias, source = request.Source });
            return new LearnAliasResponse { Resource = named.Resource, DisplayName = named.DisplayName, Aliases = { named.Aliases }, Learned = isNew };
        });
    }

    void Audit(ServerCallContext context, string action, Unit after, Unit? before = null) =>
        commands.Audit(context, action, ResourceNames.Unit(after.Id), before is null ? new { after } : new { before, after });

    DateOnly Day(string text) => calendar.DayIn(text, "effective_date");

    static string UnitId(string name, string field) => ResourceNames.IdIn(ResourceNames.Units, name, field);

    static List<string> Ids(IReadOnlyList<string> names, string field, int least)
    {
        if (names.Count < least || names.Count > MostAtOnce) throw Problems.InvalidField(field, $"must hold {least} to {MostAtOnce} names.");
        var ids = names.Select((name, at) => UnitId(name, $"{field}[{at}]")).ToList();
        return ids.Distinct().Count() == ids.Count ? ids : throw Problems.InvalidField(field, "must name each unit once.");
    }
}
