using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>Breaks files in the ways files get broken, and in the ways people break them: every number of a seed always gives the same file.</summary>
internal sealed partial class Mutations
{
    private const string Plain = "text";

    private static readonly string[] Shreds =
    [
        "\t", "\n", "\"", ",", "&;", "&#x0;", "<b>", "</p>", "一季度：", "1. ", "9999. ", "\uFFFF", "\0", "<td rowspan=1000000000>", "<table><tr><td>", "<w:tbl><w:tr><w:tc>",
        "<w:p>", "</w:p>", "<w:vMerge/>", "<w:gridSpan w:val='2147483647'/>", "<c t='s'><v>99999</v></c>", "<mergeCell ref='A1:XFD1048576'/>", "<row r='1048576'/>", "]]>", "<!--",
        "<w:fldChar w:fldCharType='begin'/>", "<a href='http://127.0.0.1:9/'>", "<script>", "<?xml version='1.0'?>", "&c;", "<w:numId w:val='1'/>",
    ];

    private static readonly string[] Heads =
    [
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\">", "\uFEFF\uFEFF", "%PDF-", "PK\u0003\u0004",
    ];

    private readonly (string Form, byte[] File)[] whole;
    private readonly byte[][] bombs;

    internal Mutations()
    {
        var document = Editions.Of(Samples.Table);
        whole = [(Plain, Encoding.UTF8.GetBytes(Samples.Table)), .. Editions.Forms.Select(f => (f, Editions.Write(document, f)))];
        bombs = [Bomb("word/document.xml", ' '), Bomb("word/document.xml", 'a'), Bomb("xl/sharedStrings.xml", '\n')];
    }

    internal byte[] Make(int number)
    {
        var random = new Random(20261122 + number);
        if (random.Next(400) == 0) return bombs[random.Next(bombs.Length)];
        var (form, file) = whole[random.Next(whole.Length)];
        var isZip = form is "docx" or "xlsx";
        if (isZip && random.Next(10) > 1) return Inside(file, random);
        return random.Next(3) == 0 || isZip || form is "tsv" or "csv-gb18030" ? Bytes(file, random) : Encoding.UTF8.GetBytes(Words(Encoding.UTF8.GetString(file), random));
    }

    /// <summary>Changes parts and packs them again; now and then a part is lost, doubled or put in another's place.</summary>
    private byte[] Inside(byte[] file, Random random)
    {
        var parts = OfficeFile.Unzip(file).ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(parts.Count);
            var (name, content) = parts[at];
            switch (random.Next(12))
            {
                case 0: parts.RemoveAt(at); break;
                case 1: parts.Add((name, Bytes(content, random))); break;
                case 2: parts[at] = (name, parts[random.Next(parts.Count)].Content); break;
                case 3: parts[at] = (name, Bytes(content, random)); break;
                default: parts[at] = (name, Encoding.UTF8.GetBytes(Words(Encoding.UTF8.GetString(content), random))); break;
            }
            if (parts.Count == 0) break;
        }
        var packed = OfficeFile.Zip(parts);
        return random.Next(12) == 0 ? Bytes(packed, random) : packed;
    }

    private byte[] Bytes(byte[] file, Random random)
    {
        var bytes = new List<byte>(file);
        for (var change = random.Next(1, 5); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 2000), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 2: bytes.RemoveRange(at, bytes.Count - at); break;
                case 3: bytes.InsertRange(at, whole[random.Next(whole.Length)].File.Take(length)); break;
                default:
                    for (var flip = random.Next(1, 20); flip > 0; flip--) bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Words(string text, Random random)
    {
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(0, Math.Min(1500, text.Length - at) + 1);
            var shred = Shreds[random.Next(Shreds.Length)];
            text = random.Next(10) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, shred),
                3 => text.Insert(at, Many(shred, random.Next(2, 3000))),
                4 => text.Insert(at, Many("深", random.Next(1, 60_000))),
                5 => Numbers().Replace(text, m => random.Next(6) == 0 ? $"\"{(random.Next(2) == 0 ? "2147483647" : "-1")}\"" : m.Value),
                6 => Heads[random.Next(Heads.Length)] + text,
                7 => Nested(text, at, random),
                8 => Tags().Replace(text, m => random.Next(15) == 0 ? "" : m.Value),
                _ => text.Replace(shred, Shreds[random.Next(Shreds.Length)], StringComparison.Ordinal),
            };
        }
        return text;
    }

    private static string Nested(string text, int at, Random random)
    {
        var tag = Tags().Match(text, at) is { Success: true } found ? found.Groups[1].Value : "div";
        var depth = random.Next(1, 4000);
        return text.Insert(at, Many($"<{tag}>", depth) + (random.Next(2) == 0 ? Many($"</{tag}>", depth) : ""));
    }

    private static string Many(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();

    private static byte[] Bomb(string part, char filling)
    {
        var parts = OfficeFile.Unzip(OfficeFile.Word("<w:p/>", ("styles", "<x/>"))).Where(p => p.Name != part).ToList();
        parts.Add((part, Encoding.UTF8.GetBytes($"<w:document {OfficeFile.WordNamespaces}><w:body><w:p><w:r><w:t>{new string(filling, 40_000_000)}</w:t></w:r></w:p></w:body></w:document>")));
        return OfficeFile.Zip(parts, CompressionLevel.Optimal);
    }

    [GeneratedRegex("\"[0-9]+\"")]
    private static partial Regex Numbers();

    [GeneratedRegex("</?([a-zA-Z:]{1,20})[^<>]{0,200}>")]
    private static partial Regex Tags();
}
