using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Rules;
using Enum = System.Enum;
using LightRule = Suite.Tasks.Lights.LightRule;

namespace Suite.Tasks.Api;

/// <summary>Supervision rules in the words of the contract.</summary>
static partial class RuleMessages
{
    const string Root = "supervision_rule";
    const string Hour = "HH:mm";

    public static V1.SupervisionRule ToMessage(this SupervisionRule rule)
    {
        var message = new V1.SupervisionRule
        {
            Name = rule.Name, Kind = (V1.SupervisionRuleKind)rule.Kind, Version = rule.Version, EffectiveDate = CityTime.Text(rule.EffectiveFrom),
            Reason = rule.Reason, CreateTime = rule.CreatedAt.ToTimestamp(), Creator = rule.CreatedBy,
        };
        // One by one: setting a member of a oneof to null would clear the one that is set.
        if (rule.Light is { } light) message.Light = ToMessage(light);
        if (rule.Deadline is { } deadline) message.Deadline = ToMessage(deadline);
        if (rule.Reminder is { } reminder) message.Reminder = ToMessage(reminder);
        if (rule.Score is { } score) message.Score = ToMessage(score);
        if (rule.Handling is { } handling) message.Handling = ToMessage(handling);
        return message;
    }

    /// <exception cref="ProblemException">INVALID_FIELD where it says nothing, or what cannot be read.</exception>
    public static IRule Read(V1.SupervisionRule rule) => rule.ContentCase switch
    {
        V1.SupervisionRule.ContentOneofCase.Light => Read(rule.Light, $"{Root}.light"),
        V1.SupervisionRule.ContentOneofCase.Deadline => Read(rule.Deadline),
        V1.SupervisionRule.ContentOneofCase.Reminder => Read(rule.Reminder, $"{Root}.reminder"),
        V1.SupervisionRule.ContentOneofCase.Score => Read(rule.Score, $"{Root}.score"),
        V1.SupervisionRule.ContentOneofCase.Handling => Read(rule.Handling),
        _ => throw Problems.InvalidField(Root, "must say one of light, deadline, reminder, score, handling."),
    };

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static RuleKey KeyOf(string name) =>
        NamePattern().Match(name) is { Success: true } match && Enum.TryParse<RuleKind>(match.Groups["kind"].Value, ignoreCase: true, out var kind)
            ? new(kind, int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture))
            : throw Problems.InvalidField("name", "must be supervisionRules/{kind}-{version} with a kind of light, deadline, reminder, score, handling.");

    static V1.LightRule ToMessage(LightRule rule) => new()
    {
        YellowAbove = TaskMessages.Text(rule.YellowAbove), RedAbove = TaskMessages.Text(rule.RedAbove), OverdueIsRed = rule.OverdueIsRed,
    };

    static LightRule Read(V1.LightRule rule, string path) =>
        new(Inputs.Decimal(rule.YellowAbove, $"{path}.yellow_above"), Inputs.Decimal(rule.RedAbove, $"{path}.red_above"), rule.OverdueIsRed);

    static V1.DeadlineRule ToMessage(DeadlineRule rule) => new()
    {
        OpensDaysBeforeEnd = rule.OpensDaysBeforeEnd, ReportWorkingDays = rule.ReportWorkingDays, ContributionWorkingDays = rule.ContributionWorkingDays,
        ResubmitWorkingDays = rule.ResubmitWorkingDays, AcknowledgeWorkingDays = rule.AcknowledgeWorkingDays,
    };

    static DeadlineRule Read(V1.DeadlineRule rule) => new(
        rule.OpensDaysBeforeEnd, rule.ReportWorkingDays, rule.ContributionWorkingDays, rule.ResubmitWorkingDays, rule.AcknowledgeWorkingDays);

    static V1.ReminderRule ToMessage(ReminderRule rule) => new()
    {
        Stages = { rule.Stages.Select(s => new V1.ReminderStage { Days = s.Days, To = { s.To.Select(r => (V1.ReminderRecipient)r) } }) },
        SendFrom = rule.SendFrom.ToString(Hour, CultureInfo.InvariantCulture), SendUntil = rule.SendUntil.ToString(Hour, CultureInfo.InvariantCulture),
        WorkingDaysOnly = rule.WorkingDaysOnly,
    };

    static ReminderRule Read(V1.ReminderRule rule, string path) => new(
        [.. rule.Stages.Select(s => new ReminderStage(s.Days, [.. s.To.Select(r => (Recipient)r)]))],
        HourIn(rule.SendFrom, $"{path}.send_from"), HourIn(rule.SendUntil, $"{path}.send_until"), rule.WorkingDaysOnly);

    static V1.ScoreRule ToMessage(ScoreRule rule) => new()
    {
        Start = TaskMessages.Text(rule.Start), Missing = TaskMessages.Text(rule.Missing), Returned = TaskMessages.Text(rule.Returned),
        LateDay = TaskMessages.Text(rule.LateDay), LateMost = TaskMessages.Text(rule.LateMost), BeatenAbove = TaskMessages.Text(rule.BeatenAbove),
        Beaten = TaskMessages.Text(rule.Beaten), BeatenMost = TaskMessages.Text(rule.BeatenMost),
        ContributionMissing = TaskMessages.Text(rule.ContributionMissing), ContributionReturned = TaskMessages.Text(rule.ContributionReturned),
        ContributionLateDay = TaskMessages.Text(rule.ContributionLateDay), ContributionLateMost = TaskMessages.Text(rule.ContributionLateMost),
    };

    static ScoreRule Read(V1.ScoreRule rule, string path) => new(
        Inputs.Decimal(rule.Start, $"{path}.start"), Inputs.Decimal(rule.Missing, $"{path}.missing"), Inputs.Decimal(rule.Returned, $"{path}.returned"),
        Inputs.Decimal(rule.LateDay, $"{path}.late_day"), Inputs.Decimal(rule.LateMost, $"{path}.late_most"),
        Inputs.Decimal(rule.BeatenAbove, $"{path}.beaten_above"), Inputs.Decimal(rule.Beaten, $"{path}.beaten"),
        Inputs.Decimal(rule.BeatenMost, $"{path}.beaten_most"))
    {
        ContributionMissing = OrNone(rule.ContributionMissing, $"{path}.contribution_missing"),
        ContributionReturned = OrNone(rule.ContributionReturned, $"{path}.contribution_returned"),
        ContributionLateDay = OrNone(rule.ContributionLateDay, $"{path}.contribution_late_day"),
        ContributionLateMost = OrNone(rule.ContributionLateMost, $"{path}.contribution_late_most"),
    };

    static decimal OrNone(string points, string field) => points.Length == 0 ? 0 : Inputs.Decimal(points, field);

    static V1.HandlingRule ToMessage(HandlingRule rule) => new()
    {
        EndorsedKinds = { rule.EndorsedKinds.Select(k => (V1.AdjustmentKind)k) }, InstructionDays = rule.InstructionDays, QuestionDays = rule.QuestionDays,
    };

    static HandlingRule Read(V1.HandlingRule rule) =>
        new([.. rule.EndorsedKinds.Select(k => (AdjustmentKind)k)], rule.InstructionDays, rule.QuestionDays);

    static TimeOnly HourIn(string text, string field) =>
        TimeOnly.TryParseExact(text, Hour, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? hour
            : throw Problems.InvalidField(field, "must be an hour as HH:MM, 00:00 to 23:59.");

    [GeneratedRegex(@"^supervisionRules/(?<kind>light|deadline|reminder|score|handling)-(?<version>[1-9][0-9]{0,7})\z")]
    private static partial Regex NamePattern();
}
