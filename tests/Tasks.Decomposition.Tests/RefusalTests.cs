using System.Text;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

public sealed class RefusalTests
{
    private static PlanFormatException Refused(Action read) => Should.Throw<PlanFormatException>(read);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void Read_NothingButWhiteSpace_IsRefusedAsEmpty(string text) =>
        Refused(() => new PlanReader().Read(text)).Reason.ShouldBe(PlanFormatReason.Empty);

    [Fact]
    public void Read_InvalidUtf8_NamesTheByteAndTheLine()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("附件\n表"), 0xC3, 0x28];
        var refused = Refused(() => new PlanReader().Read(bytes));
        (refused.Reason, refused.ByteOffset, refused.Line).ShouldBe((PlanFormatReason.InvalidUtf8, 13, 2));
    }

    [Fact]
    public void Read_NoHeader_SaysWhatWasExpected()
    {
        var refused = Refused(() => new PlanReader().Read("一封信\n\n没有\t表\n"));
        refused.Reason.ShouldBe(PlanFormatReason.NoHeader);
        refused.Expected.ShouldContain("年度目标");
    }

    [Fact]
    public void Read_HeaderWithoutTasks_IsRefused() =>
        Refused(() => new PlanReader().Read(Samples.Header + "\n")).Reason.ShouldBe(PlanFormatReason.NoTasks);

    [Fact]
    public void Read_BeyondTheLimits_IsRefusedWithTheLine()
    {
        var rows = string.Concat(Enumerable.Range(1, 5).Select(n => $"来源\t{n}. 做好。\t一季度：做。\t张江\t市局\t无\n"));
        var text = $"{Samples.Header}\n{rows}";
        Refused(() => new PlanReader(ReaderOptions.Default with { MaxRows = 3 }).Read(text)).Line.ShouldBe(5);
        Refused(() => new PlanReader(ReaderOptions.Default with { MaxTasks = 3 }).Read(text)).Reason.ShouldBe(PlanFormatReason.TooManyTasks);
        Refused(() => new PlanReader(ReaderOptions.Default with { MaxCharacters = 30 }).Read(text)).Reason.ShouldBe(PlanFormatReason.TooLong);
        Refused(() => new PlanReader(ReaderOptions.Default with { MaxCellCharacters = 10 }).Read(text)).Line.ShouldBe(1);
    }
}
