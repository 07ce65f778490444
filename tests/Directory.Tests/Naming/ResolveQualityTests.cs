using Suite.Directory.Naming;

namespace Suite.Directory.Tests.Naming;

/// <summary>How well names are found that the directory does not hold, over all seeded bodies and their aliases.</summary>
public sealed class ResolveQualityTests
{
    /// <summary>Each alias is kept back in turn: what remains of the directory has to find it.</summary>
    [Fact]
    public void Resolve_AliasKeptBack_SureOrProposedFirst()
    {
        var missed = new List<string>();
        var tried = 0;
        foreach (var body in SeededIndex.Bodies)
        foreach (var alias in body.Aliases.Append(body.ShortName).Where(a => a.Length > 0))
        {
            tried++;
            var match = Without(body, alias).Resolve(alias);
            if ((match.Found ?? match.Candidates.FirstOrDefault()?.Named)?.Resource != body.Resource) missed.Add($"{alias} is {body.DisplayName}: {Tell(match)}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{tried - missed.Count} of {tried} found; missed:\n{string.Join('\n', missed)}");
        missed.Count.ShouldBeLessThanOrEqualTo(tried / 25);
    }

    public static TheoryData<string> Variants => [.. Variations.All.Keys];

    /// <summary>Never surely another body, and first among the proposals nearly always.</summary>
    [Theory]
    [MemberData(nameof(Variants))]
    public void Resolve_VariedName_FoundOrProposedFirst(string variant)
    {
        var (tried, missed, wrong) = (0, new List<string>(), new List<string>());
        foreach (var body in SeededIndex.Bodies)
        foreach (var written in Variations.All[variant](body.DisplayName).Where(w => !IsNameOfAnother(w, body)))
        {
            tried++;
            var match = SeededIndex.Index.Resolve(written);
            if (match.Found is { } found && found.Resource != body.Resource) wrong.Add($"{written} is {body.DisplayName}: {Tell(match)}");
            else if ((match.Found ?? match.Candidates.FirstOrDefault()?.Named)?.Resource != body.Resource) missed.Add($"{written} is {body.DisplayName}: {Tell(match)}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{variant}: {tried - missed.Count - wrong.Count} of {tried}; wrong:\n{string.Join('\n', wrong)}\nmissed:\n{string.Join('\n', missed.Take(40))}");
        wrong.ShouldBeEmpty();
        missed.Count.ShouldBeLessThanOrEqualTo(tried / 8);
    }

    static bool IsNameOfAnother(string written, Named body) =>
        SeededIndex.Bodies.Any(b => b.Resource != body.Resource && b.AllNames.Contains(written));

    static NameIndex Without(Named body, string alias) => new(
        [.. SeededIndex.Bodies.Select(b => b != body ? b
            : b with { ShortName = b.ShortName == alias ? "" : b.ShortName, Aliases = [.. b.Aliases.Where(a => a != alias)] })],
        "东莞市");

    static string Tell(NameMatch match) =>
        $"{match.Kind} {match.Found?.DisplayName} {string.Join(", ", match.Candidates.Select(c => $"{c.Named.DisplayName} {c.Score:0.00} {c.Reason}"))}";
}
