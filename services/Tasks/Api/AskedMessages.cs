using Google.Protobuf.WellKnownTypes;
using Suite.Tasks.Calendar;
using Suite.Tasks.Closing;
using Suite.Tasks.Instructions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Questions;

namespace Suite.Tasks.Api;

/// <summary>Instructions, questions and requests to close in the words of the contract.</summary>
static class AskedMessages
{
    /// <param name="today">In the city.</param>
    public static V1.Instruction ToMessage(this Instruction instruction, DateOnly today) => new()
    {
        Name = instruction.Name.ToString(), Leader = ResourceNames.Person(instruction.LeaderId), LeaderDisplayName = instruction.LeaderName,
        Unit = ResourceNames.Unit(instruction.UnitId), UnitDisplayName = instruction.UnitName, Text = instruction.Text,
        DueDate = CityTime.Text(instruction.DueOn), State = (V1.InstructionState)instruction.State, Overdue = instruction.IsOverdue(today),
        Steps = { instruction.Steps.OrderBy(s => s.Ordinal).Select(s => s.ToMessage()) }, Etag = Etag.Of(instruction.Version),
        CreateTime = instruction.CreatedAt.ToTimestamp(),
    };

    /// <param name="today">In the city.</param>
    public static V1.Question ToMessage(this Question question, DateOnly today) => new()
    {
        Name = question.Name.ToString(), Unit = ResourceNames.Unit(question.UnitId), UnitDisplayName = question.UnitName, FromOffice = question.FromOffice,
        Text = question.Text, DueDate = CityTime.Text(question.DueOn), State = (V1.QuestionState)question.State, Overdue = question.IsOverdue(today),
        Steps = { question.Steps.OrderBy(s => s.Ordinal).Select(s => s.ToMessage()) }, Etag = Etag.Of(question.Version),
        CreateTime = question.CreatedAt.ToTimestamp(),
    };

    public static V1.Closing ToMessage(this ClosingRequest closing) => new()
    {
        Name = closing.Name.ToString(), Unit = ResourceNames.Unit(closing.UnitId), UnitDisplayName = closing.UnitName, Report = closing.Report.ToString(),
        Text = closing.Text, State = (V1.ClosingState)closing.State, Steps = { closing.Steps.OrderBy(s => s.Ordinal).Select(s => s.ToMessage()) },
        Etag = Etag.Of(closing.Version), CreateTime = closing.CreatedAt.ToTimestamp(),
    };
}
