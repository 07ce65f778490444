using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Suite.ServiceDefaults.Storage;

/// <summary>Names columns, keys and indexes in snake_case, as people write SQL against PostgreSQL.</summary>
sealed partial class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties().Where(p => p.GetColumnName() == p.Name))
                property.Builder.HasColumnName(Snake(property.Name));
            foreach (var key in entity.GetKeys()) key.Builder.HasName(Snake(key.GetName()!));
            foreach (var foreign in entity.GetForeignKeys()) foreign.Builder.HasConstraintName(Snake(foreign.GetConstraintName()!));
            foreach (var index in entity.GetIndexes()) index.Builder.HasDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    static string Snake(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
