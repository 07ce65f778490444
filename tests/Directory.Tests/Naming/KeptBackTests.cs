using Suite.Testing;

namespace Suite.Directory.Tests.Naming;

/// <summary>Names in kept-back.tsv, each with itself kept out of the seeds: sure or proposed first.</summary>
public sealed class KeptBackTests
{
    [Fact]
    public void Resolve_NamesKeptBack_SureOrProposedFirst()
    {
        var (missed, wrong, known) = (new List<string>(), new List<string>(), 0);
        var lines = Lines();
        foreach (var line in lines)
        {
            var (name, unit) = (line[0], $"units/{line[1]}");
            if (SeededIndex.Bodies.Any(b => b.AllNames.Contains(name))) known++;
            var match = SeededIndex.Without(name).Resolve(name);
            var first = (match.Found ?? match.Candidates.FirstOrDefault()?.Named)?.Resource;
            var told = $"{line[2]} {name} is {unit}: {match.Kind} {match.Found?.Resource} {string.Join(", ", match.Candidates.Select(c => $"{c.Named.DisplayName} {c.Score:0.00} {c.Reason}"))}";
            if (match.Found is not null && first != unit) wrong.Add(told);
            else if (first != unit) missed.Add(told);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{lines.Count - missed.Count - wrong.Count} of {lines.Count} ({known} are in the seeds)\nwrong:\n{string.Join('\n', wrong)}\nmissed:\n{string.Join('\n', missed)}");
        wrong.ShouldBeEmpty();
        missed.Count.ShouldBeLessThanOrEqualTo(lines.Count / 16);
    }

    /// <summary>With the seeds as they are, also what only the reforms explain.</summary>
    [Fact]
    public void Resolve_NamesBeforeTheReforms_SureOrProposedFirst()
    {
        foreach (var (name, unit) in Lines().Select(l => (l[0], l[1])))
        {
            var match = SeededIndex.Index.Resolve(name);
            (match.Found ?? match.Candidates[0].Named).Resource.ShouldBe($"units/{unit}", name);
        }
    }

    static List<string[]> Lines() =>
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Directory.Tests", "Naming", "kept-back.tsv")).Where(l => !l.StartsWith('#')).Select(l => l.Split('\t'))];
}
