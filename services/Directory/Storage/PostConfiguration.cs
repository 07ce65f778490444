using Microsoft.EntityFrameworkCore;
using Suite.Directory.People;

namespace Suite.Directory.Storage;

static class PostConfiguration
{
    public static void ConfigurePosts(this ModelBuilder model)
    {
        model.Entity<Post>(post =>
        {
            post.ToTable("post").HasKey(p => new { p.PersonId, p.Ordinal });
            post.Property(p => p.PersonId).UseCollation(UnitConfiguration.ById);
            post.Property(p => p.Ordinal).ValueGeneratedNever();
            post.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Deputy>(deputy =>
        {
            deputy.ToTable("deputy").HasKey(d => new { d.PersonId, d.Since });
            deputy.Property(d => d.PersonId).UseCollation(UnitConfiguration.ById);
            deputy.Property(d => d.DeputyId).UseCollation(UnitConfiguration.ById);
            deputy.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
            deputy.HasOne<Person>().WithMany().HasForeignKey(d => d.DeputyId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
