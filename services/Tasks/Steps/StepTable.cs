using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Steps;

/// <summary>The steps of one kind of aggregate, as the documentation and the tests read them.</summary>
public interface IStepTable
{
    /// <summary>The resource's type, e.g. Adjustment.</summary>
    string Type { get; }

    /// <summary>The same in Chinese.</summary>
    string Title { get; }

    IReadOnlyList<string> States { get; }

    IReadOnlyList<StepRow> Rows { get; }
}

/// <summary>One action with its states by name.</summary>
public sealed record StepRow(string Verb, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<string> Methods, string Otherwise);

/// <summary>What can be done in which state. The aggregate asks it before every step, so that it says what is so.</summary>
public sealed class StepTable<TState>(string type, string title, params IReadOnlyList<Step<TState>> steps) : IStepTable
    where TState : struct, Enum
{
    public string Type => type;

    public string Title => title;

    public IReadOnlyList<string> States => [.. Enum.GetValues<TState>().Select(StateNames.Of)];

    public IReadOnlyList<StepRow> Rows => [.. steps.Select(s => new StepRow(s.Verb, Names(s.From), Names(s.To), s.Methods, s.Otherwise))];

    /// <summary>Requires that a step can be taken.</summary>
    /// <param name="name">The aggregate's resource name.</param>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void Require(Step<TState> step, TState state, string name)
    {
        if (!steps.Contains(step)) throw new InvalidOperationException($"{step.Verb} is no step of {type}.");
        if (!step.From.Contains(state)) throw Problems.IllegalStep(type, name, StateNames.Of(state), step.Wish);
    }

    /// <summary>Requires that a step can be taken and leads where it is to lead.</summary>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void Require(Step<TState> step, TState state, TState to, string name)
    {
        Require(step, state, name);
        if (!(step.To.Count == 0 ? state.Equals(to) : step.To.Contains(to)))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{step.Verb} of {type} does not lead to {to}."));
    }

    static IReadOnlyList<string> Names(IEnumerable<TState> states) => [.. states.Select(StateNames.Of)];
}

/// <summary>Names of states as the contract writes them, without the enum's prefix.</summary>
public static class StateNames
{
    public static string Of<TState>(TState state)
        where TState : struct, Enum =>
        string.Concat(state.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));
}
