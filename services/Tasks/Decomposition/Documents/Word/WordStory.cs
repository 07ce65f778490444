using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>
/// Goes through a story as it is printed with all changes accepted: inserted text is read, deleted and hidden text is not; of a field its
/// result, of a text box its paragraphs, of a content control what it holds.
/// </summary>
internal sealed class WordStory(PartReader reader, WordStyles styles, WordNumbering numbering, WordNotes notes, Notices notices)
{
    private readonly WordRun run = new(reader, styles);
    private readonly WordFields fields = new();
    private int paragraphs;

    /// <summary>Reads what is inside the present element.</summary>
    /// <param name="property">Called on each property of a cell.</param>
    internal void Content(WordFlow flow, Action? property = null) => Descend(() => Take(flow, property));

    /// <summary>Calls <paramref name="take"/> on each element inside the present one, further in wherever it takes none: wrappers come between anything.</summary>
    internal void Descend(Func<bool> take)
    {
        var isChosen = false;
        reader.Children(() =>
        {
            // Of the renderings of one thing (ECMA-376 part 3) the first is read.
            if (reader.Name is "Choice" or "Fallback" && isChosen) return;
            isChosen |= reader.Name is "Choice";
            if (!take() && !IsPassedOver()) Descend(take);
        });
    }

    internal void TellDeleted() => notices.Add(DiagnosticCode.ContentPassedOver, paragraphs + 1, "", "ChangesAccepted");

    /// <summary>What holds no words of this story, whatever is inside.</summary>
    private bool IsPassedOver()
    {
        switch (reader.Name)
        {
            case "del" or "moveFrom":
                TellDeleted();
                return true;
            case "altChunk" or "subDoc":
                notices.Add(DiagnosticCode.ContentPassedOver, paragraphs + 1, "", "OtherFilePassedOver");
                return true;
            case "commentReference":
                notices.Add(DiagnosticCode.ContentPassedOver, paragraphs + 1, "", "CommentsPassedOver");
                return true;
            default:
                return reader.Name is "pPr" or "rPr" or "sdtPr" or "sdtEndPr" or "sectPr" or "tblPr" or "trPr" or "tblGrid" or "rt" or "rubyPr" or "instrText"
                    or "delInstrText" or "delText" or "ctrlPr" or "docPr";
        }
    }

    private bool Take(WordFlow flow, Action? property)
    {
        switch (reader.Name)
        {
            case "p" when reader.IsOf("wordprocessingml"):
                Paragraph(flow);
                return true;
            case "tbl":
                flow.Table();
                return true;
            case "tcPr":
                if (property is not null) reader.Children(property);
                return true;
            case "sdt":
                ContentControl(flow, property);
                return true;
            case "r" when !reader.IsOf("drawingml"):
                Run(flow);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A content control that shows only its prompt holds nothing.</summary>
    private void ContentControl(WordFlow flow, Action? property)
    {
        var isPrompt = false;
        reader.Children(() =>
        {
            if (reader.Name == "sdtPr") reader.Children(() => isPrompt |= reader.Name == "showingPlcHdr" && WordValue.Flag(reader));
            else if (reader.Name == "sdtContent" && !isPrompt) Content(flow, property);
        });
    }

    private void Paragraph(WordFlow flow)
    {
        paragraphs++;
        run.Style = null;
        var properties = new WordParagraph();
        Descend(() =>
        {
            if (reader.Name != "pPr") return Take(flow, null);
            properties.Read(reader, styles);
            if (properties.Number(numbering) is { Length: > 0 } number) flow.Run(number, false);
            run.Style = properties.Style;
            return true;
        });
        fields.LeaveParagraph();
        if (!properties.GoesOn) flow.EndParagraph(properties.OutlineLevel ?? styles.OutlineLevel(properties.Style));
    }

    private void Run(WordFlow flow)
    {
        var (isBold, isHidden) = (run.IsBoldByStyle(null), false);
        Descend(() =>
        {
            switch (reader.Name)
            {
                case "rPr" when !reader.IsOf("drawingml"):
                    (isBold, isHidden) = run.Read();
                    return true;
                case "fldChar":
                    fields.Mark(reader["fldCharType"]);
                    return true;
                case "footnoteReference" or "endnoteReference":
                    notes.Tell(reader.Name == "footnoteReference" ? "footnotes" : "endnotes", reader["id"], paragraphs);
                    return true;
                case "txbxContent":
                    flow.EndParagraph(0);
                    Content(flow);
                    flow.EndParagraph(0);
                    return true;
                default:
                    return fields.IsCode || IsHidden(isHidden) ? reader.Name is "t" or "sym" : Words(flow, isBold);
            }
        });
    }

    private bool IsHidden(bool isHidden)
    {
        if (isHidden) notices.Add(DiagnosticCode.ContentHidden, paragraphs, "", "HiddenTextPassedOver");
        return isHidden;
    }

    private bool Words(WordFlow flow, bool isBold)
    {
        switch (reader.Name)
        {
            case "t" when !reader.IsOf("drawingml"):
                reader.Text(piece => flow.Run(piece, isBold));
                return true;
            case "br" or "cr" when !reader.IsOf("drawingml"):
                flow.EndParagraph(0);
                return true;
            case "tab" or "ptab":
                flow.Run("\t", isBold);
                return true;
            case "noBreakHyphen":
                flow.Run("-", isBold);
                return true;
            case "sym":
                flow.Run(WordRun.Symbol(reader["char"]), isBold);
                return true;
            default:
                return false;
        }
    }
}
