using System.Text;

namespace Suite.TableFiles;

/// <summary>Writes CSV as Excel opens it rightly: UTF-8 with a byte order mark, CRLF, quotes where they are needed.</summary>
public static class SeparatedWriter
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What <see cref="Write"/> put before words that a sheet would take for a formula, taken away again.</summary>
    public static string Plain(string field) => field.Length > 1 && field[0] == '\'' && IsFormula(field[1]) ? field[1..] : field;

    private static string Field(string words)
    {
        var safe = words.Length > 0 && IsFormula(words[0]) ? $"'{words}" : words;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsFormula(char c) => c is '=' or '+' or '-' or '@';
}
