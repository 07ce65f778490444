using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Suite.Reporting.Documents;

/// <summary>Puts a chart beside the data of its sheet.</summary>
static class SheetDrawing
{
    public const string Id = "rDrawing";
    const string ChartId = "rChart";

    static readonly XNamespace D = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void Add(WorksheetPart sheet, XDocument chart)
    {
        var drawing = sheet.AddNewPart<DrawingsPart>(Id);
        ChartParts.Feed(drawing.AddNewPart<ChartPart>(ChartId), chart);
        ChartParts.Feed(drawing, Xml());
    }

    static XDocument Xml() => new(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(D + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", D), new XAttribute(XNamespace.Xmlns + "a", A),
        new XElement(D + "twoCellAnchor", Corner("from", 6, 1), Corner("to", 16, 20),
            new XElement(D + "graphicFrame", new XAttribute("macro", ""),
                new XElement(D + "nvGraphicFramePr", new XElement(D + "cNvPr", new XAttribute("id", 2), new XAttribute("name", "chart 1")), new XElement(D + "cNvGraphicFramePr")),
                new XElement(D + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName),
                    new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", R), new XAttribute(R + "id", ChartId))))),
            new XElement(D + "clientData"))));

    static XElement Corner(string name, int column, int row) => new(D + name,
        new XElement(D + "col", column), new XElement(D + "colOff", 0), new XElement(D + "row", row), new XElement(D + "rowOff", 0));
}
