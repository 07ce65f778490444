using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;

namespace Suite.Tasks.Storage;

sealed class CalendarConfiguration : IEntityTypeConfiguration<CalendarYear>
{
    public void Configure(EntityTypeBuilder<CalendarYear> builder)
    {
        builder.ToTable("calendar_year").HasKey(y => new { y.Year, y.Version });
        builder.Property(y => y.Version).ValueGeneratedNever();
        builder.Property(y => y.Facts).IsJson();
        builder.Ignore(y => y.Name);
    }
}
