using Microsoft.EntityFrameworkCore;
using Shouldly;
using Suite.Auth.V1;
using Suite.Directory.V1;
using Suite.Tasks.Organization;
using Suite.Tasks.Storage;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Organization;

/// <summary>The copy of the directory follows it, whatever goes away meanwhile.</summary>
public sealed class OrganizationCopyTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Copy_UnitsMovedAndFounded_FollowsWhileItRuns()
    {
        suite.Organization.Put(new Unit { Name = "units/station", DisplayName = "虎门水务站", Kind = UnitKind.Other, Parent = "units/humen" });
        await SeeAsync(async book => (await book.WithBelowAsync("humen", default)).Order().SequenceEqual(["humen", "station"]));
        suite.Organization.Put(new Unit { Name = "units/station", DisplayName = "虎门水务站", Kind = UnitKind.Other, Parent = "units/changan" });
        await SeeAsync(async book => (await book.WithBelowAsync("humen", default)).SequenceEqual(["humen"]) && (await book.WithBelowAsync("changan", default)).Contains("station"));
    }

    [Fact]
    public async Task Copy_FactsOfAnotherDay_HoldOnTheirDays()
    {
        suite.Organization.Put(
            new Unit { Name = "units/later", DisplayName = "旧名", Parent = "units/water", EffectiveUntil = "2199-01-01" },
            new Unit { Name = "units/later", DisplayName = "新名", Parent = "units/development-reform", EffectiveFrom = "2199-01-01" });
        await SeeAsync(async book => (await book.WithBelowAsync("water", default)).Contains("later"));
        (await BookAsync(book => book.WithBelowAsync("development-reform", default))).ShouldNotContain("later");
        (await BookAsync(book => book.UnitAsync("later", default)))!.Name.ShouldBe("旧名");
    }

    [Fact]
    public async Task Contacts_StaffLeadersAndDeputies_AreThoseOfToday()
    {
        suite.Organization.Put(new StaffMember { Account = "w.reporter", Roles = { Role.Reporter }, Unit = "units/water" }, "units/water");
        suite.Organization.Put(new StaffMember { Account = "w.both", Roles = { Role.Reporter, Role.Approver }, Unit = "units/water" }, "units/water");
        suite.Organization.Put(Leader("people/in-charge", new Absence { Deputy = "people/stand-in", EffectiveFrom = "2020-01-01", EffectiveUntil = "2199-01-01" }));
        suite.Organization.Put(Leader("people/back-again", new Absence { Deputy = "people/stand-in", EffectiveFrom = "2020-01-01", EffectiveUntil = "2020-02-01" }));
        await SeeAsync(async book => await book.ContactsAsync("water", default) is { Reporters.Count: 2, Leaders.Count: 2 });
        var contacts = await BookAsync(book => book.ContactsAsync("water", default));
        contacts.Reporters.ShouldBe(["w.both", "w.reporter"]);
        contacts.Approvers.ShouldBe(["w.both"]);
        contacts.Leaders.ShouldBe(["back-again", "stand-in"]);
        (await BookAsync(book => book.ActingForAsync("stand-in", default))).ShouldBe(["stand-in", "in-charge"]);

        static Person Leader(string name, Absence absence) => new()
        {
            Name = name, DisplayName = name, Posts = { new Post { Title = "副市长", Position = 1, Units = { "units/water" } } }, Absences = { absence },
        };
    }

    [Fact]
    public async Task Copy_DirectoryAwayAndServiceStartedMeanwhile_MissesNothing()
    {
        await SeeAsync(async book => await book.UnitAsync("humen", default) is not null);
        await suite.StopDirectoryAsync();
        suite.Organization.Put(new Unit { Name = "units/meanwhile", DisplayName = "其间成立", Parent = "units/water" });
        await suite.RestartServiceAsync();
        (await BookAsync(book => book.UnitAsync("humen", default))).ShouldNotBeNull();
        (await BookAsync(book => book.UnitAsync("meanwhile", default))).ShouldBeNull();
        await suite.StartDirectoryAsync();
        await SeeAsync(async book => await book.UnitAsync("meanwhile", default) is not null);
    }

    [Fact]
    public async Task Copy_DirectoryRestoredFromABackup_IsReadAnew()
    {
        suite.Organization.Put(new Unit { Name = "units/kept", DisplayName = "保留", Parent = "units/water" });
        await SeeAsync(async book => await book.UnitAsync("kept", default) is not null);
        suite.Organization.Lost = 2;
        try
        {
            await suite.StopDirectoryAsync();
            await suite.StartDirectoryAsync();
            await SeeAsync(async _ => await TokenAsync() == $"{suite.Organization.Count - suite.Organization.Lost}");
        }
        finally
        {
            suite.Organization.Lost = 0;
        }

        (await BookAsync(book => book.UnitAsync("kept", default))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Health_WhileFollowing_TellsHowOldTheCopyIs()
    {
        await SeeAsync(async book => await book.UnitAsync("humen", default) is not null);
        (await (await suite.Anonymous().GetAsync("/health/ready")).Content.ReadAsStringAsync()).ShouldMatch("copy of directory as of [0-9]+ s ago");
    }

    async Task<string> TokenAsync()
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        return await db.Database.SqlQuery<string>($"SELECT token AS \"Value\" FROM feed_position").SingleAsync();
    }

    async Task<T> BookAsync<T>(Func<OrganizationBook, Task<T>> read)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OrganizationBook>());
    }

    async Task SeeAsync(Func<OrganizationBook, Task<bool>> there)
    {
        var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
        while (!await BookAsync(there))
        {
            clock.GetElapsedTime(began).ShouldBeLessThan(Patience);
            await Task.Delay(50);
        }
    }
}
