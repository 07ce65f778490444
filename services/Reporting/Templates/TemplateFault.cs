namespace Suite.Reporting.Templates;

/// <summary>Something in a template that keeps it from being used.</summary>
/// <param name="Place">The part of the file and what stands there.</param>
public sealed record TemplateFault(string Place, string Message);
