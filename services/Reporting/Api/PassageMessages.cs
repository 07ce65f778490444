using Google.Protobuf.WellKnownTypes;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.V1;

namespace Suite.Reporting.Api;

/// <summary>Passages as the messages of the contract.</summary>
static class PassageMessages
{
    public static IReadOnlyList<Passage> Of(EditedPaper paper, IReadOnlyList<PassageEdit> edits)
    {
        var byKey = edits.ToDictionary(e => e.Key);
        return
        [
            .. paper.Composed.Passages.Select(p => Of(p, byKey.GetValueOrDefault(p.Key), paper.Faults.GetValueOrDefault(p.Key) ?? [])),
            .. paper.Homeless.Select(e => Edited(new() { Key = e.Key, Homeless = true }, e)),
        ];
    }

    static Passage Of(Paragraph passage, PassageEdit? edit, IReadOnlyList<Papers.PassageFault> faults)
    {
        var message = new Passage { Key = passage.Key, Composed = Passages.Text(passage.Inlines), Faults = { faults.Select(Of) } };
        return edit is null ? message : Edited(message, edit);
    }

    static Passage Edited(Passage message, PassageEdit edit)
    {
        (message.Edited, message.Replaced) = (edit.Text, edit.Replaced);
        message.Editor = new() { Account = edit.Account, DisplayName = edit.DisplayName, Time = edit.Time.ToTimestamp() };
        return message;
    }

    static V1.PassageFault Of(Papers.PassageFault fault) => new()
    {
        Kind = (V1.PassageFault.Types.Kind)(int)fault.Kind, Figure = fault.Figure, Written = fault.Written, Expected = fault.Expected,
    };
}
