using Suite.TableFiles.Office;
using Suite.TableFiles.Workbooks;
using Suite.Tasks.Decomposition.Documents.Sheets;
using Suite.Tasks.Decomposition.Documents.Word;

namespace Suite.Tasks.Decomposition.Documents.Office;

/// <summary>A .docx or .xlsx to blocks; which of them it is, its main part tells.</summary>
internal sealed class OfficeReader(ReaderOptions options, Notices notices)
{
    /// <exception cref="Suite.TableFiles.FileRefusedException">The archive or its XML is broken, larger than the options allow, or of another kind.</exception>
    /// <exception cref="PlanFormatException">A table is larger than the options allow.</exception>
    internal (DocumentForm Form, SourceDocument Document) Read(ReadOnlyMemory<byte> bytes) => OfficeFile.Read(bytes, options, (package, root, main) => root switch
    {
        "document" => (DocumentForm.Word, new WordReader(package, options, notices).Read(main)),
        "workbook" => (DocumentForm.Workbook, ReadWorkbook(package, main)),
        _ => throw OfficeFile.Unsupported(package, root),
    });

    private SourceDocument ReadWorkbook(OfficePackage package, string main)
    {
        var blocks = new WorkbookBlocks(options, notices);
        new WorkbookReader(package, options, blocks).Read(main);
        return blocks.ToDocument();
    }
}
