using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>A law: the same content gives the same plan, whatever form it comes in.</summary>
public sealed class EditionTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where a thing stands in the file, and what is only about the file.</summary>
    private static readonly string[] OfTheFile = ["SourceLine", "Line", "Diagnostics"];

    public static TheoryData<string> Forms => [.. Editions.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_SampleInEveryForm_GivesTheSamePlan(string form) => ShouldBeRead(Samples.Table, form);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Read_RealTableInEveryForm_GivesTheSamePlan(string form)
    {
        Assert.SkipWhen(SharedFiles.Table is null, SharedFiles.Absent);
        ShouldBeRead(File.ReadAllText(SharedFiles.Table!), form);
    }

    private static void ShouldBeRead(string table, string form)
    {
        var expected = new PlanReader().Read(table);
        var plan = new PlanReader().Read(Editions.Write(Editions.Of(table), form));
        plan.Tasks.Select(Shown).Zip(expected.Tasks.Select(Shown)).Where(t => t.First != t.Second).Select(Difference).ShouldBeEmpty();
        Shown(plan).ShouldBe(Shown(expected));
    }

    private static string Shown(object value)
    {
        var json = JsonSerializer.SerializeToNode(value)!;
        Strip(json);
        return json.ToJsonString(Readable);
    }

    private static string Difference((string Read, string Expected) task)
    {
        var at = task.Read.AsSpan().CommonPrefixLength(task.Expected);
        return $"{task.Read[..20]} … {Near(task.Read)} instead of {Near(task.Expected)}";

        string Near(string json) => json[Math.Max(0, at - 40)..Math.Min(json.Length, at + 40)];
    }

    private static void Strip(JsonNode node)
    {
        if (node is JsonObject members)
            foreach (var name in OfTheFile) members.Remove(name);
        foreach (var child in node is JsonObject o ? o.Select(m => m.Value) : (JsonArray)node)
            if (child is JsonObject or JsonArray) Strip(child);
    }
}
