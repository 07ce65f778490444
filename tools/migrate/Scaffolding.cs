using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Suite.ServiceDefaults.Storage;

namespace Suite.Migrate;

/// <summary>Compares a service's model with its last snapshot and writes the migration between them, without a database.</summary>
static class Scaffolding
{
    /// <returns>0 when a migration was written, 1 when there is nothing to migrate.</returns>
    public static int Add(Assembly service, string folder, string name)
    {
        if (!HasChanges(service))
        {
            Console.WriteLine("The model has no pending changes.");
            return 1;
        }

        using var db = Open(service);
        var storage = db.GetType().Namespace!;
        var root = storage[..storage.LastIndexOf('.')];
        var scaffolder = Services(db).GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, root, $"{storage[(root.Length + 1)..]}.Migrations");
        var files = scaffolder.Save(folder, migration, Path.Combine(folder, "Storage", "Migrations"), dryRun: false);
        foreach (var file in new[] { files.MigrationFile, files.MetadataFile, files.SnapshotFile }) Console.WriteLine(file);
        return 0;
    }

    /// <summary>Asked of a context of its own: the question leaves the snapshot without its version, and the scaffolder takes such a one for none.</summary>
    static bool HasChanges(Assembly service)
    {
        using var db = Open(service);
        return db.Database.HasPendingModelChanges();
    }

    static SuiteDbContext Open(Assembly service)
    {
        var type = service.GetTypes().Single(t => t.IsSubclassOf(typeof(SuiteDbContext)) && !t.IsAbstract);
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        options.UseNpgsql("Host=nowhere");
        return (SuiteDbContext)Activator.CreateInstance(type, options.Options)!;
    }

    static ServiceProvider Services(DbContext db)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
#pragma warning disable EF1001 // The provider's design services have no public name.
        new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        return services.BuildServiceProvider();
    }
}
