using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Templates;

/// <summary>Fills the content controls of a checked template. Controls disappear, what they held is what was filled in.</summary>
/// <param name="write">Blocks as elements of the document.</param>
/// <param name="tail">What the field "tail" is filled with.</param>
sealed class TemplateFiller(Func<Block, IEnumerable<OpenXmlElement>> write, Func<IEnumerable<OpenXmlElement>> tail)
{
    /// <summary>Lines that must not break, with the largest size they have, in half points.</summary>
    static readonly Dictionary<string, int> Fitted = new() { ["issuer"] = 72, ["kind"] = 104 };

    /// <summary>What stands between the letters of <c>kind</c>, in half points, as long as there is room for it.</summary>
    const int Between = 24;

    public void Fill(MainDocumentPart main, TemplateValues values)
    {
        WrapPairs(main.Document.Body!);
        Fill(main.Document.Body!, values);
        foreach (var header in main.HeaderParts) Fill(header.Header, values);
        foreach (var footer in main.FooterParts) Fill(footer.Footer, values);
    }

    /// <summary>What stands between begin:NAME and end:NAME goes into one control each:NAME.</summary>
    static void WrapPairs(OpenXmlElement root)
    {
        foreach (var begin in root.Descendants<SdtElement>().Where(s => TemplateTags.TagOf(s).StartsWith(TemplateTags.Begin, StringComparison.Ordinal)).ToList())
        {
            var loop = TemplateTags.TagOf(begin)[TemplateTags.Begin.Length..];
            var (first, last) = (TemplateTags.Holder(begin), TemplateTags.Holder(TemplateTags.EndOf(begin, loop)!));
            var between = first.ElementsAfter().TakeWhile(e => e != last).ToList();
            var properties = new SdtProperties(new Tag { Val = TemplateTags.Each + loop });
            SdtElement wrapper = first is TableRow or SdtRow ? new SdtRow(properties, new SdtContentRow()) : new SdtBlock(properties, new SdtContentBlock());
            first.InsertAfterSelf(wrapper);
            foreach (var element in between)
            {
                element.Remove();
                wrapper.LastChild!.Append(element);
            }

            first.Remove();
            last.Remove();
        }
    }

    void Fill(OpenXmlElement root, TemplateValues values)
    {
        // The outermost first: a loop copies what is inside it before that is filled.
        while (root.Descendants<SdtElement>().FirstOrDefault() is { } control) FillOne(control, values);
    }

    void FillOne(SdtElement control, TemplateValues values)
    {
        var tag = TemplateTags.TagOf(control);
        if (tag.StartsWith(TemplateTags.Each, StringComparison.Ordinal)) Repeat(control, values.Loops[tag[TemplateTags.Each.Length..]]);
        else if (tag == "tail") Replace(control, [.. tail()]);
        // A line that says nothing leaves no empty line.
        else if (control is SdtBlock { Parent: Body } && values.Texts.TryGetValue(tag, out var said) && said.All(l => l.Length == 0)) control.Remove();
        else if (values.Blocks.TryGetValue(tag, out var blocks)) Replace(control, [.. blocks.SelectMany(write)]);
        else
        {
            if (values.Texts.TryGetValue(tag, out var lines)) Say(control, lines, Fitted.GetValueOrDefault(tag), tag == "kind" ? Between : 0);
            Unwrap(control);
        }
    }

    void Repeat(SdtElement control, IReadOnlyList<TemplateValues> items)
    {
        foreach (var bookmark in control.Descendants().Where(e => e is BookmarkStart or BookmarkEnd).ToList()) bookmark.Remove();
        var pattern = Content(control).ToList();
        foreach (var item in items)
        {
            OpenXmlElement holder = new Body();
            holder.Append(pattern.Select(e => e.CloneNode(true)));
            Fill(holder, item);
            foreach (var element in holder.ChildElements.ToList())
            {
                element.Remove();
                control.InsertBeforeSelf(element);
            }
        }

        control.Remove();
    }

    /// <summary>An empty paragraph behind that only ends a section gives its section to the last paragraph that was put in.</summary>
    static void Replace(SdtElement control, IReadOnlyList<OpenXmlElement> content)
    {
        foreach (var element in content) control.InsertBeforeSelf(element);
        if (content.LastOrDefault() is Paragraph last && control.NextSibling() is Paragraph { InnerText.Length: 0 } end && end.ParagraphProperties?.SectionProperties is { } section)
        {
            section.Remove();
            last.ParagraphProperties ??= new();
            last.ParagraphProperties.SectionProperties = section;
            end.Remove();
        }

        control.Remove();
    }

    static void Unwrap(SdtElement control)
    {
        foreach (var element in Content(control).ToList())
        {
            element.Remove();
            control.InsertBeforeSelf(element);
        }

        control.Remove();
    }

    static IEnumerable<OpenXmlElement> Content(SdtElement control) =>
        control.ChildElements.FirstOrDefault(e => e is SdtContentBlock or SdtContentRun or SdtContentRow or SdtContentCell)?.ChildElements ?? Enumerable.Empty<OpenXmlElement>();

    /// <summary>Puts the lines in the place of the control's text; the first run gives the look.</summary>
    static void Say(SdtElement control, IReadOnlyList<string> lines, int largest, int between)
    {
        var look = control.Descendants<RunProperties>().FirstOrDefault(p => p.Parent is Run)?.CloneNode(true) as RunProperties;
        // What Word shows while nothing has been typed in is no look to keep.
        look?.RemoveAllChildren<RunStyle>();
        var run = new Run(lines.SelectMany((line, at) => at == 0 ? new OpenXmlElement[] { Text(line) } : [new Break(), Text(line)]));
        if (largest > 0) look = Fit(look ?? new(), lines[0], largest, between);
        if (look is not null) run.PrependChild(look);
        if (control is SdtRun)
        {
            var content = control.GetFirstChild<SdtContentRun>() ?? control.AppendChild(new SdtContentRun());
            content.RemoveAllChildren();
            content.Append(run);
            return;
        }

        var paragraphs = control.Descendants<Paragraph>().ToList();
        foreach (var rest in paragraphs.Skip(1)) rest.Remove();
        if (paragraphs.Count == 0) return;
        var kept = paragraphs[0].ParagraphProperties;
        paragraphs[0].RemoveAllChildren();
        if (kept is not null) paragraphs[0].Append(kept);
        paragraphs[0].Append(run);
    }

    static RunProperties Fit(RunProperties look, string line, int largest, int between)
    {
        const int smallest = 36;
        var (width, ems) = ((PageLayout.TextWidth / 10) - (between * line.EnumerateRunes().Count()), Math.Max(1, TextWidths.Ems(line)));
        // Latin words are not spaced out.
        if (between > 0 && (width / ems < smallest || line.Any(char.IsAsciiLetter)))
        {
            look.Spacing = new() { Val = 0 };
            width = PageLayout.TextWidth / 10;
        }

        var size = Math.Clamp((int)(width / ems) - 2, smallest, int.TryParse(look.FontSize?.Val?.Value, CultureInfo.InvariantCulture, out var asked) ? Math.Max(smallest, asked) : largest)
            .ToString(CultureInfo.InvariantCulture);
        (look.FontSize, look.FontSizeComplexScript) = (new() { Val = size }, new() { Val = size });
        return look;
    }

    static Text Text(string line) => new(line) { Space = SpaceProcessingModeValues.Preserve };
}
