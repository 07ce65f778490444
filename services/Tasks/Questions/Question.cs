using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Steps;
using static Suite.Tasks.Questions.QuestionState;

namespace Suite.Tasks.Questions;

public enum QuestionState
{
    Open = 1,
    Answered = 2,
    Closed = 3,
}

/// <summary>What can be done with a question in which state.</summary>
public static class QuestionSteps
{
    public static readonly Step<QuestionState> Create = new("CREATE", "be asked", [], [Open]) { Methods = ["QuestionService.CreateQuestion"] };

    public static readonly Step<QuestionState> Answer = new("ANSWER", "be answered", [Open], [Answered]) { Methods = ["QuestionService.AnswerQuestion"] };

    public static readonly Step<QuestionState> FollowUp = new("FOLLOW_UP", "be followed up", [Answered], [Open]) { Methods = ["QuestionService.FollowUpQuestion"] };

    public static readonly Step<QuestionState> Close = new("CLOSE", "be closed", [Open, Answered], [Closed]) { Methods = ["QuestionService.CloseQuestion"] };

    public static readonly IReadOnlyList<QuestionState> Awaiting = [Open];

    public static readonly StepTable<QuestionState> Table = new("Question", "询问", Create, Answer, FollowUp, Close);
}

/// <summary>A thread between the office and a unit on a task.</summary>
public sealed class Question : AskedCase<QuestionState>
{
    /// <summary>True where the office asks.</summary>
    public bool FromOffice { get; private init; }

    public override CaseKind Kind => CaseKind.Question;

    protected override StepTable<QuestionState> Table => QuestionSteps.Table;

    protected override IReadOnlyList<QuestionState> Awaiting => QuestionSteps.Awaiting;

    public static Question Ask(CaseName name, bool fromOffice, Assignment unit, DateOnly due, CaseAct act)
    {
        var made = new Question
        {
            PlanId = name.Task.Plan, TaskNumber = name.Task.Number, Number = name.Number, FromOffice = fromOffice,
            UnitId = unit.UnitId, UnitName = unit.UnitName, Text = act.Text, DueOn = due,
        };
        made.Begin(QuestionSteps.Create, Open, act);
        return made;
    }

    public void Answer(CaseAct act) => Take(QuestionSteps.Answer, Answered, act);

    public void FollowUp(DateOnly due, CaseAct act) => Ask(QuestionSteps.FollowUp, Open, due, act);

    public void Close(CaseAct act) => Take(QuestionSteps.Close, Closed, act);
}
