using Suite.Tasks.Decomposition.Cells;
using Suite.TableFiles.Office;

namespace Suite.Tasks.Decomposition.Documents.Word;

/// <summary>
/// A table (17.4). Its grid's edges are often a hair apart where rows were drawn or converted one by one; edges nearer than 2 mm are
/// taken for the same.
/// </summary>
internal sealed class WordTable(PartReader reader, WordStory story, ReaderOptions options)
{
    /// <summary>In twentieths of a point.</summary>
    private const int SameEdge = 113;

    private readonly GridBuilder grid = new(options);
    private readonly List<int> edges = [0];
    private int last;
    private int position;

    internal Grid? Read(ref int line, ref int places)
    {
        var at = line;
        Rows(() => ReadRow(ref at));
        line = at;
        return grid.Build(ref places);
    }

    /// <summary>The words of the table the reader stands on, paragraph by paragraph, for the cell around it.</summary>
    internal static void Words(PartReader reader, WordStory story, WordFlow into) => story.Descend(() =>
    {
        if (reader.Name is "tr") story.Descend(() => TakeCell(reader, story, into));
        else if (reader.Name is not ("tblPr" or "tblGrid")) return false;
        return true;
    });

    private static bool TakeCell(PartReader reader, WordStory story, WordFlow into)
    {
        if (reader.Name is not "tc") return reader.Name is "trPr" or "tblPrEx";
        into.EndParagraph(0);
        story.Content(into);
        into.EndParagraph(0);
        return true;
    }

    private void Rows(Action row) => story.Descend(() =>
    {
        if (reader.Name is "tr") row();
        else if (reader.Name is "tblGrid") ReadEdges();
        else if (reader.Name is not "tblPr") return false;
        return true;
    });

    private void ReadEdges()
    {
        var (edge, first) = (0, 0);
        reader.Children(() =>
        {
            if (reader.Name != "gridCol" || edges.Count > options.MaxColumns * 4) return;
            edge += Math.Clamp(WordValue.Number(reader["w"]) ?? SameEdge * 10, 0, 100_000);
            var isSame = edge - first < SameEdge;
            edges.Add(isSame ? edges[^1] : edges[^1] + 1);
            if (!isSame) first = edge;
        });
    }

    private void ReadRow(ref int line)
    {
        var at = line++;
        var isDeleted = false;
        position = 0;
        last = 0;
        grid.StartRow(at);
        story.Descend(() =>
        {
            if (reader.Name is "trPr") reader.Children(() => isDeleted |= ReadRowProperty());
            else if (reader.Name is "tc" && !isDeleted) ReadCell(at);
            else if (reader.Name is not ("tc" or "tblPrEx")) return false;
            return true;
        });
    }

    private bool ReadRowProperty()
    {
        if (reader.Name == "gridBefore") position = Math.Max(0, WordValue.Number(reader["val"]) ?? 0);
        if (reader.Name == "del") story.TellDeleted();
        return reader.Name == "del";
    }

    private void ReadCell(int line)
    {
        var (span, isContinued, text) = (1, false, new CellTextBuilder(options, line));
        CellFlow flow = null!;
        flow = new CellFlow(text, _ => Words(reader, story, flow));
        story.Content(flow, () =>
        {
            if (reader.Name == "gridSpan") span = Math.Max(1, WordValue.Number(reader["val"]) ?? 1);
            else if (reader.Name == "vMerge") isContinued = reader["val"] is not "restart";
            else if (reader.Name == "hMerge" && reader["val"] is not "restart") span = 0;
        });
        Place(text.Build(), span, isContinued);
    }

    private void Place(CellText text, int span, bool isContinued)
    {
        // A cell swallowed by its left neighbour (hMerge, of old files) has a column of its own; the neighbour reaches over it.
        if (span == 0)
        {
            grid.Widen(Edge(++position) - last);
            last = Edge(position);
            return;
        }
        var (from, to) = (Edge(position), Edge(position += span));
        last = Math.Max(to, from + 1);
        if (to == from && text.IsEmpty) return;
        grid.MoveTo(from);
        if (!isContinued || !grid.Continue(to - from)) grid.AddAt(from, text, to - from, rowSpan: 1);
    }

    private int Edge(int position) => position < edges.Count ? edges[position] : edges[^1] + position - edges.Count + 1;
}
