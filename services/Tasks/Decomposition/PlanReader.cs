using Suite.Tasks.Decomposition.Documents;

namespace Suite.Tasks.Decomposition;

/// <summary>
/// Reads a published task decomposition table (重点工作任务分解表): file, document, table, rows, tasks, schedule items, commitments.
/// Pure: no input but the document and the options, no state kept. Time and memory grow with the document, not faster.
/// </summary>
public sealed class PlanReader(ReaderOptions? options = null)
{
    private readonly ReaderOptions options = options ?? ReaderOptions.Default;

    /// <summary>Reads the text form: tab-separated cells, one row a line, with or without a heading above.</summary>
    /// <exception cref="PlanFormatException">The text is no such table, or larger than the options allow.</exception>
    public PlanDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new FileReader(options).ReadText(text));
    }

    /// <summary>
    /// Reads a file: text with tab-separated cells, CSV, TSV, HTML, .docx or .xlsx. Which of them it is, its bytes tell. Text may be UTF-8,
    /// UTF-16 with a byte order mark, or GB18030.
    /// </summary>
    /// <param name="contentType">As the sender calls it, or empty; it only tells CSV from other text, and may name an encoding.</param>
    /// <param name="fileName">As the sender calls it, or empty; it only tells CSV from other text.</param>
    /// <exception cref="PlanFormatException">The file is of another form, broken, holds no such table, or is larger than the options allow.</exception>
    public PlanDocument Read(ReadOnlyMemory<byte> bytes, string contentType = "", string fileName = "") =>
        Read(new FileReader(options).Read(bytes, contentType, fileName));

    private PlanDocument Read(FileContent file) => new DocumentReader(options).Read(file.Document, file.Notices) with { FormAsNamed = file.FormAsNamed };
}
