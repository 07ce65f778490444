using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;

namespace Suite.Reporting.Tests.Documents;

/// <summary>A document opened again, as a reader would.</summary>
sealed class Opened(byte[] document) : IDisposable
{
    readonly WordprocessingDocument _package = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);

    public Body Body => _package.MainDocumentPart!.Document.Body!;

    /// <summary>The text of each paragraph outside tables.</summary>
    public IReadOnlyList<string> Lines => [.. Body.Elements<Paragraph>().Select(p => p.InnerText)];

    public string Text => Body.InnerText;

    public IReadOnlyList<Table> Tables => [.. Body.Elements<Table>()];

    public void ShouldBeValid() =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(_package)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ShouldBeEmpty();

    public void Dispose() => _package.Dispose();
}
