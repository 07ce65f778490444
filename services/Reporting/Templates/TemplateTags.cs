using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Suite.Reporting.Templates;

/// <summary>The content controls of a template by their tags: whether each is known, stands where it can be filled, and every loop has an end.</summary>
static class TemplateTags
{
    public const string Each = "each:";
    public const string Begin = "begin:";
    public const string End = "end:";

    const int LongestQuote = 24;

    /// <returns>Empty where the template can be filled.</returns>
    public static IReadOnlyList<TemplateFault> Check(MainDocumentPart main)
    {
        var faults = new List<TemplateFault>();
        if (main.Document?.Body is not { } body) return [new("word/document.xml", "has no body.")];
        Check(body, "word/document.xml", faults);
        foreach (var (at, header) in main.HeaderParts.Index()) Check(header.Header, $"header {at + 1}", faults, textOnly: true);
        foreach (var (at, footer) in main.FooterParts.Index()) Check(footer.Footer, $"footer {at + 1}", faults, textOnly: true);
        if (!body.Descendants<SdtElement>().Any(s => TagOf(s) is "body" or "part-body"))
            faults.Add(new("word/document.xml", "has no control tagged 'body' or 'part-body': the text would have no place."));
        return faults;
    }

    public static string TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value?.Trim() ?? "";

    static void Check(OpenXmlElement root, string part, List<TemplateFault> faults, bool textOnly = false)
    {
        foreach (var control in root.Descendants<SdtElement>())
        {
            var (tag, place) = (TagOf(control), Place(root, control, part));
            if (tag.Length == 0) continue;
            if (tag.StartsWith(Begin, StringComparison.Ordinal)) CheckPair(control, tag[Begin.Length..], place, faults);
            else if (tag.StartsWith(End, StringComparison.Ordinal))
            {
                if (BeginOf(control, tag[End.Length..]) is null) faults.Add(new(place, $"'{tag}' ends a loop that has no '{Begin}{tag[End.Length..]}' before it beside it."));
            }
            else if (tag.StartsWith(Each, StringComparison.Ordinal)) CheckLoop(tag[Each.Length..], place, Scope(control), faults);
            else CheckField(control, tag, place, textOnly, faults);
        }
    }

    static void CheckPair(SdtElement begin, string loop, string place, List<TemplateFault> faults)
    {
        CheckLoop(loop, place, Scope(begin), faults);
        if (EndOf(begin, loop) is null) faults.Add(new(place, $"'{Begin}{loop}' begins a loop without end: '{End}{loop}' must stand after it, beside it."));
    }

    static void CheckLoop(string loop, string place, IReadOnlyList<string> scope, List<TemplateFault> faults)
    {
        if (!TemplateFields.All.Any(f => f.Kind == TemplateFieldKind.Loop && f.Tag == loop)) faults.Add(new(place, $"There is no loop '{loop}'. Loops: {Known(TemplateFieldKind.Loop)}."));
        else if (scope.Count > 0) faults.Add(new(place, $"The loop '{loop}' stands inside the loop '{scope[^1]}'; loops do not nest."));
    }

    static void CheckField(SdtElement control, string tag, string place, bool textOnly, List<TemplateFault> faults)
    {
        var field = TemplateFields.All.FirstOrDefault(f => f.Tag == tag && f.Kind != TemplateFieldKind.Loop);
        if (field is null) faults.Add(new(place, $"There is no field '{tag}'. Fields: {Known(TemplateFieldKind.Text)}, {Known(TemplateFieldKind.Blocks)}."));
        else if (field.Loop.Length > 0 && !Scope(control).Contains(field.Loop)) faults.Add(new(place, $"The field '{tag}' stands outside the loop '{field.Loop}'."));
        else if (field.Kind == TemplateFieldKind.Blocks && (textOnly || control is not SdtBlock))
            faults.Add(new(place, $"The field '{tag}' is paragraphs and tables: its control must hold whole paragraphs of the text."));
        else if (control.Descendants<SdtElement>().Any(inner => TagOf(inner).Length > 0)) faults.Add(new(place, $"The field '{tag}' has another field inside it."));
    }

    static string Known(TemplateFieldKind kind) => string.Join(", ", TemplateFields.All.Where(f => f.Kind == kind).Select(f => f.Tag));

    /// <summary>The loops in which a control stands, the innermost last.</summary>
    static IReadOnlyList<string> Scope(SdtElement control)
    {
        var loops = new List<string>();
        for (OpenXmlElement? at = control; at is not null; at = at.Parent)
        {
            if (at != control && at is SdtElement outer && TagOf(outer) is var tag && tag.StartsWith(Each, StringComparison.Ordinal)) loops.Insert(0, tag[Each.Length..]);
            foreach (var before in at.ElementsBefore().SelectMany(Markers).Where(m => TagOf(m).StartsWith(Begin, StringComparison.Ordinal)))
                if (EndOf(before, TagOf(before)[Begin.Length..]) is { } end && Holder(end).IsAfter(at)) loops.Insert(0, TagOf(before)[Begin.Length..]);
        }

        return loops;
    }

    static IEnumerable<SdtElement> Markers(OpenXmlElement element) => element is SdtElement control ? [control] : element is Paragraph or TableRow ? element.Descendants<SdtElement>() : [];

    /// <summary>What a marker takes with it: its row, its paragraph, or itself.</summary>
    public static OpenXmlElement Holder(SdtElement marker) => marker switch
    {
        SdtBlock or SdtRow => marker,
        _ => (OpenXmlElement?)marker.Ancestors<TableRow>().FirstOrDefault() ?? marker.Ancestors<Paragraph>().FirstOrDefault() ?? (OpenXmlElement)marker,
    };

    public static SdtElement? EndOf(SdtElement begin, string loop) => Holder(begin).ElementsAfter().SelectMany(Markers).FirstOrDefault(m => TagOf(m) == End + loop);

    static SdtElement? BeginOf(SdtElement end, string loop) => Holder(end).ElementsBefore().SelectMany(Markers).LastOrDefault(m => TagOf(m) == Begin + loop);

    static string Place(OpenXmlElement root, SdtElement control, string part)
    {
        var paragraph = control.Ancestors<Paragraph>().FirstOrDefault() ?? control.Descendants<Paragraph>().FirstOrDefault();
        var number = paragraph is null ? 0 : root.Descendants<Paragraph>().TakeWhile(p => p != paragraph).Count() + 1;
        return $"{part}, paragraph {number} \"{Texts.Excerpt(paragraph?.InnerText ?? "", LongestQuote)}\"";
    }
}
