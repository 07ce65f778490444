namespace Suite.Tasks.Decomposition.Documents;

/// <summary>What a clerk should know about a file, each thing told once.</summary>
internal sealed class Notices
{
    private readonly List<Diagnostic> found = [];
    private readonly HashSet<string> told = [];

    internal IReadOnlyList<Diagnostic> Found => found;

    internal void Add(DiagnosticCode code, int line, string why, string words = "")
    {
        if (told.Add(why)) found.Add(new Diagnostic(DiagnosticLevel.Notice, code, null, null, line, Words.Shorten(words), why));
    }
}
