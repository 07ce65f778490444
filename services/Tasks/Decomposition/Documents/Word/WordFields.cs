namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>Fields (17.16.18): between begin and separate stands the code, between separate and end the result; they nest.</summary>
internal sealed class WordFields
{
    private const int Deepest = 64;
    private readonly Stack<bool> codes = new();

    /// <summary>True where the words belong to a field's code and are not shown.</summary>
    internal bool IsCode => codes.Contains(true);

    internal void Mark(string? kind)
    {
        if (kind == "begin" && codes.Count < Deepest) codes.Push(true);
        else if (kind == "separate" && codes.TryPop(out _)) codes.Push(false);
        else if (kind == "end") codes.TryPop(out _);
    }

    /// <summary>A code never reaches beyond its paragraph; one that is never ended must not swallow the rest of the document.</summary>
    internal void LeaveParagraph()
    {
        if (IsCode) codes.Clear();
    }
}
