namespace Suite.Walkthrough.Tests;

public sealed class SettingsTests : IDisposable
{
    readonly string _plan = Path.GetTempFileName();
    readonly Dictionary<string, string?> _variables;

    public SettingsTests() => _variables = new()
    {
        ["services__gateway__http__0"] = "http://127.0.0.1:8080", ["SUITE_ADMIN_PASSWORD"] = "secret", ["SUITE_PLAN"] = _plan, ["SUITE_DEMO_PASSWORD"] = "",
    };

    [Fact]
    public void Read_WhatTheAppHostSets_IsTaken()
    {
        var settings = Read();
        (settings.PlanFile, settings.DemoPassword, settings.Grpc, settings.Once).ShouldBe((_plan, null, null, false));
    }

    [Fact]
    public void Read_PlanThatDoesNotExist_NamesIt() => Refused("SUITE_PLAN", "/nowhere/plan.txt").ShouldContain("/nowhere/plan.txt");

    [Fact]
    public void Read_VariableMissing_NamesIt() => Refused("SUITE_ADMIN_PASSWORD", null).ShouldContain("SUITE_ADMIN_PASSWORD");

    [Fact]
    public void Read_OnceWithoutDemoAccounts_SaysThatTheyAreNeeded() =>
        Should.Throw<WalkException>(() => Read("--once")).Message.ShouldContain("SUITE_DEMO_PASSWORD");

    [Fact]
    public void Read_UnknownArgument_IsRefused() => Should.Throw<WalkException>(() => Read("--twice")).Message.ShouldContain("--twice");

    public void Dispose() => File.Delete(_plan);

    string Refused(string name, string? value)
    {
        _variables[name] = value;
        return Should.Throw<WalkException>(() => Read()).Message;
    }

    Settings Read(params string[] args) => Settings.Read(args, name => _variables.GetValueOrDefault(name));
}
