using FsCheck;
using FsCheck.Fluent;
using Suite.Directory.Naming;

namespace Suite.Directory.Tests.Naming;

/// <summary>Laws of the index over the seeded directory, for names and noise drawn at random.</summary>
public sealed class NameLaws
{
    static readonly Gen<Named> AnyBody = Gen.Elements<Named>(SeededIndex.Bodies);

    static readonly Gen<string> AnyBlank = Gen.Elements(" ", "\t", "　", "\u00a0", "\u2009", "\r\n", "");

    [Fact]
    public void Resolve_CanonicalName_ExactlyItself()
    {
        foreach (var body in SeededIndex.Bodies)
        {
            var match = SeededIndex.Index.Resolve(body.DisplayName);
            (match.Kind, match.Found).ShouldBe((MatchKind.Exact, body));
        }
    }

    [Fact]
    public void Resolve_AnyOfItsNamesWithBlanks_StillIt() => Holds(
        from body in AnyBody
        from name in Gen.Elements(body.AllNames.ToArray())
        from blanks in Gen.ArrayOf(AnyBlank, name.Length)
        select (body, string.Concat(name.Zip(blanks, (c, blank) => $"{c}{blank}"))));

    [Fact]
    public void Resolve_AnyOfItsNamesInOtherWidth_StillIt() => Holds(
        from body in AnyBody
        from name in Gen.Elements(body.AllNames.ToArray())
        from wide in Gen.ArrayOf(Gen.Elements(true, false), name.Length)
        select (body, string.Concat(name.Zip(wide, (c, w) => w ? Wide(c) : c))));

    [Fact]
    public void Resolve_CanonicalNameWithRoleInBrackets_StillIt() => Holds(
        from body in AnyBody
        from role in Gen.Elements("牵头", "市公安局交警支队", "配合（协调）", "host")
        from brackets in Gen.Elements("（）", "()", "【】", "[]")
        select (body, $"{body.DisplayName}{brackets[0]}{role}{brackets[1]}"));

    [Fact]
    public void Resolve_AnyText_SureOrProposedOrNone()
    {
        var text = Gen.Elements("市发展改革局委员会东莞（）()【 各镇街园区a１\ud83d\ude00".ToCharArray()).ArrayOf().Select(c => new string(c));
        Prop.ForAll(text.ToArbitrary(), name =>
        {
            var match = SeededIndex.Index.Resolve(name);
            return match.AsWritten == name
                && (match.Found is not null) == (match.Kind is MatchKind.Exact or MatchKind.Alias or MatchKind.NormalForm)
                && (match.Candidates.Count > 0) == (match.Kind == MatchKind.Proposed)
                && match.Candidates.Count <= Similarity.MostCandidates;
        }).QuickCheckThrowOnFailure();
    }

    static void Holds(Gen<(Named Body, string Written)> cases) =>
        Prop.ForAll(cases.ToArbitrary(), c => SeededIndex.Index.Resolve(c.Written).Found == c.Body).QuickCheckThrowOnFailure();

    static char Wide(char c) => c switch
    {
        '（' => '(',
        '）' => ')',
        > ' ' and <= '~' => (char)(c + 0xFEE0),
        _ => c,
    };
}
