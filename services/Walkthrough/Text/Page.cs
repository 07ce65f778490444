using System.Globalization;

namespace Suite.Walkthrough.Text;

/// <summary>What is printed: headings, lines in both languages, and items as they stand in the data.</summary>
sealed class Page(TextWriter writer)
{
    public void Heading(string key, params object?[] values)
    {
        writer.WriteLine();
        writer.WriteLine($"== {Words.Both(key, values)}");
    }

    public void Line(string key, params object?[] values) => writer.WriteLine($"   {Words.Both(key, values)}");

    public void Item(string text) => writer.WriteLine($"     - {text}");

    /// <summary>A moment as the reader's clock shows it.</summary>
    public static string Moment(DateTimeOffset? time) =>
        time?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "–";
}
