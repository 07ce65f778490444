using System.Globalization;
using System.Text.RegularExpressions;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Cases;

/// <summary>What is dealt with on a task beside its reports.</summary>
public enum CaseKind
{
    Adjustment = 1,
    Instruction = 2,
    Question = 3,
    Closing = 4,
}

/// <summary>plans/{plan}/tasks/{number}/{adjustments|instructions|questions|closings}/{case}; cases count from 1 within the task and kind.</summary>
public readonly partial record struct CaseName(TaskName Task, CaseKind Kind, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Task}/{CollectionOf(Kind)}/{Number}");

    public static string CollectionOf(CaseKind kind) => $"{kind.ToString().ToLowerInvariant()}s";

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static CaseName Read(string name, CaseKind kind, string field = "name") =>
        TryRead(name) is { } read && read.Kind == kind
            ? read
            : throw Problems.InvalidField(field, $"must be plans/{{plan}}/tasks/{{number}}/{CollectionOf(kind)}/{{{kind.ToString().ToLowerInvariant()}}}.");

    public static CaseName? TryRead(string name)
    {
        if (Pattern().Match(name) is not { Success: true } match || ResourceNames.TryTask(match.Groups["task"].Value) is not { } task) return null;
        var kind = Enum.GetValues<CaseKind>().Single(k => CollectionOf(k) == match.Groups["kind"].Value);
        return new(task, kind, int.Parse(match.Groups["case"].ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<task>plans/[a-z0-9-]{1,40}/tasks/[0-9]{1,8})/(?<kind>adjustments|instructions|questions|closings)/(?<case>[1-9][0-9]{0,7})\z")]
    private static partial Regex Pattern();
}
