using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Api;

/// <summary>What all cases share in the words of the contract.</summary>
static class CaseMessages
{
    const int LongText = 4000;

    public static V1.CaseStep ToMessage(this CaseStep step) => new()
    {
        Action = step.Verb, State = step.State, Actor = step.Account, ActorDisplayName = step.DisplayName,
        Unit = step.Unit is null ? "" : ResourceNames.Unit(step.Unit), Time = step.Time.ToTimestamp(), Text = step.Text,
    };

    /// <summary>Who acts, for which unit, with what words.</summary>
    /// <param name="required">True where the words must be given.</param>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static CaseAct Act(ServerCallContext context, DateTimeOffset now, string text, bool required, string field = "text")
    {
        if (required && string.IsNullOrWhiteSpace(text)) throw Problems.InvalidField(field, "must be given.");
        var access = Access.Of(context);
        return new(Inputs.ActorOf(access), access.Caller.Unit is { } unit ? ResourceNames.IdOf(unit) : null, now, Inputs.Text(text, field, LongText));
    }

    public static string LongOf(string value, string field) => Inputs.Text(value, field, LongText);

    public static IReadOnlyList<string> UnitsOf(IReadOnlyList<string> units, string field, int most)
    {
        if (units.Count > most) throw Problems.InvalidField(field, $"must be at most {most}.");
        var ids = units.Select((unit, i) => Inputs.Id(unit, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"))
            ?? throw Problems.InvalidField(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), "must be units/{unit}.")).ToList();
        return ids.Distinct().Count() == ids.Count ? ids : throw Problems.InvalidField(field, "names a unit twice.");
    }
}
