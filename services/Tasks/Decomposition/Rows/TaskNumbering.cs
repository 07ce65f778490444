using System.Globalization;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// The numbers of a plan's tasks, which tell them apart. They are the printed ones where these are plain numbers that run through the
/// document. Where they begin again at 1 in another section, are shared by rows of a merged cell, or are no plain numbers (1.2, （三）), tasks are
/// numbered as they stand, from 1, and keep the printed number as their label.
/// </summary>
internal static class TaskNumbering
{
    internal static List<(int Number, string? Label)> Of(IReadOnlyList<PrintedNumber> tasks)
    {
        if (!IsOwn(tasks)) return [.. tasks.Select(t => (t.Number, (string?)null))];
        return [.. tasks.Select((t, i) => (i + 1, t.Label.Length == 0 || t.Label == Text(i + 1) ? null : t.Label))];
    }

    private static bool IsOwn(IReadOnlyList<PrintedNumber> tasks)
    {
        for (var i = 0; i < tasks.Count; i++)
            if (tasks[i].Number == 0 || tasks[i].Shared || (i > 0 && BeginsAgain(tasks[i - 1], tasks[i]))) return true;
        return false;
    }

    /// <summary>1 behind a higher number, or in another section; the same number twice in a row is a mistake of the table's.</summary>
    private static bool BeginsAgain(PrintedNumber before, PrintedNumber task) => task.Number == 1 && (before.Number > 1 || before.Section != task.Section);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a document prints as a task's number.</summary>
/// <param name="Number">0 where that is not a plain number.</param>
/// <param name="Label">As printed; empty where nothing is.</param>
/// <param name="Shared">True where the row shares the number, in a merged cell, with the row above.</param>
/// <param name="Section">The section it stands in.</param>
internal readonly record struct PrintedNumber(int Number, string Label, bool Shared, string Section);
