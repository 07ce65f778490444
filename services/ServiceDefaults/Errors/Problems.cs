using System.Globalization;
using Suite.Errors.V1;

namespace Suite.ServiceDefaults.Errors;

/// <summary>The errors the services raise, each made in one way.</summary>
public static class Problems
{
    /// <summary>Fields that a message names for each person; the details name all.</summary>
    const int ToldFields = 10;

    public static ProblemException NotFound(string type, string name) =>
        new(new Problem(Reason.NotFound, $"There is no {type} named '{name}' that you may see.") { Resource = new(type, name) });

    /// <summary>The same answer where the resource, if it exists, is kept from this caller; audited as a refusal.</summary>
    public static ProblemException NotVisible(string type, string name) => new(NotFound(type, name).Problem with { MayBeHidden = true });

    public static ProblemException InvalidField(string field, string expected) => InvalidFields([new(field, expected)]);

    public static ProblemException InvalidFields(IReadOnlyList<FieldViolation> violations) =>
        new(new Problem(Reason.InvalidField, string.Join(" ", violations.Select(v => $"{v.Field}: {v.Description}"))) { Violations = violations });

    public static ProblemException AlreadyExists(string type, string name) =>
        new(new Problem(Reason.AlreadyExists, $"{type} '{name}' exists already.") { Resource = new(type, name) });

    /// <param name="changes">What changed since; none where that is not kept or not for the caller.</param>
    public static ProblemException StaleEtag(string type, string name, IReadOnlyList<ChangedField>? changes = null) =>
        new(new Problem(Reason.StaleEtag, $"{type} '{name}' has changed since you read it; read it again.{Told(changes ?? [])}")
        {
            Resource = new(type, name),
            Changes = changes ?? [],
        });

    static string Told(IReadOnlyList<ChangedField> changes) => string.Concat(changes.GroupBy(c => c.ActorDisplayName).Select(by =>
        $" {by.Key} changed {string.Join(", ", by.Select(c => c.Field).Take(ToldFields))}{(by.Count() > ToldFields ? ", …" : "")}."));

    /// <summary>A state transition that is not possible now.</summary>
    public static ProblemException IllegalStep(string type, string name, string state, string step) =>
        new(new Problem(Reason.IllegalStep, $"{type} '{name}' is {state}; it cannot {step}.")
        {
            Resource = new(type, name),
            Metadata = new Dictionary<string, string> { ["state"] = state, ["step"] = step },
        });

    /// <summary>Any other refusal; the reason decides the status.</summary>
    public static ProblemException Because(Reason reason, string message) => new(new Problem(reason, message));

    public static ProblemException TooLarge(string what, long limit) =>
        new(new Problem(Reason.TooLarge, $"{what} is larger than the limit of {limit} bytes.")
        {
            Metadata = new Dictionary<string, string> { ["limit"] = limit.ToString(CultureInfo.InvariantCulture) },
        });
}
