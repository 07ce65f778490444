using Suite.Directory.Seeding;
using Suite.Directory.Units;

namespace Suite.Directory.Tests.Seeding;

public sealed class SeedReaderTests
{
    const string Good =
        """
        jurisdiction: city
        units:
          - id: city
            name: 甲市
            english: City
            kind: city
          - id: works
            name: 市工务局
            shortName: 工务局
            english: Works
            kind: bureau
            aliases: [市工程局]
          - id: site
            name: 现场指挥部
            english: Site
            kind: headquarters
            parent: city
            host: works
        groups:
          - id: all
            name: 各单位
            english: All
            kinds: [bureau, headquarters]
          - id: some
            name: 有关单位
            english: Some
            members: [works]
        people:
          - id: zhang
            name: 张三
            english: Zhang San
            position: 1
        """;

    [Fact]
    public void Read_Good_EverythingWithDefaultParent()
    {
        var seed = Read(Good);
        seed.Units.Select(u => (u.Id, u.Kind, u.ParentId, u.HostId)).ShouldBe(
        [
            ("city", UnitKind.City, null, null), ("works", UnitKind.Bureau, "city", null), ("site", UnitKind.Headquarters, "city", "works"),
        ]);
        seed.Units[1].Aliases.ShouldBe(["市工程局"]);
        seed.Groups[0].Kinds.ShouldBe([UnitKind.Bureau, UnitKind.Headquarters]);
        seed.Members.ShouldHaveSingleItem().ShouldBe(new("some", "works"));
        seed.People.ShouldHaveSingleItem().Position.ShouldBe(1);
    }

    [Theory]
    [InlineData("jurisdiction: city", "jurisdiction: nowhere", "'jurisdiction' must be the id of a unit of kind city")]
    [InlineData("id: works", "id: Works!", "line 7: unit 'Works!' must have an id of 1 to 40")]
    [InlineData("id: site", "id: works", "line 13: unit 'works' has an id that stands above already")]
    [InlineData("    name: 市工务局\n", "", "line 7: unit 'works' needs 'name'")]
    [InlineData("    kind: bureau\n", "    kind: castle\n", "line 7: unit 'works' has the kind 'castle', which is none of city, bureau, town")]
    [InlineData("    kind: bureau\n", "    kind: bureau\n    colour: red\n", "line 12: unit 'works' has a key 'colour'")]
    [InlineData("aliases: [市工程局]", "aliases: 市工程局", "line 12: unit 'works' must have a list of texts as 'aliases'")]
    [InlineData("aliases: [市工程局]", "aliases: ['']", "line 12: unit 'works' has a wrong 'aliases': it must not be empty")]
    [InlineData("host: works", "host: nobody", "line 13: unit 'site' has the host 'nobody', which is no unit here")]
    [InlineData("parent: city", "parent: site", "line 13: unit 'site' is above itself")]
    [InlineData("name: 有关单位", "name: 工 务局", "line 24: group 'some' has the name '工 务局', which 'works' (line 7) has already")]
    [InlineData("members: [works]", "members: [works, works]", "line 24: group 'some' lists a member twice")]
    [InlineData("members: [works]", "members: [ghost]", "line 24: group 'some' has the member 'ghost', which is no unit here")]
    [InlineData("members: [works]", "aliases: [某单位]", "line 24: group 'some' must have either 'kinds' or 'members'")]
    [InlineData("position: 1", "position: 3", "line 29: person 'zhang' must have 1 to 2 as 'position'")]
    [InlineData("people:", "persons:", "line 28: 'persons' is none of jurisdiction, units, groups, people")]
    [InlineData("people:\n  - id: zhang\n", "people: zhang\nunits2:\n  - id: z\n", "'people' must be a list")]
    [InlineData("jurisdiction: city", "jurisdiction: [", "was not loaded")]
    [InlineData("jurisdiction: city", "units: []\njurisdiction: city", "uplicate key")]
    public void Read_OneFault_NamesLineAndIdentifier(string right, string wrong, string message)
    {
        Good.ShouldContain(right);
        Should.Throw<SeedException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal))).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("- a\n- b")]
    [InlineData("a: 1\n---\nb: 2")]
    public void Read_NoSeedFile_SaysSo(string text) => Should.Throw<SeedException>(() => Read(text)).Message.ShouldContain("must be one YAML document");

    [Fact]
    public void Read_ManyFaults_TellsThemTogetherInOrder()
    {
        var message = Should.Throw<SeedException>(() => Read(Good.Replace("english:", "englisch:", StringComparison.Ordinal))).Message;
        message.Split('\n').Length.ShouldBe(1 + 12);
        message.ShouldStartWith("test.yaml was not loaded:");
    }

    static DirectorySeed Read(string text) => SeedReader.Read(new StringReader(text), "test.yaml");
}
