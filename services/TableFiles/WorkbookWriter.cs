using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Suite.TableFiles;

/// <summary>A sheet to write: its first row is the heading.</summary>
/// <param name="Name">At most 31 characters.</param>
public sealed record WrittenSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Writes plain tables as .xlsx (ECMA-376): every cell is text, the heading is bold and stays in sight. The same rows give the same bytes.</summary>
public static class WorkbookWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LeastWidth = 10;
    private const int MostWidth = 50;

    private static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyList<WrittenSheet> sheets)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}.styles+xml\"/>"
                + Each(sheets, (_, n) => $"<Override PartName=\"/xl/sheet{n}.xml\" ContentType=\"{Type}.worksheet+xml\"/>") + "</Types>");
            Put(archive, "_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            Put(archive, "xl/_rels/workbook.xml.rels", Relations($"<Relationship Id=\"styles\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                + Each(sheets, (_, n) => $"<Relationship Id=\"s{n}\" Type=\"{Office}/worksheet\" Target=\"sheet{n}.xml\"/>")));
            Put(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + Each(sheets, (s, n) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{n}\" r:id=\"s{n}\"/>") + "</sheets></workbook>");
            Put(archive, "xl/styles.xml", Styles);
            foreach (var (at, sheet) in sheets.Index()) Put(archive, $"xl/sheet{at + 1}.xml", Sheet(sheet));
        }
        return buffer.ToArray();
    }

    /// <summary>Style 0 is text (number format 49), style 1 the same in bold.</summary>
    private static string Styles => $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"SimSun\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"SimSun\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
        + "<xf numFmtId=\"49\" fontId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";

    private static string Sheet(WrittenSheet sheet)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        var columns = sheet.Rows.Count == 0 ? 0 : sheet.Rows.Max(r => r.Count);
        for (var column = 0; column < columns; column++)
        {
            var width = Math.Clamp(sheet.Rows.Max(r => column < r.Count ? r[column].Sum(c => c > 0xFF ? 2 : 1) : 0) + 2, LeastWidth, MostWidth);
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{width}\" style=\"0\" customWidth=\"1\"/>");
        }
        xml.Append("</cols><sheetData>");
        foreach (var (at, row) in sheet.Rows.Index())
        {
            xml.Append("<row>");
            foreach (var words in row) xml.Append(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\" s=\"{(at == 0 ? 1 : 0)}\"><is><t xml:space=\"preserve\">{Escape(words)}</t></is></c>");
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString().Replace("<cols></cols>", "", StringComparison.Ordinal);
    }

    /// <summary>Characters that XML cannot hold become U+FFFD.</summary>
    private static string Escape(string words)
    {
        var safe = string.Concat(words.EnumerateRunes().Select(r => r.Value is '\t' or '\n' || (r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF)) ? r.ToString() : "\uFFFD"));
        return SecurityElement.Escape(safe);
    }

    private static string Each(IReadOnlyList<WrittenSheet> sheets, Func<WrittenSheet, int, string> xml) => string.Concat(sheets.Select((s, at) => xml(s, at + 1)));

    private static string Relations(string inside) => $"<Relationships xmlns=\"{Package}/relationships\">{inside}</Relationships>";

    private static void Put(ZipArchive archive, string part, string xml)
    {
        var entry = archive.CreateEntry(part);
        entry.LastWriteTime = Moment;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(Declaration);
        writer.Write(xml);
    }
}
