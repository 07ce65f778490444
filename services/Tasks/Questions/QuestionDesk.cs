using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Questions;

/// <summary>Which side somebody speaks for: the office, or their unit.</summary>
public sealed record QuestionSide(bool Office, CaseAct Act);

/// <summary>Takes questions from the asking to the end.</summary>
public sealed class QuestionDesk(TasksDbContext db, CaseBook book, CaseParties parties, RuleBook rules, CityTime time)
{
    /// <param name="unit">Whom the office asks, null for the first unit that leads the task; a unit can only name itself.</param>
    /// <exception cref="ProblemException">NOT_FOUND, INVALID_FIELD, ILLEGAL_STEP.</exception>
    public async Task<Question> CreateAsync(TaskName name, string? unit, DateOnly? due, QuestionSide by, CancellationToken cancellation)
    {
        var task = await book.TaskAsync(name, "be asked about", cancellation);
        if (!by.Office && unit is not null && unit != by.Act.Unit) throw Problems.InvalidField("question.unit", "must be left out: a unit asks for itself.");
        if (due < time.Today) throw Problems.InvalidField("question.due_date", $"must be today ({CityTime.Text(time.Today)}) or later.");
        var part = await parties.UnitAsync(task, by.Office ? unit : by.Act.Unit, "question.unit", cancellation);
        var number = await book.NextAsync<Question, QuestionState>(name, CaseKind.Question, cancellation);
        var made = Question.Ask(number, by.Office, part, due ?? await DueAsync(cancellation), by.Act);
        db.Questions.Add(made);
        parties.Tell(made, made.UnitId, made.UnitName, made.DueOn);
        return made;
    }

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<Question> AnswerAsync(CaseName name, string etag, QuestionSide by, CancellationToken cancellation) =>
        StepAsync(name, etag, by, asking: false, question => question.Answer(by.Act), cancellation);

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<Question> FollowUpAsync(CaseName name, string etag, QuestionSide by, CancellationToken cancellation)
    {
        var due = await DueAsync(cancellation);
        return await StepAsync(name, etag, by, asking: true, question => question.FollowUp(due, by.Act), cancellation);
    }

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<Question> CloseAsync(CaseName name, string etag, QuestionSide by, CancellationToken cancellation) =>
        StepAsync(name, etag, by, asking: true, question => question.Close(by.Act), cancellation);

    /// <param name="asking">True for a step of the side that asks, false for one of the side that is asked.</param>
    async Task<Question> StepAsync(CaseName name, string etag, QuestionSide by, bool asking, Action<Question> step, CancellationToken cancellation)
    {
        var question = await book.TakeAsync<Question, QuestionState>(name, etag, cancellation);
        if (!by.Office) CaseParties.RequireUnit(question.UnitId, by.Act, name);
        if ((question.FromOffice == by.Office) != asking)
            throw Problems.Because(Reason.OutOfScope, $"'{name}' was asked by {(question.FromOffice ? "the office" : question.UnitName)}: this step is the other side's.");
        step(question);
        parties.Tell(question, question.UnitId, question.UnitName, question.State == QuestionState.Open ? question.DueOn : null);
        return question;
    }

    async Task<DateOnly> DueAsync(CancellationToken cancellation) =>
        time.Today.AddDays((await rules.HandlingAsync(time.Today, cancellation)).Rule.QuestionDays);
}
