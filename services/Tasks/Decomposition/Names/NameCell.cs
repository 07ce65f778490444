using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Names;

/// <summary>What the cells that hold names have in common.</summary>
internal static class NameCell
{
    /// <summary>True for the ways a table says that there is nobody: 无, /, a dash, nothing.</summary>
    internal static bool SaysNone(string folded) => folded.Trim('-', '/', '。', '.') is "" or "无" or "暂无" or "没有";

    /// <summary>The names in a cell: separated by 、 ， ； or a paragraph, outside brackets.</summary>
    internal static IEnumerable<TextSpan> Split(CellText cell)
    {
        var (depth, from, paragraph) = (0, 0, 1);
        for (var i = 0; i <= cell.Text.Length; i++)
        {
            var c = i < cell.Text.Length ? cell.Folded[i] : ';';
            var breaks = paragraph < cell.Paragraphs.Count && cell.Paragraphs[paragraph] == i;
            if (breaks) paragraph++;
            if (c is '(' or '[' or '〔' or '【') depth++;
            else if (c is ')' or ']' or '〕' or '】') depth = Math.Max(0, depth - 1);
            var separates = i == cell.Text.Length || (depth == 0 && c is '、' or ',' or ';' or '。');
            if (!separates && !breaks) continue;
            if (i > from) yield return new TextSpan(from, i - from);
            from = separates ? i + 1 : i;
            depth = breaks ? 0 : depth;
        }
    }
}
