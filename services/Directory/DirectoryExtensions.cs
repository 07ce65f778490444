using Suite.Directory.Accounts;
using Suite.Directory.Api;
using Suite.Directory.Changes;
using Suite.Directory.Groups;
using Suite.Directory.Import;
using Suite.Directory.Naming;
using Suite.Directory.People;
using Suite.Directory.Seeding;
using Suite.Directory.Units;

namespace Suite.Directory;

static class DirectoryExtensions
{
    public static void AddDirectory(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<CityCalendar>().AddScoped<UnitReader>().AddScoped<UnitChanges>().AddScoped<UnitDesk>()
        .AddScoped<NameClaims>().AddScoped<GroupChanges>().AddScoped<GroupDesk>().AddScoped<PersonChanges>().AddScoped<PersonDesk>().AddScoped<ChangeFeed>().AddScoped<GroupReader>().AddScoped<PersonReader>()
        .AddSingleton<NameIndexCache>().AddScoped<NameCatalog>().AddScoped<AliasLearning>()
        .AddScoped<UnitImport>().AddScoped<GroupImport>().AddScoped<PeopleImport>().AddScoped<AccountImport>().AddScoped<ImportDesk>().AddScoped<DirectoryExport>()
        .AddAccounts()
        .AddScoped<Seeder>().AddScoped<AdminAccount>().AddScoped<DemoAccounts>()
        .AddHostedService<FirstStart>();
}
