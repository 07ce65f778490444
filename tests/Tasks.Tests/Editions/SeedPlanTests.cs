using Shouldly;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Testing;

namespace Suite.Tasks.Tests.Editions;

/// <summary>A whole city's year, of which an edition corrects a little.</summary>
public sealed class SeedPlanTests
{
    static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Compare_TheYearWithItself_FindsNothing()
    {
        var tasks = Drafts();
        PlanComparison.Compare([.. tasks.Select(TaskWording.InForce)], [.. tasks.Select(TaskWording.Proposed)]).ShouldBeEmpty();
    }

    [Fact]
    public void Compare_OneTaskTakenOutAndAllBehindItRenumbered_TellsJustThat()
    {
        const int Gone = 200;
        var tasks = Drafts();
        var edition = tasks.Where(t => t.Number != Gone).Select(TaskWording.Proposed).Select(t => t.Number > Gone ? t with { Number = t.Number - 1 } : t).ToList();
        var found = PlanComparison.Compare([.. tasks.Select(TaskWording.InForce)], edition);
        found.Where(d => d.Kind != ChangeKind.Changed).Select(d => (d.Kind, d.Task)).ShouldBe([(ChangeKind.Removed, Gone)]);
        found.Where(d => d.Kind == ChangeKind.Changed).ShouldAllBe(d => d.Field == TaskField.Number && d.Task == d.EditionNumber + 1);
        found.Count(d => d.Kind == ChangeKind.Changed).ShouldBe(tasks.Count - Gone);
    }

    static IReadOnlyList<PlanTask> Drafts()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "seeds", "plan-2024.txt"));
        var document = new PlanReader().Read(bytes);
        var names = DocumentNames.Of(document);
        var nobody = new NameBook(Unknown(names.Units), Unknown(names.Groups), Unknown(names.People), new Dictionary<string, IReadOnlyList<GroupMember>>());
        return PlanDraft.From(document, ImportIdentity.Of(bytes), "2024", nobody, Noon).Tasks;
    }

    static Dictionary<string, NameMeaning> Unknown(IEnumerable<string> names) => names.ToDictionary(n => n, n => new NameMeaning(null, n, []));
}
