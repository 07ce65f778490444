using Suite.Directory.V1;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Organization;

static class OrganizationExtensions
{
    /// <summary>The copy of the directory: who follows it, and who answers from it.</summary>
    public static void AddOrganization(this WebApplicationBuilder builder)
    {
        builder.AddServiceClient("directory", calls => new StaffService.StaffServiceClient(calls));
        builder.AddServiceClient("directory", calls => new ChangeService.ChangeServiceClient(calls));
        builder.AddKeptAuthority<TasksDbContext>();
        builder.AddFeed<DirectoryFollower>();
        builder.Services.AddSingleton<DirectorySource>().AddScoped<OrganizationBook>();
    }
}
