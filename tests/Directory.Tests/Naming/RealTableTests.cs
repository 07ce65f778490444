using System.Text.Json;
using Suite.Testing;

namespace Suite.Directory.Tests.Naming;

/// <summary>The names of the real table, where it lies beside the repository, against the seeds.</summary>
public sealed class RealTableTests
{
    const string NotRun = "Not run: ../shared/gold does not lie beside the repository.";

    [Fact]
    public void Resolve_EveryBodyOfTheTable_SurelyItsCanonicalName()
    {
        var names = Texts("lead_units", "support_units", "support_groups");
        names.Count.ShouldBeGreaterThan(150);
        names.Where(name => SeededIndex.Index.Resolve(name).Found?.DisplayName != name).ShouldBeEmpty();
    }

    [Fact]
    public void Resolve_EveryAliasOfTheTable_SurelyItsCanonicalName()
    {
        using var aliases = JsonDocument.Parse(File.ReadAllText(Shared("gold/aliases.json")));
        foreach (var alias in aliases.RootElement.GetProperty("aliases").EnumerateArray())
        {
            var written = alias.GetProperty("as_written").GetString()!;
            SeededIndex.Index.Resolve(written).Found?.DisplayName.ShouldBe(alias.GetProperty("canonical").GetString(), written);
        }
    }

    [Fact]
    public void Resolve_EveryLeaderOfTheTable_Known() =>
        Texts("leaders").Except(SeededIndex.Seed.People.Select(p => p.Name)).ShouldBeEmpty();

    static HashSet<string> Texts(params string[] properties) =>
        [.. File.ReadLines(Shared("gold/tasks.jsonl")).SelectMany(line =>
        {
            using var task = JsonDocument.Parse(line);
            return properties.SelectMany(p => task.RootElement.GetProperty(p).EnumerateArray()).Select(t => t.GetString()!).ToList();
        })];

    static string Shared(string path)
    {
        var file = Repository.Shared(path);
        Assert.SkipWhen(file is null, NotRun);
        return file!;
    }
}
