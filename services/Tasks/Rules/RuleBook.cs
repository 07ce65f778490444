using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Lights;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Rules;

/// <summary>Which version of the rules is in force on a day.</summary>
public sealed class RuleBook(TasksDbContext db)
{
    IReadOnlyList<SupervisionRule>? _all;

    public async Task<InForce<LightRule>> LightAsync(DateOnly day, CancellationToken cancellation) =>
        Of(await InForceAsync(RuleKind.Light, day, cancellation), r => r.Light);

    public async Task<InForce<DeadlineRule>> DeadlineAsync(DateOnly day, CancellationToken cancellation) =>
        Of(await InForceAsync(RuleKind.Deadline, day, cancellation), r => r.Deadline);

    public async Task<InForce<ReminderRule>> ReminderAsync(DateOnly day, CancellationToken cancellation) =>
        Of(await InForceAsync(RuleKind.Reminder, day, cancellation), r => r.Reminder);

    public async Task<InForce<ScoreRule>> ScoreAsync(DateOnly day, CancellationToken cancellation) =>
        Of(await InForceAsync(RuleKind.Score, day, cancellation), r => r.Score);

    public async Task<InForce<HandlingRule>> HandlingAsync(DateOnly day, CancellationToken cancellation) =>
        Of(await InForceAsync(RuleKind.Handling, day, cancellation), r => r.Handling);

    /// <summary>A version by its number: what a light or score was made with.</summary>
    public async Task<InForce<LightRule>> LightAsync(int version, CancellationToken cancellation) =>
        Of((await AllAsync(cancellation)).Single(r => r.Kind == RuleKind.Light && r.Version == version), r => r.Light);

    /// <summary>Of the versions whose day has come the one with the latest day; of two with the same day the later one.</summary>
    async Task<SupervisionRule> InForceAsync(RuleKind kind, DateOnly day, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).Where(r => r.Kind == kind && r.EffectiveFrom <= day).MaxBy(r => (r.EffectiveFrom, r.Version))
        ?? throw new InvalidOperationException($"No {kind} rule is in force on {day}: the built-in ones are missing from the database.");

    async Task<IReadOnlyList<SupervisionRule>> AllAsync(CancellationToken cancellation) =>
        _all ??= await db.SupervisionRules.AsNoTracking().ToListAsync(cancellation);

    static InForce<TRule> Of<TRule>(SupervisionRule found, Func<SupervisionRule, TRule?> content)
        where TRule : class, IRule =>
        new(found.Version, content(found) ?? throw new InvalidOperationException($"{found.Name} has no content."));
}
