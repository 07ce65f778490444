namespace Suite.Year.Tests;

/// <summary>
/// Lights, walked through in the order in which they were set. One set by hand is about the quarter reviewed last before it, or where none was about
/// that of its day, and holds from there on until the next report is accepted.
/// </summary>
/// <param name="marks">In order, of all tasks.</param>
sealed class BookedLights(IEnumerable<BookedMark> marks, int year, DateTimeOffset asOf)
{
    readonly ILookup<int, BookedMark> _marks = marks.ToLookup(m => m.Task);

    public bool SetByHand(int task, DateTime time) => _marks[task].Any(m => m.Period is null && m.Time == time);

    public (int Light, bool ByHand)? Of(int task, int quarter)
    {
        (int Light, bool ByHand)? shown = null, reported = null;
        var reviewed = 0;
        foreach (var mark in _marks[task])
        {
            if (mark.Period is { } period)
            {
                var (month, about) = (period / 10, ((period / 10) + 2) / 3);
                reviewed = Math.Max(reviewed, about);
                if (about > quarter) continue;
                if (about == quarter && month % 3 == 0) reported = (mark.Light, false);
                shown = reported;
            }
            else
            {
                var about = reviewed > 0 ? reviewed : QuarterOf(mark.Time);
                if (about == quarter || (about < quarter && quarter <= QuarterOf(asOf))) shown = (mark.Light, true);
            }
        }

        return shown;
    }

    int QuarterOf(DateTimeOffset time)
    {
        var day = CityDays.Of(time);
        return day.Year < year ? 1 : day.Year > year ? 4 : (day.Month + 2) / 3;
    }
}
