using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.ServiceDefaults.Storage;

namespace Suite.ServiceDefaults.Tests;

/// <summary>The audit's chain: whatever is done to it afterwards breaks a link.</summary>
public sealed class AuditChainTests
{
    static readonly DateTimeOffset Start = new(2024, 3, 1, 8, 0, 0, TimeSpan.FromHours(8));

    static readonly string[] Fields = ["Time", "Actor", "Action", "Resource", "Detail", "Hash", "PreviousHash", "Sequence"];

    [Fact]
    public void Follows_UntouchedChain_Holds() => FirstBroken(Chain(20)).ShouldBeNull();

    [Fact]
    public void Seal_TimeInAnyZoneAndPrecision_IsHashedAsStored() =>
        AuditEntry.Seal(null, Record(0) with { Time = Start.AddTicks(7) }).Time.ShouldBe(Start.ToUniversalTime());

    [Fact]
    public void Follows_OneEntryAltered_BreaksThere() =>
        Prop.ForAll(Gen.Choose(0, 19).ToArbitrary(), Gen.Elements(Fields).ToArbitrary(), (at, field) =>
        {
            var chain = Chain(20);
            Alter(chain[at], field);
            return FirstBroken(chain) == at;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Follows_OneEntryRemoved_BreaksAfterIt() =>
        Prop.ForAll(Gen.Choose(0, 18).ToArbitrary(), at =>
        {
            var chain = Chain(20);
            chain.RemoveAt(at);
            return FirstBroken(chain) == at;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Follows_OneEntryInserted_BreaksAfterIt() =>
        Prop.ForAll(Gen.Choose(0, 19).ToArbitrary(), at =>
        {
            var chain = Chain(20);
            chain.Insert(at, AuditEntry.Seal(at == 0 ? null : chain[at - 1], Record(99)));
            return FirstBroken(chain) == at + 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Follows_TwoEntriesSwapped_BreaksAtTheFirst() =>
        Prop.ForAll(Gen.Choose(0, 18).ToArbitrary(), at =>
        {
            var chain = Chain(20);
            (chain[at], chain[at + 1]) = (chain[at + 1], chain[at]);
            return FirstBroken(chain) == at;
        }).QuickCheckThrowOnFailure();

    static List<AuditEntry> Chain(int length)
    {
        var chain = new List<AuditEntry>();
        for (var n = 0; n < length; n++) chain.Add(AuditEntry.Seal(chain.LastOrDefault(), Record(n)));
        return chain;
    }

    static AuditRecord Record(int n) => new(Start.AddMinutes(n), "office", "IssuePlan", $"plans/{n}", "{}");

    static int? FirstBroken(IReadOnlyList<AuditEntry> chain)
    {
        for (var n = 0; n < chain.Count; n++)
            if (!chain[n].Follows(n == 0 ? null : chain[n - 1])) return n;
        return null;
    }

    /// <summary>As somebody with access to the table would.</summary>
    static void Alter(AuditEntry entry, string field)
    {
        var property = typeof(AuditEntry).GetProperty(field, BindingFlags.Public | BindingFlags.Instance)!;
        property.SetValue(entry, property.GetValue(entry) switch
        {
            DateTimeOffset time => time.AddSeconds(1),
            long number => number + 1,
            var text => $"{text}x",
        });
    }
}
