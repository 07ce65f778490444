using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>Files made to harm: each is refused or read, soon, in little memory, and nothing outside is touched.</summary>
[Collection(nameof(Timed))]
public sealed class HostileFileTests(ITestOutputHelper output)
{
    private const long MostMemory = 512L << 20;

    private static PlanFormatReason Refused(byte[] file) => Should.Throw<PlanFormatException>(() => new PlanReader().Read(file)).Reason;

    private void EndsSoon(byte[] file)
    {
        var outcome = "a plan";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var taken = Timed.Taken(() =>
        {
            try
            {
                new PlanReader().Read(file);
            }
            catch (PlanFormatException refused)
            {
                outcome = $"{refused.Reason}: {refused.Message}";
            }
        });
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{file.Length:N0} bytes, {taken.TotalMilliseconds:0} ms, {allocated / 1048576.0:0} MiB allocated, {outcome}");
        taken.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        LargestHeld(file).ShouldBeLessThan(MostMemory);
    }

    /// <summary>Allocated in all is an upper bound of held at once; only where that is too much is it looked at more closely.</summary>
    private static long LargestHeld(byte[] file)
    {
        var largest = 0L;
        using var done = new ManualResetEventSlim();
        var watch = new Thread(() =>
        {
            while (!done.Wait(5)) largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: false));
        });
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        watch.Start();
        try
        {
            new PlanReader().Read(file);
        }
        catch (PlanFormatException refused)
        {
            refused.Expected.ShouldNotBeEmpty();
        }
        done.Set();
        watch.Join();
        return largest - before;
    }

    private static string Many(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    [Theory]
    [InlineData(" ", 60_000_000)]
    [InlineData("<w:p/>", 8_000_000)]
    public void Read_PartThatUnpacksToFarMore_IsRefused(string piece, int times) =>
        Refused(OfficeFile.Zip(OfficeFile.Unzip(OfficeFile.Word(Many(piece, times))), CompressionLevel.Optimal)).ShouldBe(PlanFormatReason.TooComplex);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>")]
    [InlineData("<!DOCTYPE a [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    public void Read_DocumentType_IsRefused(string type)
    {
        var parts = OfficeFile.Unzip(OfficeFile.Word("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>"));
        Refused(OfficeFile.Zip(parts.Select(p => (p.Name, p.Name.EndsWith("document.xml", StringComparison.Ordinal) ? [.. Encoding.UTF8.GetBytes(type), .. p.Content] : p.Content))))
            .ShouldBe(PlanFormatReason.Unsafe);
    }

    [Fact]
    public void Read_RelationsToTheOutside_AreNotFollowed()
    {
        using var outside = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        outside.Start();
        var address = $"http://{outside.LocalEndpoint}/x";
        var parts = OfficeFile.Unzip(Editions.Write(Editions.Of(Samples.Table), "docx")).ToDictionary(p => p.Name, p => p.Content);
        parts["word/_rels/document.xml.rels"] = Encoding.UTF8.GetBytes(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(new[] { "styles", "numbering", "attachedTemplate", "image" }.Select(kind =>
                $"<Relationship Id=\"{kind}\" Type=\"x/{kind}\" Target=\"{address}\" TargetMode=\"External\"/><Relationship Id=\"{kind}2\" Type=\"x/{kind}\" Target=\"{address}\"/>"))
            + "</Relationships>");
        new PlanReader().Read(OfficeFile.Zip(parts.Select(p => (p.Key, p.Value)))).Tasks.Count.ShouldBe(5);
        outside.Pending().ShouldBeFalse();
    }

    [Theory]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 50_000)]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 50_000)]
    [InlineData("<w:x>", "", 200_000)]
    public void Read_WordNestedDeep_IsRefused(string open, string close, int depth) =>
        Refused(OfficeFile.Word(Many(open, depth) + Many(close, depth))).ShouldBe(PlanFormatReason.TooComplex);

    [Theory]
    [InlineData("<div>", 300_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<b>甲", 200_000)]
    [InlineData("<p><font size=1><font size=2><font size=3><i id=1><i id=2>", 20_000)]
    [InlineData("<table><tr><td rowspan=65534 colspan=1000>甲", 30_000)]
    [InlineData("<a><b><i><u><p>", 60_000)]
    [InlineData("<select><option><table>", 60_000)]
    [InlineData("<ol><li>", 100_000)]
    [InlineData("&lt;", 2_000_000)]
    [InlineData("<", 4_000_000)]
    public void Read_HtmlOfOnePiece_EndsSoon(string piece, int times) => EndsSoon(Encoding.UTF8.GetBytes("<html>" + Many(piece, times)));

    [Theory]
    [InlineData("<tr><td rowspan=65534>甲", 200)]
    [InlineData("<tr><td rowspan=1000000000 colspan=1000000000>甲<td>乙", 5_000)]
    [InlineData("<tr><td>甲", 100_000)]
    public void Read_HtmlTableOfOnePiece_EndsSoon(string piece, int times) => EndsSoon(Encoding.UTF8.GetBytes("<table>" + Many(piece, times)));

    [Theory]
    [InlineData("以上任务于6月底前", "", 1_500)]
    [InlineData("以上任务于6月底前完成。\n", "甲乙丙丁\n", 45_000)]
    [InlineData("一、甲\n以上任务于6月底前完成。\n", "", 45_000)]
    [InlineData("2027年一季度，明年上半年", "3个，", 2_000)]
    public void Read_ListOfOnePiece_EndsSoon(string piece, string other, int times) =>
        EndsSoon(Encoding.UTF8.GetBytes($"1. 甲。（责任单位：市局）\n{Many(piece, times)}\n{Many(other, times)}"));

    [Theory]
    [InlineData("\"", 2_000_000)]
    [InlineData("\"\",", 1_000_000)]
    [InlineData("a,", 3_000_000)]
    [InlineData("a,b,c\n", 1_000_000)]
    [InlineData("\"a\n\"", 1_000_000)]
    public void Read_SeparatedTextOfOnePiece_EndsSoon(string piece, int times) => EndsSoon(Encoding.UTF8.GetBytes("甲,乙,丙\n" + Many(piece, times)));

    [Fact]
    public void Read_StringThatManyCellsShare_IsCountedForEach()
    {
        var strings = $"<sst {OfficeFile.SheetNamespaces}><si><t>{Many("甲", 40_000)}</t></si></sst>";
        var row = $"<row>{Many("<c t='s'><v>0</v></c>", 20)}</row>";
        Refused(OfficeFile.Workbook([("表", "", $"<sheetData>{Many(row, 2000)}</sheetData>")], ("sharedStrings", strings))).ShouldBe(PlanFormatReason.TooLong);
    }

    [Theory]
    [InlineData("<row r='1048576'><c r='XFD1048576' t='str'><v>甲</v></c></row>", "", 2_000)]
    [InlineData("<row><c t='str'><v>甲</v></c><c t='str'><v>乙</v></c></row>", "<mergeCell ref='A1:XFD1048576'/>", 20_000)]
    [InlineData("<row><c t='str'><v>甲</v></c><c t='str'><v>乙</v></c></row>", "<mergeCell ref='C1:XFD1048576'/>", 20_000)]
    [InlineData("<row><c s='99999999999'><v>1e308</v></c><c><v>NaN</v></c><c><v>-1e-308</v></c></row>", "", 20_000)]
    [InlineData("<row><c/></row>", "", 100_000)]
    public void Read_SheetOfOnePiece_EndsSoon(string row, string merge, int times) => EndsSoon(OfficeFile.Workbook(
        [("表", "", $"<sheetData>{Many(row, times)}</sheetData><mergeCells>{Many(merge, Math.Min(times, 5_000))}</mergeCells>")]));

    [Theory]
    [InlineData("<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>", 30_000)]
    [InlineData("<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2147483647'/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>", 30_000)]
    [InlineData("<w:tr><w:trPr><w:gridBefore w:val='999999999'/></w:trPr><w:tc/><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>", 30_000)]
    [InlineData("<w:tblGrid><w:gridCol w:w='99999999999'/></w:tblGrid>", 30_000)]
    public void Read_WordTableOfOnePiece_EndsSoon(string piece, int times) => EndsSoon(OfficeFile.Word($"<w:tbl>{Many(piece, times)}</w:tbl>"));

    [Fact]
    public void Read_MorePartsThanAllowed_IsRefused() =>
        Refused(OfficeFile.Zip(Enumerable.Range(0, 10_001).Select(i => ($"p{i}.xml", Array.Empty<byte>())))).ShouldBe(PlanFormatReason.TooComplex);

    [Fact]
    public void Read_LargestFileThatMayBeUnpacked_EndsSoon()
    {
        // Incompressible attributes make the file large enough for the ratio to allow what it unpacks to.
        var random = new Random(7);
        var noise = string.Concat(Enumerable.Range(0, 60_000).Select(_ => $"<w:p w:rsidR='{Convert.ToHexString(RandomBytes(random, 60))}'/>"));
        EndsSoon(OfficeFile.Word(noise + Many("<w:p><w:r><w:t>甲</w:t></w:r></w:p>", 400_000)));
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
