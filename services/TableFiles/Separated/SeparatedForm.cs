namespace Suite.TableFiles.Separated;

/// <summary>Tells CSV and TSV from the plain text form, and finds the separator.</summary>
public static class SeparatedForm
{
    private const int Looked = 200;
    private const int FewestFields = 3;

    /// <summary>The separator of a text that is called CSV or TSV: the one that cuts most lines into the same number of fields.</summary>
    public static char Separator(string text) => new[] { ',', '\t', ';' }.MaxBy(separator => Regularity(text, separator).Score);

    /// <summary>
    /// The separator of a text that nobody calls CSV, null where it is the text form: tabs are the text form's own unless quoted cells hold
    /// tabs or line breaks; commas and semicolons count where most lines have the same number of cells, at least three.
    /// </summary>
    public static char? TryDetect(string text)
    {
        if (text.Contains('\t')) return Regularity(text, '\t').UsesQuotes ? '\t' : null;
        var (separator, found) = new[] { ',', ';' }.Select(s => (s, Regularity(text, s))).MaxBy(s => s.Item2.Score);
        return found.IsTable ? separator : null;
    }

    private static (int Score, bool IsTable, bool UsesQuotes) Regularity(string text, char separator)
    {
        var records = new SeparatedText(text, separator);
        var fields = new List<string>();
        var counts = new Dictionary<int, int>();
        var lines = 0;
        while (lines < Looked && records.TryRead(fields, out _))
        {
            if (fields.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            lines++;
            counts[fields.Count] = counts.GetValueOrDefault(fields.Count) + 1;
        }
        var (width, times) = counts.Where(c => c.Key > 1).Select(c => (c.Key, c.Value)).DefaultIfEmpty().MaxBy(c => c.Value);
        return (width * times, width >= FewestFields && times * 2 > lines, records.UsesQuotes);
    }
}
