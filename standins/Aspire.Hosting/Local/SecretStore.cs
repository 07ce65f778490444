namespace Aspire.Hosting.Local;

/// <summary>Generated secrets, one private file each.</summary>
internal sealed class SecretStore(string dataRoot)
{
    public string PathOf(string name) => Path.Combine(dataRoot, "secrets", name);

    public string GetOrCreate(string name, Func<string> generate)
    {
        var path = PathOf(name);
        if (File.Exists(path))
            return File.ReadAllText(path).Trim();
        var made = generate();
        PrivateFile.CreateFolder(Path.GetDirectoryName(path)!);
        PrivateFile.Write(path, made);
        return made;
    }
}
