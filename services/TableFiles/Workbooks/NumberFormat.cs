using System.Globalization;
using System.Text;

namespace Suite.TableFiles.Workbooks;

/// <summary>
/// A number as the sheet shows it (18.8.31): sections for positive, negative and zero, digits with grouping, percent, literals, dates and
/// times. Fractions and exponents are shown as General shows them.
/// </summary>
public sealed class NumberFormat
{
    private const int LongestCode = 255;
    private readonly List<string> sections;

    private NumberFormat(List<string> sections) => this.sections = sections;

    /// <summary>Reads a format's code; a date's parts are known by their letters.</summary>
    public static NumberFormat Read(string code)
    {
        var sections = new List<string>();
        var section = new StringBuilder();
        if (code.Length > LongestCode) code = "";
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == ';')
            {
                sections.Add(section.ToString());
                section.Clear();
                continue;
            }
            var end = Literal(code, i);
            section.Append(code, i, end - i);
            i = end - 1;
        }
        sections.Add(section.ToString());
        return new NumberFormat(sections);
    }

    /// <param name="is1904">True where the workbook counts days from 1904.</param>
    public string Show(double number, bool is1904)
    {
        if (!double.IsFinite(number)) return "";
        var section = number < 0 && sections.Count > 1 ? 1 : number == 0 && sections.Count > 2 ? 2 : 0;
        var code = sections[section];
        if (code.Length == 0 || code.Contains("General", StringComparison.OrdinalIgnoreCase) || code == "@") return General(number);
        if (DateFormat.Is(code)) return DateFormat.Show(code, number, is1904) ?? General(number);
        var shown = DigitFormat.Show(code, Math.Abs(number));
        return shown is null ? General(number) : number < 0 && section == 0 && shown.AsSpan().ContainsAnyInRange('1', '9') ? "-" + shown : shown;
    }

    /// <summary>As many digits as Excel keeps, without exponent where that is readable.</summary>
    public static string General(double number) => Math.Abs(number) is >= 1e15 or (> 0 and < 1e-9)
        ? number.ToString("G15", CultureInfo.InvariantCulture)
        : Math.Round((decimal)number, 15).ToString("0.###############", CultureInfo.InvariantCulture);

    /// <summary>Where the literal or bracket at <paramref name="at"/> ends; one further for any other character.</summary>
    public static int Literal(string code, int at)
    {
        var close = code[at] switch
        {
            '"' => code.IndexOf('"', at + 1),
            '[' => code.IndexOf(']', at + 1),
            '\\' or '_' or '*' => at + 1,
            _ => at,
        };
        return close < 0 ? code.Length : Math.Min(close + 1, code.Length);
    }

    /// <summary>What the literal shows: quoted and escaped characters; brackets, fillers and gaps show nothing.</summary>
    public static string Shown(ReadOnlySpan<char> literal) => literal[0] switch
    {
        '"' => literal[1..].TrimEnd('"').ToString(),
        '\\' => literal[1..].ToString(),
        '[' => Currency(literal),
        '_' => " ",
        '*' => "",
        _ => literal.ToString(),
    };

    /// <summary>[$￥-804] shows ￥; colours, conditions and locales show nothing.</summary>
    private static string Currency(ReadOnlySpan<char> bracket)
    {
        if (!bracket.StartsWith("[$")) return "";
        var inside = bracket[2..].TrimEnd(']');
        var dash = inside.IndexOf('-');
        return (dash < 0 ? inside : inside[..dash]).ToString();
    }
}
