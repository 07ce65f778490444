using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Wording;

/// <summary>The standing words of documents, from the resource files, in one language.</summary>
public sealed class Wordings(CultureInfo language)
{
    static readonly ConcurrentDictionary<string, Wordings> Languages = new();

    static readonly ResourceManager Resources = new("Suite.Reporting.Wording.Wordings", typeof(Wordings).Assembly);

    /// <param name="name">zh-CN or en.</param>
    public static Wordings In(string name) => Languages.GetOrAdd(name, n => new(CultureInfo.GetCultureInfo(n)));

    /// <exception cref="MissingManifestResourceException">No such word.</exception>
    public string this[string key] => Resources.GetString(key, language) ?? throw new MissingManifestResourceException($"There is no word '{key}'.");

    public bool IsEnglish => language.Name == "en";

    public string Format(string key, params object[] parts) => string.Format(CultureInfo.InvariantCulture, this[key], parts);

    /// <summary>一, or 1: as headings number.</summary>
    public string Ordinal(int number) => IsEnglish ? number.ToString(CultureInfo.InvariantCulture) : Numerals.Chinese(number);

    /// <summary>一季度</summary>
    public string Quarter(int quarter) => this[$"Quarter{quarter}"];

    /// <summary>The year up to the end of the quarter: 上半年.</summary>
    public string YearTo(int quarter) => this[$"YearTo{quarter}"];

    public string LightName(Light light) => this[$"Light{light}"];

    /// <summary>2024年4月10日, or 10 April 2024.</summary>
    public string Day(DateOnly day) => day.ToString(this["Day"], language);

    /// <summary>What stands behind a number: in the singular and the plural of languages that have both, one|more.</summary>
    public string Unit(string key, decimal value) => this[key].Split('|') is [var one, var more] ? value == 1 ? one : more : this[key];

    /// <summary>What makes a number a rank: 位, or st, nd, rd, th.</summary>
    public string Rank(int rank) => language.Name != "en" ? this["RankUnit"] : (rank % 100 / 10, rank % 10) switch
    {
        (not 1, 1) => "st",
        (not 1, 2) => "nd",
        (not 1, 3) => "rd",
        _ => "th",
    };

    public string Moment(DateTime time) => Format("Moment", time.Year, time.Month, time.Day, time.ToString("HH:mm", CultureInfo.InvariantCulture));
}
