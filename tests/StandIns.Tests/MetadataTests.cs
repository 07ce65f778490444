using Grpc.Core;
using Shouldly;

namespace Suite.StandIns.Tests;

/// <summary>The rules of headers and trailers that the transports rely on.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void Entry_UpperCaseKey_IsHeldInLowerCase() => new Metadata.Entry("X-Unit.Name_1", "a").Key.ShouldBe("x-unit.name_1");

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("单位")]
    public void Entry_KeyThatIsNone_IsRefused(string key) => Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "a"));

    [Fact]
    public void Entry_SuffixAndValueThatDoNotAgree_IsRefused()
    {
        Should.Throw<ArgumentException>(() => new Metadata.Entry("a-bin", "text"));
        Should.Throw<ArgumentException>(() => new Metadata.Entry("a", [1, 2]));
    }

    [Fact]
    public void ValueBytes_ChangedByTheReader_LeavesTheEntryAsItWas()
    {
        var given = new byte[] { 1, 2 };
        var entry = new Metadata.Entry("a-bin", given);
        given[0] = 9;
        entry.ValueBytes[1] = 9;
        entry.ValueBytes.ShouldBe([1, 2]);
        Should.Throw<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void Get_KeyThatOccursTwice_AnswersTheLast()
    {
        Metadata metadata = new() { { "a", "1" }, { "b", "2" }, { "a", "3" } };
        metadata.GetValue("a").ShouldBe("3");
        metadata.GetValue("c").ShouldBeNull();
        metadata.GetAll("a").Select(entry => entry.Value).ShouldBe(["1", "3"]);
    }

    [Fact]
    public void Empty_AddedTo_Refuses() => Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a", "1"));
}
