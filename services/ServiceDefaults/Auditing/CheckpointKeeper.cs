using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Suite.ServiceDefaults.Storage;

namespace Suite.ServiceDefaults.Auditing;

/// <summary>
/// Writes a signed checkpoint of the audit to the folder under <c>Audit:CheckpointFolder</c>, at the start and every
/// <c>Audit:CheckpointEvery</c> (an hour where it is not set) in which the audit grew: a line a checkpoint, in a file a service. Who can
/// alter the database cannot alter what lies elsewhere. Off where no folder is set.
/// </summary>
sealed partial class CheckpointKeeper<TDb>(
    IServiceScopeFactory scopes, CheckpointSigner signer, IConfiguration configuration, TimeProvider clock, ILogger<CheckpointKeeper<TDb>> logger) : BackgroundService
    where TDb : SuiteDbContext
{
    long _written = -1;

    public override Task StartAsync(CancellationToken cancellationToken) => Folder is not null && !signer.CanSign
        ? throw new InvalidOperationException("Audit:CheckpointFolder is set, but no key to sign with: Audit:CheckpointKey must name one.")
        : base.StartAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Folder is not { } folder) return;
        using var timer = new PeriodicTimer(configuration.GetValue("Audit:CheckpointEvery", TimeSpan.FromHours(1)), clock);
        do
        {
            try
            {
                await WriteAsync(folder, stoppingToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException || (error as NpgsqlException ?? error.InnerException) is NpgsqlException)
            {
                LogPutOff(logger, error, folder);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    string? Folder => configuration["Audit:CheckpointFolder"] is { Length: > 0 } folder ? folder : null;

    async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AuditReader<TDb>>().LastAsync(cancellation) is not { } last || last.Sequence == _written) return;
        var checkpoint = new Checkpoint(signer.Service, last.Sequence, last.Hash, clock.GetUtcNow());
        System.IO.Directory.CreateDirectory(folder);
        var line = JsonSerializer.Serialize(new { checkpoint, signed = signer.Sign(checkpoint) }, JsonSerializerOptions.Web);
        await File.AppendAllTextAsync(Path.Combine(folder, $"{signer.Service}.jsonl"), line + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation);
        _written = last.Sequence;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No checkpoint of the audit could be written to {Folder} now; trying again")]
    static partial void LogPutOff(ILogger logger, Exception error, string folder);
}
