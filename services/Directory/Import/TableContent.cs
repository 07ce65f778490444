namespace Suite.Directory.Import;

/// <summary>What a table is about; the numbers are those of the contract's TableContent.</summary>
public enum TableContent
{
    Units = 1,
    Groups = 2,
    People = 3,
    Accounts = 4,
}
