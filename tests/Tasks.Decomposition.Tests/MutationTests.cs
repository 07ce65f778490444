using System.Text;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Broken documents end in a plan or a <see cref="PlanFormatException"/>, soon.</summary>
[Collection(nameof(Timed))]
public sealed class MutationTests
{
    private static readonly string[] Shreds =
        ["\t", "\n", "< >", "&;", "<b>", "</p>", "&#x0;", "&", "一、", "季度：", "1. ", "9999. ", "《", "“", "(", "0", "99999999999999999999", "亿", "\uD800", "\0", "-", "."];

    [Fact]
    public void Read_MutatedDocuments_EndInAPlanOrARefusal()
    {
        var random = new Random(20250307);
        var bytes = Encoding.UTF8.GetBytes(SharedFiles.Table is { } real ? File.ReadAllText(real) : Samples.Table);
        for (var round = 0; round < 300; round++)
        {
            var mutated = Mutate(bytes, random);
            Timed.Taken(() => ReadOrRefuse(mutated)).ShouldBeLessThan(TimeSpan.FromSeconds(2));
        }
    }

    private static void ReadOrRefuse(byte[] document)
    {
        try
        {
            new PlanReader().Read(document);
        }
        catch (PlanFormatException refused)
        {
            refused.Message.ShouldNotBeEmpty();
            refused.Expected.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("1个")]
    [InlineData("一、")]
    [InlineData("<b>甲：</b>")]
    [InlineData("一季度：")]
    [InlineData("《")]
    [InlineData("1")]
    [InlineData("(")]
    [InlineData("累计")]
    [InlineData("<b>")]
    [InlineData("<p>1. ")]
    [InlineData("9亿亿亿个，")]
    public void Read_HugeCellOfOnePiece_EndsSoon(string piece)
    {
        var cell = string.Concat(Enumerable.Repeat(piece, 49_000 / piece.Length));
        var row = $"{cell}\t1. {cell}\t{cell}\t{cell}\t{cell}\t{cell}";
        Timed.Taken(() => new PlanReader().Read($"{Samples.Header}\n{row}\n").Tasks.ShouldNotBeEmpty()).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private static byte[] Mutate(byte[] document, Random random)
    {
        var bytes = document.ToList();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 4000), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1)); break;
                case 1: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 2: bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Shreds[random.Next(Shreds.Length)]), random.Next(1, 300)).SelectMany(b => b)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at - 1); break;
                default:
                    if (random.Next(4) == 0) bytes[at] = (byte)random.Next(256);
                    break;
            }
        }
        return [.. bytes];
    }
}
