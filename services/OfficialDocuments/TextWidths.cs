namespace Suite.OfficialDocuments;

public static class TextWidths
{
    /// <summary>About how many Chinese characters wide a line is: ASCII counts half.</summary>
    public static double Ems(string line) => line.EnumerateRunes().Sum(rune => rune.IsAscii ? 0.5 : 1);
}
