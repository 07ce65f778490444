namespace Suite.Reporting.Facts;

/// <summary>Who took a step, and when.</summary>
public sealed record Signature(string Account, string DisplayName, DateTimeOffset Time);
