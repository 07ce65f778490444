using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Paging;

/// <summary>
/// Opaque page tokens: the key of the last item shown, bound to the other arguments of the list call so that a token is
/// refused where they changed. Tokens are not secrets; a forged one reaches nothing that the caller could not list anyway.
/// </summary>
public static class PageToken
{
    public const int DefaultSize = 50;
    public const int MaxSize = 1000;

    static readonly string[] Unbound = ["page_size", "page_token"];

    /// <summary>The page size to use: 0 means <see cref="DefaultSize"/>, more than <see cref="MaxSize"/> is clamped.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD for a negative size.</exception>
    public static int Size(int asked) => asked switch
    {
        < 0 => throw Problems.InvalidField("page_size", "must be 0 to 1000."),
        0 => DefaultSize,
        _ => Math.Min(asked, MaxSize),
    };

    /// <summary>The key in a token, or null for the first page.</summary>
    /// <exception cref="ProblemException">INVALID_PAGE_TOKEN.</exception>
    public static TKey? Read<TKey>(IMessage request, string token)
        where TKey : class
    {
        if (token.Length == 0) return null;
        try
        {
            var parts = JsonSerializer.Deserialize<Parts<TKey>>(Convert.FromBase64String(token));
            if (parts?.Key is { } key && parts.Arguments == Arguments(request)) return key;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw Invalid();
        }

        throw Invalid();
    }

    /// <summary>The token for the page after <paramref name="last"/>.</summary>
    public static string Write<TKey>(IMessage request, TKey last)
        where TKey : class =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Parts<TKey>(last, Arguments(request))));

    /// <summary>Cuts a page from a query that fetched one item more than the page holds.</summary>
    public static (IReadOnlyList<T> Items, string NextToken) Cut<T, TKey>(IMessage request, IReadOnlyList<T> fetched, int size, Func<T, TKey> key)
        where TKey : class =>
        fetched.Count <= size ? (fetched, "") : (fetched.Take(size).ToList(), Write(request, key(fetched[size - 1])));

    static ProblemException Invalid() => Problems.Because(
        Reason.InvalidPageToken, "page_token must come from the last answer to a call with the same other arguments.");

    static string Arguments(IMessage request)
    {
        var rest = new StringBuilder(request.Descriptor.FullName);
        foreach (var field in request.Descriptor.Fields.InFieldNumberOrder().Where(f => !Unbound.Contains(f.Name)))
            rest.Append('|').Append(Text(field, request));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rest.ToString())))[..16];
    }

    static string Text(FieldDescriptor field, IMessage request) => field.Accessor.GetValue(request)?.ToString() ?? "";

    sealed record Parts<TKey>(TKey Key, string Arguments);
}
