using System.Reflection;
using System.Runtime.Loader;
using Suite.Migrate;

var facts = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(a => a.Key, a => a.Value!);
if (args is not [var service, var name])
{
    Console.Error.WriteLine("usage: dotnet run --project tools/migrate -p:Service=<Service> -- <Service> <MigrationName>");
    return 2;
}

// The generator formats code with Roslyn's workspaces and Humanizer, which the SDK carries for `dotnet format`.
AssemblyLoadContext.Default.Resolving += (context, assembly) =>
    new[] { "DotnetTools/dotnet-format", "" }
        .Select(folder => Path.Combine(facts["SdkFolder"], folder, $"{assembly.Name}.dll"))
        .Where(File.Exists).Select(context.LoadFromAssemblyPath).FirstOrDefault();
return Scaffolding.Add(Assembly.Load(service), Path.GetFullPath(Path.Combine(facts["Services"], service)), name);
