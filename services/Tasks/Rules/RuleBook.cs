using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Lights;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Rules;

/// <summary>The rules of each kind with all their versions.</summary>
public sealed class RuleBook(TasksDbContext db)
{
    IReadOnlyList<SupervisionRule>? _all;

    public Task<RuleHistory<LightRule>> LightsAsync(CancellationToken cancellation) => HistoryAsync(RuleKind.Light, r => r.Light, cancellation);

    public Task<RuleHistory<DeadlineRule>> DeadlinesAsync(CancellationToken cancellation) => HistoryAsync(RuleKind.Deadline, r => r.Deadline, cancellation);

    public Task<RuleHistory<ReminderRule>> RemindersAsync(CancellationToken cancellation) => HistoryAsync(RuleKind.Reminder, r => r.Reminder, cancellation);

    public Task<RuleHistory<ScoreRule>> ScoresAsync(CancellationToken cancellation) => HistoryAsync(RuleKind.Score, r => r.Score, cancellation);

    public async Task<InForce<HandlingRule>> HandlingAsync(DateOnly day, CancellationToken cancellation) =>
        (await HistoryAsync(RuleKind.Handling, r => r.Handling, cancellation)).On(day);

    async Task<RuleHistory<TRule>> HistoryAsync<TRule>(RuleKind kind, Func<SupervisionRule, TRule?> content, CancellationToken cancellation)
        where TRule : class, IRule
    {
        _all ??= await db.SupervisionRules.AsNoTracking().ToListAsync(cancellation);
        return new(_all.Where(r => r.Kind == kind).Select(r => (r.EffectiveFrom,
            new InForce<TRule>(r.Version, content(r) ?? throw new InvalidOperationException($"{r.Name} has no content.")))));
    }
}
