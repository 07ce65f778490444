using Suite.Directory.Naming;

namespace Suite.Directory.Import;

/// <summary>Finds what cells mean: by identifier, by a name in the same file, by a name the directory knows surely.</summary>
/// <param name="ids">Identifiers of units and groups, or of people, there are and will be.</param>
/// <param name="own">What the file itself names, by compact name.</param>
/// <param name="index">Of the day before anything changed.</param>
sealed class ImportNames(IReadOnlySet<string> ids, IReadOnlyDictionary<string, string> own, NameIndex index)
{
    /// <summary>Resource name of what a cell or a part of it means; null where it is unknown, which the findings tell.</summary>
    /// <param name="collections">units, groups or people: in which to look, the first for a bare identifier that more than one has.</param>
    public string? Find(ImportRow row, string key, string words, ImportFindings findings, params string[] collections)
    {
        foreach (var collection in collections)
        {
            var resource = words.StartsWith($"{collection}/", StringComparison.Ordinal) ? words : $"{collection}/{words}";
            if (ids.Contains(resource)) return resource;
        }

        if (own.TryGetValue(NormalForms.Compact(words), out var named) && IsOf(named, collections)) return named;
        var match = index.Resolve(words.Length <= ImportCells.LongestText ? words : words[..ImportCells.LongestText]);
        if (match.Found is { } found && IsOf(found.Resource, collections)) return found.Resource;
        var candidates = match.Candidates.Where(c => IsOf(c.Named.Resource, collections)).Select(c => $"{c.Named.DisplayName} ({c.Named.Resource})").ToList();
        findings.Error(row, key, collections.Contains(ResourceNames.People) ? "PersonUnknown" : "UnitUnknown", words, candidates.Count > 0 ? string.Join("、", candidates) : "—");
        return null;
    }

    /// <summary>Identifier of the thing a row is about: as it says, else by its exact name; null where there is none such, or more than one.</summary>
    /// <param name="missing">Sentence for a name that nothing bears.</param>
    public string? Identify(ImportRow row, string idKey, string nameKey, string collection, string missing, ImportFindings findings)
    {
        if (row[idKey] is { Length: > 0 } id)
        {
            id = id.StartsWith($"{collection}/", StringComparison.Ordinal) ? id[(collection.Length + 1)..] : id;
            if (ResourceNames.IsId(id)) return id;
            findings.Error(row, idKey, "IdShape");
            return null;
        }

        if (!ImportCells.IsGiven(row, nameKey, findings)) return null;
        var bearers = index.BearersOf(row[nameKey]).Select(b => b.Resource).Where(r => IsOf(r, [collection])).Distinct().ToList();
        if (bearers is [var only]) return only[(collection.Length + 1)..];
        if (own.TryGetValue(NormalForms.Compact(row[nameKey]), out var named) && IsOf(named, [collection])) return named[(collection.Length + 1)..];
        if (bearers.Count == 0) findings.Error(row, nameKey, missing, row[nameKey]);
        else findings.Error(row, nameKey, "NameShared", row[nameKey], string.Join("、", bearers));
        return null;
    }

    static bool IsOf(string resource, IEnumerable<string> collections) => collections.Any(c => resource.StartsWith($"{c}/", StringComparison.Ordinal));
}
