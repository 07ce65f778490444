namespace Suite.Tasks.Plans;

/// <summary>What an import is at; the numbers are those of the contract's ImportStage.</summary>
public enum ImportStage
{
    Reading = 1,
    Resolving = 2,
    Comparing = 3,
    Writing = 4,
}

/// <summary>Is told how far an import has come: so much done of so much in a stage.</summary>
public delegate Task ImportWatch(ImportStage stage, int done, int total);
