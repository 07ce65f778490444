using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.Directory.Accounts;
using Suite.Directory.Keys;
using Suite.Directory.People;
using Suite.Directory.Units;

namespace Suite.Directory.Storage;

static class AccountConfiguration
{
    public static void ConfigureAccounts(this ModelBuilder model)
    {
        model.Entity<Account>(ConfigureAccount);
        model.Entity<Session>(session =>
        {
            session.ToTable("session").HasKey(s => s.Id);
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Account).UseCollation(UnitConfiguration.ById);
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RefreshToken>(token =>
        {
            token.ToTable("refresh_token").HasKey(t => t.Hash);
            token.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Revocation>(revocation =>
        {
            revocation.ToTable("revocation").HasKey(r => r.Id);
            revocation.Property(r => r.Id).ValueGeneratedNever();
            revocation.HasIndex(r => r.Until);
        });
        model.Entity<SigningKey>(key => key.ToTable("signing_key").HasKey(k => k.Id));
    }

    static void ConfigureAccount(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account").HasKey(a => a.Name);
        account.Property(a => a.Name).UseCollation(UnitConfiguration.ById);
        account.Property(a => a.UnitId).UseCollation(UnitConfiguration.ById);
        account.Property(a => a.PersonId).UseCollation(UnitConfiguration.ById);
        account.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
