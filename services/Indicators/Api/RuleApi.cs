using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Periods;
using Suite.Indicators.Rules;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using RuleKind = Suite.Indicators.Rules.RuleKind;
using Severity = Suite.Indicators.Rules.Severity;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to the rules.</summary>
public sealed class RuleApi(IndicatorsDbContext db, StoredChecks checks, CommandRunner<IndicatorsDbContext> commands) : ValidationRuleService.ValidationRuleServiceBase
{
    const string Prefix = "validationRules/";
    const int MostDefinitions = 500;

    public override async Task<ListValidationRulesResponse> ListValidationRules(ListValidationRulesRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<string>(request, request.PageToken));
        var found = await db.Rules.AsNoTracking().Where(r => after == null || string.Compare(r.Id, after) > 0).OrderBy(r => r.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, r => r.Id);
        return new() { Rules = { page.Select(Of) }, NextPageToken = next };
    }

    public override Task<ValidationRule> SetValidationRule(SetValidationRuleRequest request, ServerCallContext context)
    {
        var message = request.Rule ?? throw Problems.InvalidField("rule", "must be given.");
        var wanted = RuleIn(message);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var known = await db.Definitions.Select(d => d.Id).Distinct().ToHashSetAsync(context.CancellationToken);
            if (wanted.Definitions.Concat(wanted.Parts).FirstOrDefault(d => !known.Contains(d)) is { } unknown)
                throw Problems.InvalidField("rule.definitions", $"and rule.parts must name what is defined; '{unknown}' is not.");
            var rule = await db.Rules.SingleOrDefaultAsync(r => r.Id == wanted.Id, context.CancellationToken);
            if (message.Etag.Length > 0 && message.Etag != (rule is null ? "" : Etag.Of(rule.Version))) throw Problems.StaleEtag("rule", message.Name);
            if (rule is not null && rule.Kind != wanted.Kind) throw Problems.InvalidField("rule.kind", $"must stay {rule.Kind}.");
            commands.Audit(context, nameof(SetValidationRule), message.Name, new { before = rule is null ? null : Of(rule).ToString(), after = message.ToString() });
            if (rule is null) db.Add(rule = wanted);
            else
                (rule.Severity, rule.Definitions, rule.Low, rule.High, rule.Limit, rule.Parts, rule.Off, rule.Version) =
                    (wanted.Severity, wanted.Definitions, wanted.Low, wanted.High, wanted.Limit, wanted.Parts, wanted.Off, rule.Version + 1);
            return Of(rule);
        });
    }

    public override async Task<CheckFiguresResponse> CheckFigures(CheckFiguresRequest request, ServerCallContext context)
    {
        var (from, to) = (PeriodIn(request.From, "from"), PeriodIn(request.To, "to"));
        if (from.Type != to.Type || from.Code > to.Code || from.Plus(60).Code < to.Code) throw Problems.InvalidField("to", "must be of the same length as from, not before it, and at most 60 later.");
        return new() { Findings = { await checks.FindAsync(request.Definition, from, to, context.CancellationToken) } };
    }

    internal static Period PeriodIn(string text, string field) => Period.Read(text) ?? throw Problems.InvalidField(field, "must be 2024-03, 2024Q1, 2024H1 or 2024.");

    static Rule RuleIn(ValidationRule message)
    {
        var rule = new Rule
        {
            Id = ResourceNames.IdIn(Prefix, message.Name, "rule.name"), Kind = (RuleKind)Enums.Given(message.Kind, "rule.kind"),
            Severity = (Severity)Enums.Given(message.Severity, "rule.severity"), Definitions = Ids(message.Definitions, "rule.definitions"), Parts = Ids(message.Parts, "rule.parts"),
            Low = Decimals.Optional(message.Low, "rule.low"), High = Decimals.Optional(message.High, "rule.high"), Limit = Decimals.Optional(message.Limit, "rule.limit"), Off = message.Off,
        };
        if (rule.Kind is RuleKind.Jump or RuleKind.Towns or RuleKind.Parts && rule.Limit is null or < 0 or > 1_000_000) throw Problems.InvalidField("rule.limit", "must be given, 0 to 1000000.");
        if (rule.Kind == RuleKind.Range && (rule.Low ?? rule.High) is null) throw Problems.InvalidField("rule.low", "or rule.high must be given.");
        return rule.Kind == RuleKind.Parts && (rule.Parts.Length == 0 || rule.Definitions.Length == 0) ? throw Problems.InvalidField("rule.parts", "and rule.definitions must be given.") : rule;
    }

    static string[] Ids(IReadOnlyCollection<string> names, string field) => names.Count <= MostDefinitions
        ? [.. names.Select(n => ResourceNames.IdIn(DefinitionBook.Prefix, n, field)).Distinct()]
        : throw Problems.InvalidField(field, $"must be at most {MostDefinitions}.");

    static ValidationRule Of(Rule r) => new()
    {
        Name = Prefix + r.Id, Kind = (V1.RuleKind)r.Kind, Severity = (V1.Severity)r.Severity, Definitions = { r.Definitions.Select(d => DefinitionBook.Prefix + d) },
        Low = Decimals.Text(r.Low), High = Decimals.Text(r.High), Limit = Decimals.Text(r.Limit), Parts = { r.Parts.Select(d => DefinitionBook.Prefix + d) }, Off = r.Off, Etag = Etag.Of(r.Version),
    };
}
