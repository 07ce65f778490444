namespace Suite.Tasks.Decomposition.Documents;

/// <summary>The blocks of a document while it is read, no more than there may be rows: a file of empty words costs little and a block much.</summary>
internal sealed class BlockList(ReaderOptions options)
{
    private readonly List<Block> blocks = [];

    /// <exception cref="PlanFormatException">More blocks than the options allow rows.</exception>
    internal void Add(Block block)
    {
        if (blocks.Count == options.MaxRows) throw Limits.TooManyRows(options, block.Line);
        blocks.Add(block);
    }

    internal SourceDocument ToDocument() => new(blocks);
}
