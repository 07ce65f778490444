using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Tests.Naming;

public sealed class ResourceNamesTests
{
    static readonly Gen<string> Ids = Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789-".ToCharArray()).NonEmptyListOf()
        .Select(chars => new string([.. chars.Take(40)]));

    [Fact]
    public void ReadReport_OfAPrintedName_IsTheName() =>
        Prop.ForAll(Ids.Zip(Ids).ToArbitrary(), Gen.Choose(1, 99_999_999).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (ids, number, quarter) =>
        {
            var name = new ReportName(new TaskName(ids.Item1, number), ids.Item2, quarter);
            return ResourceNames.ReadReport(name.ToString()) == name && ResourceNames.ReadTask(name.Task.ToString()) == name.Task;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("plans/2024/tasks/0")]
    [InlineData("plans/2024/tasks/01")]
    [InlineData("plans/2024/tasks/999999999")]
    [InlineData("plans/二〇二四/tasks/1")]
    [InlineData("plans/2024/tasks/1/")]
    [InlineData("plans/2024/tasks/1\n")]
    public void ReadTask_OtherShapes_NamesTheField(string name) =>
        Should.Throw<ProblemException>(() => ResourceNames.ReadTask(name, "parent")).Problem.Violations.Single().Field.ShouldBe("parent");

    [Fact]
    public void TryCommitment_OfAnotherTask_IsNone() =>
        ResourceNames.TryCommitment("plans/2024/tasks/2/commitments/1", new TaskName("2024", 1)).ShouldBeNull();
}
