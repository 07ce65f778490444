using Shouldly;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Tests.Papers;

public sealed class PassagesTests
{
    [Theory]
    [InlineData("共12项〔3a8f3b3c〕。", "排名第3。", "3")]
    [InlineData("共12项〔3a8f3b3c〕。", "增长12项。", null)]
    [InlineData("一季度3项〔3a8f3b3c〕。", "排名第3。", null)]
    [InlineData("", "增长8.5%。", "8.5")]
    public void Read_NumberWithoutAFigure_IsUntracedUnlessTheComposedWordsSayIt(string composed, string written, string? untraced)
    {
        var (_, faults) = Passages.Read(written, [], composed);

        faults.Select(f => (f.Kind, f.Written)).ShouldBe(untraced is null ? [] : [(PassageFaultKind.UntracedNumber, untraced)]);
    }
}
