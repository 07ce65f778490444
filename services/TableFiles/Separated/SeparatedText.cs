namespace Suite.TableFiles.Separated;

/// <summary>
/// Records of a text by RFC 4180: fields between separators, in quotes where they hold one, a line break or a quote (doubled).
/// What stands behind a closing quote is taken as it is, as Excel does; a quote that is never closed reaches to the end.
/// </summary>
public sealed class SeparatedText(string text, char separator)
{
    private int at;
    private int line = 1;

    /// <summary>True where a quoted field held a separator, a quote or a line break, which makes the text CSV or TSV for sure.</summary>
    public bool UsesQuotes { get; private set; }

    /// <summary>The next record and the line it begins in, from 1; false at the end. A blank line is a record of one empty field.</summary>
    public bool TryRead(List<string> fields, out int begins)
    {
        fields.Clear();
        begins = line;
        if (at >= text.Length) return false;
        do fields.Add(Field());
        while (Take(separator));
        EndLine();
        return true;
    }

    private string Field()
    {
        if (at < text.Length && text[at] == '"') return Quoted();
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r')) at++;
        return text[start..at];
    }

    private string Quoted()
    {
        var (start, doubled) = (++at, false);
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                if (at + 1 == text.Length || text[at + 1] != '"') break;
                doubled = true;
                at++;
            }
            else if (text[at] == '\n') line++;
            at++;
        }
        var inside = text.AsSpan(start, Math.Min(at, text.Length) - start);
        UsesQuotes |= at < text.Length && (doubled || inside.ContainsAny(separator, '\n'));
        var field = doubled ? inside.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : inside.ToString();
        at = Math.Min(at + 1, text.Length);
        return at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r') ? field + Rest() : field;
    }

    private string Rest()
    {
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\n' or '\r')) at++;
        return text[start..at];
    }

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void EndLine()
    {
        Take('\r');
        if (Take('\n') || (at > 0 && at <= text.Length && text[at - 1] == '\r')) line++;
    }
}
