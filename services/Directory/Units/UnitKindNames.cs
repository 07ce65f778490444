using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Suite.Directory.Units;

/// <summary>Kinds as the seed file and the database write them: <c>state_enterprise</c>.</summary>
public static class UnitKindNames
{
    static readonly Dictionary<string, UnitKind> Kinds = Enum.GetValues<UnitKind>().ToDictionary(Of);

    public static IEnumerable<string> All => Kinds.Keys;

    public static string Of(UnitKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    public static bool TryParse(string text, [NotNullWhen(true)] out UnitKind? kind)
    {
        kind = Kinds.TryGetValue(text, out var found) ? found : null;
        return kind is not null;
    }

    public static UnitKind Parse(string text) => Kinds[text];
}
