using System.Text;
using Google.Protobuf;
using Suite.TableFiles;

namespace Suite.Directory.Tests.Import;

/// <summary>Files as a clerk would make them. Cells of a row are divided by |.</summary>
static class Files
{
    public static ByteString Xlsx(params (string Sheet, string[] Rows)[] sheets) =>
        ByteString.CopyFrom(WorkbookWriter.Write([.. sheets.Select(s => new WrittenSheet(s.Sheet, [.. s.Rows.Select(r => r.Split('|'))]))]));

    public static ByteString Csv(params string[] rows) => ByteString.CopyFrom(SeparatedWriter.Write(rows.Select(r => r.Split('|'))));

    public static ByteString Gb18030(params string[] rows) =>
        ByteString.CopyFrom(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(string.Join("\r\n", rows.Select(r => r.Replace('|', ',')))));
}
