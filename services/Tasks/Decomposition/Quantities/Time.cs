using System.Buffers;
using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Words of a measure that only say when, or how firmly.</summary>
internal static partial class Time
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("年季累力争半月0");

    internal static string Without(string words) => words.AsSpan().ContainsAny(Signs) ? Pattern().Replace(words, "") : words;

    [GeneratedRegex("(?:其中)?(?:第?[一二三四](?:、[一二三四])*季度(?:末前?|底前?)?)|(?:20[0-9]{2}年?(?:年内|度|内|全年)?)|全年|年内|累计|力争|争取|上半年|下半年|半年|(?:[0-9]{1,2}月?[-、至到])*[0-9]{1,2}月(?:份|底前|底|前|中旬|上旬|下旬)?|年底前?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
