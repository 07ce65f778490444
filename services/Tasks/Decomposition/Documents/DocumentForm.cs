namespace Suite.Tasks.Decomposition.Documents;

/// <summary>The forms in which a plan is read.</summary>
internal enum DocumentForm
{
    /// <summary>Lines of tab-separated cells, or of a list.</summary>
    Text,

    /// <summary>CSV or TSV by RFC 4180.</summary>
    Separated,

    Html,

    /// <summary>.docx, ECMA-376 part 1, WordprocessingML.</summary>
    Word,

    /// <summary>.xlsx, ECMA-376 part 1, SpreadsheetML.</summary>
    Workbook,
}
