using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Suite.ServiceDefaults.Identity;

/// <summary>
/// The ended sign-ins, so that their access tokens are refused before they expire. The list is read again when a token comes and it is
/// older than <see cref="MostAge"/>; nobody polls where nobody calls. While its source is away the last list is used: what ended since
/// then is refused by its expiry, minutes later, and nothing else stands still.
/// </summary>
public sealed partial class Revocations(IRevocationSource source, TimeProvider clock, ILogger<Revocations> logger) : IDisposable
{
    public static readonly TimeSpan MostAge = TimeSpan.FromSeconds(1);

    /// <summary>So long a source that failed is left alone.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _gate = new(1);
    volatile IReadOnlySet<string>? _sessions;
    long _next;

    public async ValueTask<bool> IsRevokedAsync(string session, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _next) <= clock.GetTimestamp()) await RefreshAsync(cancellation);
        return _sessions?.Contains(session) == true;
    }

    /// <summary>Makes the next call read the list anew: one knows that it has changed.</summary>
    public void Forget() => Volatile.Write(ref _next, 0);

    public void Dispose() => _gate.Dispose();

    /// <summary>One caller reads; others use the list there is, or wait where there is none yet.</summary>
    async Task RefreshAsync(CancellationToken cancellation)
    {
        if (!await _gate.WaitAsync(_sessions is null ? Pause : TimeSpan.Zero, cancellation)) return;
        try
        {
            if (Volatile.Read(ref _next) > clock.GetTimestamp()) return;
            // The age counts from before reading: what ends meanwhile may be missing from the answer.
            var next = After(MostAge);
            _sessions = await source.ReadAsync(cancellation);
            Volatile.Write(ref _next, next);
        }
        catch (Exception error) when (IsAway(error) && !cancellation.IsCancellationRequested)
        {
            Volatile.Write(ref _next, After(Pause));
            LogAway(logger, error.Message);
        }
        finally
        {
            _gate.Release();
        }
    }

    long After(TimeSpan time) => clock.GetTimestamp() + (long)(time.TotalSeconds * clock.TimestampFrequency);

    static bool IsAway(Exception error) => error is HttpRequestException or JsonException or DbException or OperationCanceledException;

    internal static async Task RefuseRevokedAsync(TokenValidatedContext context)
    {
        if (context.Principal?.FindFirst(ClaimNames.Session)?.Value is not { } session) return;
        var revocations = context.HttpContext.RequestServices.GetRequiredService<Revocations>();
        if (await revocations.IsRevokedAsync(session, context.HttpContext.RequestAborted)) context.Fail("The sign-in of this token has ended.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of ended sign-ins cannot be read, the last one is used: {Fault}")]
    static partial void LogAway(ILogger logger, string fault);
}
