using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>What a clerk should know about a file, each thing told once.</summary>
internal sealed class Notices
{
    private readonly List<Diagnostic> found = [];
    private readonly HashSet<string> told = [];

    internal IReadOnlyList<Diagnostic> Found => found;

    /// <param name="words">The words it is about; may be empty.</param>
    /// <param name="key">The sentence that tells it, with its parts.</param>
    internal void Add(DiagnosticCode code, int line, string words, string key, params object[] parts)
    {
        var why = Findings.Say(key, parts);
        if (told.Add(why)) found.Add(new Diagnostic(DiagnosticLevel.Notice, code, null, null, line, Words.Shorten(words), why));
    }
}
