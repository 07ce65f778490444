using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Editions;

/// <summary>Texts compared by what they say: white space and width of characters do not count.</summary>
static class ComparedText
{
    public static string Of(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(Width.Fold));

    public static bool Same(string one, string other) => one == other || Of(one) == Of(other);
}
