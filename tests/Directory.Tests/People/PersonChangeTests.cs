using Suite.Directory.V1;
using Suite.Errors.V1;

namespace Suite.Directory.Tests.People;

/// <summary>Posts, their hand-over on a day, and deputies.</summary>
public sealed class PersonChangeTests(DirectoryFixture directory) : IClassFixture<DirectoryFixture>
{
    const string Early = "2026-02-01";
    const string Later = "2027-03-01";

    [Fact]
    public async Task AppointPerson_FromADay_HeldFromThenOnWithPortfolio()
    {
        var people = await PeopleAsync();
        (await CreateAsync(people, "appointed", "何某甲")).Posts.ShouldBeEmpty();
        var post = new Post { Title = "副市长", Position = 1, Portfolio = "工业、科技", Units = { "units/science-technology" } };
        var appointed = await people.AppointPersonAsync(new() { Name = "people/appointed", Post = post, EffectiveDate = Later, Etag = "1" });
        post.EffectiveFrom = Later;
        (appointed.Posts.Single(), appointed.Position, appointed.Etag).ShouldBe((post, 1, "2"));
        var today = await people.GetPersonAsync(new() { Name = "people/appointed" });
        (today.Posts.Count, today.Position).ShouldBe((0, 0));
        await people.AppointPersonAsync(new() { Name = "people/appointed", Post = post, Etag = "1" }).ShouldFailAsync(Reason.StaleEtag);
    }

    [Fact]
    public async Task HandOverPosts_SeededLeader_SuccessorHoldsThemFromThatDay()
    {
        var people = await PeopleAsync();
        await CreateAsync(people, "successor", "何某乙");
        var before = (await people.ListPeopleAsync(new() { PageSize = 1000 })).People.First(p => p.Position == 2);
        var request = new HandOverPostsRequest { Name = before.Name, Successor = "people/successor", EffectiveDate = Later, RequestId = "hand-over-1" };
        var after = await people.HandOverPostsAsync(request);
        (after.Position, after.Posts.Count).ShouldBe((0, 0));
        (await people.HandOverPostsAsync(request)).ShouldBe(after);
        (await people.GetPersonAsync(new() { Name = before.Name })).Position.ShouldBe(2);
        (await people.GetPersonAsync(new() { Name = "people/successor" })).Position.ShouldBe(0);
        (await people.GetPersonAsync(new() { Name = "people/successor", AsOf = Later })).Position.ShouldBe(2);
        (await people.ListPeopleAsync(new() { PageSize = 1000, AsOf = Later })).People.Single(p => p.Name == before.Name).Posts.ShouldBeEmpty();
        await people.HandOverPostsAsync(new() { Name = before.Name, EffectiveDate = Later }).ShouldFailAsync(Reason.IllegalStep);
    }

    [Fact]
    public async Task SetDeputy_ForAnAbsence_StandsInOnThoseDaysOnly()
    {
        var people = await PeopleAsync();
        foreach (var (id, name) in new[] { ("away", "何某丙"), ("stand-in", "何某丁"), ("third", "何某戊") }) await CreateAsync(people, id, name);
        var set = await people.SetDeputyAsync(new() { Name = "people/away", Deputy = "people/stand-in", EffectiveDate = Early, UntilDate = "2026-03-01" });
        (set.Deputy, set.DeputyUntil).ShouldBe(("people/stand-in", "2026-03-01"));
        (await people.GetPersonAsync(new() { Name = "people/away", AsOf = "2026-02-28" })).Deputy.ShouldBe("people/stand-in");
        (await people.GetPersonAsync(new() { Name = "people/away", AsOf = "2026-03-01" })).Deputy.ShouldBe("");
        var told = (await people.ListPeopleAsync(new() { PageSize = 1000, AllTimes = true })).People.Single(p => p.Name == "people/away");
        told.Absences.Select(a => (a.Deputy, a.EffectiveFrom, a.EffectiveUntil)).ShouldBe([("people/stand-in", Early, "2026-03-01")]);
        async Task Wrong(SetDeputyRequest request, string field) =>
            (await people.SetDeputyAsync(request).ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe(field);
        await Wrong(new() { Name = "people/away", Deputy = "people/third", EffectiveDate = "2026-02-10", UntilDate = "2026-04-01" }, "effective_date");
        await Wrong(new() { Name = "people/third", Deputy = "people/away", EffectiveDate = "2026-02-10", UntilDate = "2026-02-11" }, "deputy");
        await Wrong(new() { Name = "people/third", Deputy = "people/third", UntilDate = Later }, "deputy");
        await Wrong(new() { Name = "people/third", Deputy = "people/nobody", UntilDate = Later }, "deputy");
        await Wrong(new() { Name = "people/third", Deputy = "people/away", EffectiveDate = Later, UntilDate = Later }, "until_date");
        await Wrong(new() { Name = "people/third", Deputy = "people/away" }, "until_date");
    }

    [Fact]
    public async Task Changes_BadArguments_Refused()
    {
        var people = await PeopleAsync();
        await CreateAsync(people, "plain", "何某己");
        async Task Wrong(Func<Grpc.Core.AsyncUnaryCall<Person>> call, string field) =>
            (await call().ShouldFailAsync(Reason.InvalidField)).Violations[0].Field.ShouldBe(field);
        await Wrong(() => people.CreatePersonAsync(new() { PersonId = "x", Person = new() { EnglishName = "X" } }), "person.display_name");
        await Wrong(() => people.CreatePersonAsync(new() { PersonId = "X", Person = new() { DisplayName = "何", EnglishName = "X" } }), "person_id");
        await Wrong(() => people.AppointPersonAsync(new() { Name = "people/plain", Post = new() }), "post");
        await Wrong(() => people.AppointPersonAsync(new() { Name = "people/plain", Post = new() { Position = 3 } }), "post.position");
        await Wrong(() => people.AppointPersonAsync(new() { Name = "people/plain", Post = new() { Units = { "units/nowhere" } } }), "post.units");
        await Wrong(() => people.HandOverPostsAsync(new() { Name = "people/plain", Successor = "people/plain" }), "successor");
        await people.HandOverPostsAsync(new() { Name = "people/plain" }).ShouldFailAsync(Reason.IllegalStep);
        await people.CreatePersonAsync(new() { PersonId = "plain", Person = new() { DisplayName = "何", EnglishName = "X" } }).ShouldFailAsync(Reason.AlreadyExists);
        await people.GetPersonAsync(new() { Name = "people/nobody" }).ShouldFailAsync(Reason.NotFound);
        await people.AppointPersonAsync(new() { Name = "people/nobody", Post = new() { Position = 1 } }).ShouldFailAsync(Reason.NotFound);
    }

    async Task<PersonService.PersonServiceClient> PeopleAsync() => new(directory.Host.GrpcInvoker(await directory.TokenAsync()));

    static async Task<Person> CreateAsync(PersonService.PersonServiceClient people, string id, string name) =>
        await people.CreatePersonAsync(new() { PersonId = id, Person = new() { DisplayName = name, EnglishName = "He" } });
}
