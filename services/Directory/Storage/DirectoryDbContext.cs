using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory.Storage;

public sealed class DirectoryDbContext(DbContextOptions<DirectoryDbContext> options) : SuiteDbContext(options);
