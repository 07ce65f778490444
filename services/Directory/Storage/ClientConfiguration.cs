using Microsoft.EntityFrameworkCore;
using Suite.Directory.Clients;
using Suite.Directory.Units;

namespace Suite.Directory.Storage;

static class ClientConfiguration
{
    public static void ConfigureClients(this ModelBuilder model)
    {
        model.Entity<ApiClient>(client =>
        {
            client.ToTable("api_client").HasKey(c => c.Id);
            client.Property(c => c.Id).UseCollation(UnitConfiguration.ById);
            client.Property(c => c.UnitId).UseCollation(UnitConfiguration.ById);
            client.Ignore(c => c.Rights);
            client.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ClientSecret>(secret =>
        {
            secret.ToTable("client_secret").HasKey(s => s.Id);
            secret.Property(s => s.Id).ValueGeneratedNever();
            secret.Property(s => s.ClientId).UseCollation(UnitConfiguration.ById);
            secret.HasOne<ApiClient>().WithMany().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
