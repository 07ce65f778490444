using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Audit.V1;
using Suite.ServiceDefaults.Auditing;
using AuditEntry = Suite.ServiceDefaults.Storage.AuditEntry;

namespace Suite.ServiceDefaults.Tests;

/// <summary>The verifier names one fault for one deed, at its place, however the traces were covered.</summary>
public sealed class AuditVerificationTests
{
    const int Length = 20;

    [Fact]
    public void Verify_UntouchedChain_NoFault() => Faults(Chain()).ShouldBeEmpty();

    [Fact]
    public void Verify_OneAltered_FoundThere() =>
        Prop.ForAll(Gen.Choose(0, Length - 1).ToArbitrary(), Gen.Elements("Time", "Actor", "Action", "Resource", "Detail", "Hash", "PreviousHash").ToArbitrary(), (at, field) =>
        {
            var chain = Chain();
            Set(chain[at], field, field == "Time" ? chain[at].Time.AddSeconds(1) : "x");
            return Faults(chain).SequenceEqual([new(AuditFaultKind.Altered, at + 1, at + 1)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Verify_OneAlteredWithAHashThatFits_ReplacedIsFound() =>
        Prop.ForAll(Gen.Choose(0, Length - 2).ToArbitrary(), at =>
        {
            var chain = Chain();
            chain[at] = AuditEntry.Seal(at == 0 ? null : chain[at - 1], new(chain[at].Time, "mallory", "IssuePlan", "plans/0", "{}"));
            return Faults(chain).SequenceEqual([new(AuditFaultKind.Replaced, at + 1, at + 1)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Verify_SomeRemoved_FoundThereWithAndWithoutRenumbering() =>
        Prop.ForAll(Gen.Choose(0, Length - 6).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (at, count, renumber) =>
        {
            var chain = Chain();
            chain.RemoveRange(at, count);
            if (renumber) Renumber(chain);
            return Faults(chain).SequenceEqual([new(AuditFaultKind.Removed, at + 1, at + count)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Verify_SomeInserted_FoundThere() =>
        Prop.ForAll(Gen.Choose(0, Length - 1).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (at, count) =>
        {
            var chain = Chain();
            for (var n = 0; n < count; n++)
                chain.Insert(at + n, AuditEntry.Seal(at + n == 0 ? null : chain[at + n - 1], new(Start, "mallory", "IssuePlan", "plans/0", "{}")));
            Renumber(chain);
            return Faults(chain).SequenceEqual([new(AuditFaultKind.Inserted, at + 1, at + count)]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Verify_EverythingAltered_FaultsAreFewAndBounded()
    {
        var chain = Chain();
        foreach (var entry in chain) Set(entry, "Actor", "x");
        Faults(chain).ShouldBe([new(AuditFaultKind.Altered, 1, Length)]);
        foreach (var entry in chain.Where(e => e.Sequence % 2 == 0)) Set(entry, "Sequence", entry.Sequence * 1000);
        Faults([.. chain.OrderBy(e => e.Sequence)]).Count.ShouldBeLessThanOrEqualTo(AuditChain.MostFaults);
    }

    static DateTimeOffset Start { get; } = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    static IReadOnlyList<ChainFault> Faults(IEnumerable<AuditEntry> entries)
    {
        var chain = new AuditChain();
        foreach (var entry in entries) chain.Add(entry);
        return chain.Faults;
    }

    static List<AuditEntry> Chain()
    {
        var chain = new List<AuditEntry>();
        for (var n = 0; n < Length; n++) chain.Add(AuditEntry.Seal(chain.LastOrDefault(), new(Start.AddMinutes(n), "office", "IssuePlan", $"plans/{n}", "{}")));
        return chain;
    }

    static void Renumber(List<AuditEntry> chain)
    {
        for (var n = 0; n < chain.Count; n++) Set(chain[n], "Sequence", n + 1L);
    }

    /// <summary>As somebody with access to the table would.</summary>
    static void Set(AuditEntry entry, string field, object value) =>
        typeof(AuditEntry).GetProperty(field, BindingFlags.Public | BindingFlags.Instance)!.SetValue(entry, value);
}
