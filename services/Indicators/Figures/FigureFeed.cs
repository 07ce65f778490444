using System.Globalization;
using System.Text;
using Suite.Errors.V1;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Figures;

/// <summary>The change feed: figures in the order of their commits.</summary>
public sealed class FigureFeed(FigureStore store)
{
    const string Prefix = "figures/";

    /// <summary>The place that a token stands for; 0 for an empty one.</summary>
    /// <exception cref="ProblemException">INVALID_PAGE_TOKEN.</exception>
    public async Task<long> StartAsync(string token, CancellationToken cancellation)
    {
        if (token.Length == 0) return 0;
        var place = Read(token) ?? throw Invalid("must come from an earlier answer");
        return place <= await store.LastChangeAsync(cancellation) ? place : throw Invalid("is from after the last change: read everything anew");
    }

    /// <summary>The next figures. Places that a failed or repeated command left empty are passed over.</summary>
    public async Task<IReadOnlyList<Figure>> AfterAsync(long place, int limit, CancellationToken cancellation) => await store.ChangesAsync(place, limit, cancellation);

    public static string Token(long place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{place}")));

    static long? Read(string token)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (token.Length > 80 || !Convert.TryFromBase64String(token, bytes, out var length)) return null;
        var text = Encoding.ASCII.GetString(bytes[..length]);
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
    }

    static ProblemException Invalid(string what) => Problems.Because(Reason.InvalidPageToken, $"resume_token {what}.");
}
