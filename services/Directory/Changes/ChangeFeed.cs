using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Changes;

/// <summary>
/// Changes in the order of their commits: each takes the next revision while it holds the lock on it, so that none with a lower number
/// appears after one with a higher.
/// </summary>
public sealed class ChangeFeed(DirectoryDbContext db)
{
    const string Prefix = "changes/";

    /// <summary>The revision that a token stands for; 0 for an empty one.</summary>
    /// <exception cref="ProblemException">INVALID_PAGE_TOKEN.</exception>
    public async Task<long> StartAsync(string token, CancellationToken cancellation)
    {
        if (token.Length == 0) return 0;
        var revision = Read(token) ?? throw Invalid("must come from an earlier answer");
        var last = await db.Revisions.AsNoTracking().Select(r => r.Number).SingleAsync(cancellation);
        return revision <= last ? revision : throw Invalid("is from after the last change: read everything anew");
    }

    public async Task<IReadOnlyList<DirectoryChange>> AfterAsync(long revision, int limit, CancellationToken cancellation) =>
        await db.Changes.AsNoTracking().Where(c => c.Revision > revision).OrderBy(c => c.Revision).Take(limit).ToListAsync(cancellation);

    public static string Token(long revision) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{revision}")));

    static long? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (!Convert.TryFromBase64String(token, bytes, out var length)) return null;
        var text = Encoding.ASCII.GetString(bytes[..length]);
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
    }

    static ProblemException Invalid(string what) => Problems.Because(Reason.InvalidPageToken, $"resume_token {what}.");
}
