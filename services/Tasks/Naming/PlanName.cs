using System.Security.Cryptography;
using System.Text;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Naming;

/// <summary>A name of a plan's documents, whom it means, and what the office decided.</summary>
public sealed class PlanName
{
    const int DigestLength = 16;

    public string PlanId { get; private init; } = "";

    public NameKind Kind { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>Last part of the resource name: the kind and a digest of the text.</summary>
    public string Id { get; private init; } = "";

    /// <summary>As the last import found it.</summary>
    public NameFinding Found { get; private set; } = null!;

    /// <summary>As it is now, decisions included.</summary>
    public NameCertainty Certainty { get; private set; }

    public string? Resource { get; private set; }

    public string DisplayName { get; private set; } = "";

    /// <summary>Null before the office has decided.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public string? SettledBy { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>What the office decided it means; null where it left the name as it is.</summary>
    public string? SettledAs { get; private set; }

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    public static PlanName Of(string plan, NameFinding found)
    {
        var name = new PlanName { PlanId = plan, Kind = found.Kind, Text = found.Text, Id = IdOf(found.Kind, found.Text) };
        name.Find(found);
        return name;
    }

    /// <summary>Another import found it so; a decision of the office stands.</summary>
    public void Find(NameFinding found)
    {
        Found = found;
        if (SettledAs is null) (Certainty, Resource, DisplayName) = (found.Certainty, found.Resource, found.DisplayName);
    }

    /// <param name="resource">Null leaves the name as it is.</param>
    public void Settle(string? resource, string displayName, string reason, Actor by, DateTimeOffset now)
    {
        (SettledAs, SettledAt, SettledBy, Reason) = (resource, now, by.Account, reason);
        (Certainty, Resource, DisplayName) = resource is not null ? (NameCertainty.Sure, resource, displayName)
            : (Found.Candidates.Count > 0 ? NameCertainty.Likely : NameCertainty.Unknown, null, Text);
    }

    /// <summary>The decision, for tasks to take over.</summary>
    public SettledName ToSettled() => new(Kind, Text, SettledAs is null ? null : ResourceNames.IdOf(SettledAs), DisplayName);

    public static string IdOf(NameKind kind, string text) =>
        $"{kind.ToString().ToLowerInvariant()}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength]}";
}
