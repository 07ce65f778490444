using Suite.TableFiles.Office;

namespace Suite.TableFiles.Workbooks;

/// <summary>Reads a .xlsx: every visible sheet in the order of the tabs.</summary>
public sealed class WorkbookReader(OfficePackage package, FileLimits limits, IWorkbookVisitor visitor)
{
    private readonly List<RichText> strings = [];
    private bool is1904;

    /// <param name="main">Name of the main part.</param>
    public void Read(string main)
    {
        var names = Sheets(main);
        var places = package.Relations(main).Where(r => r.Kind == "worksheet").GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.First().Target);
        ReadStrings(main);
        var sheet = new SheetReader(strings, Styles(main), is1904, limits, visitor);
        foreach (var (name, id) in names)
        {
            if (!places.TryGetValue(id, out var part)) continue;
            using var reader = package.Open(part);
            if (reader is not null && reader.ToRoot()) sheet.Read(reader, name);
            foreach (var kind in package.Relations(part).Select(r => r.Kind).Intersect(["comments", "drawing"]))
                visitor.Tell(kind == "comments" ? WorkbookNotice.CommentsPassedOver : WorkbookNotice.DrawingsPassedOver, 1, name);
        }
    }

    private List<(string Name, string Id)> Sheets(string main)
    {
        var visible = new List<(string, string)>();
        using var reader = package.Open(main);
        if (reader is null || !reader.ToRoot()) return visible;
        reader.Children(() =>
        {
            if (reader.Name == "workbookPr") is1904 = reader["date1904"] is "1" or "true";
            else if (reader.Name == "sheets")
                reader.Children(() =>
                {
                    var name = Excerpt.Of(reader["name"] ?? "");
                    if (reader["state"] is "hidden" or "veryHidden") visitor.Tell(WorkbookNotice.SheetHidden, 1, name);
                    else if (reader["id"] is { } id) visible.Add((name, id));
                });
        });
        return visible;
    }

    private void ReadStrings(string main)
    {
        using var reader = package.Open(package.Related(main, "sharedStrings"));
        if (reader is null || !reader.ToRoot()) return;
        reader.Children(() =>
        {
            if (reader.Name == "si") strings.Add(RichText.Read(reader, isShared: true));
        });
    }

    private SheetStyles Styles(string main)
    {
        using var reader = package.Open(package.Related(main, "styles"));
        return new SheetStyles(reader);
    }
}
