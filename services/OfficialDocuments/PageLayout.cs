using DocumentFormat.OpenXml.Wordprocessing;

namespace Suite.OfficialDocuments;

/// <summary>
/// A4 with the margins of GB/T 9704-2012: top 37 mm, left 28 mm, so that 156 mm × 225 mm are left for the text; the page number 7 mm below
/// the text. Lengths in twentieths of a point.
/// </summary>
public static class PageLayout
{
    const uint Short = 11906;
    const uint Long = 16838;
    const int Top = 2098;
    const uint Left = 1588;
    const uint Right = 1474;
    const int Bottom = 1984;
    const uint Footer = 1304;
    const uint LandscapeFooter = 800;

    public const int TextWidth = (int)(Short - Left - Right);
    public const int LandscapeTextWidth = (int)Long - Top - Bottom;

    public static SectionProperties Portrait(string oddFooter, string evenFooter) => Section(
        oddFooter, evenFooter, new PageSize { Width = Short, Height = Long },
        new PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 850, Footer = Footer, Gutter = 0 });

    /// <summary>The same page turned: what was its top is its right side.</summary>
    public static SectionProperties Landscape(string oddFooter, string evenFooter) => Section(
        oddFooter, evenFooter, new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = (int)Left, Bottom = (int)Right, Left = Bottom, Right = Top, Header = 850, Footer = LandscapeFooter, Gutter = 0 });

    static SectionProperties Section(string oddFooter, string evenFooter, PageSize size, PageMargin margin) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = oddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = evenFooter },
        new SectionType { Val = SectionMarkValues.NextPage }, size, margin);
}
