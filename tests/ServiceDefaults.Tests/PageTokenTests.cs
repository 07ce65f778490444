using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Tests.V1;

namespace Suite.ServiceDefaults.Tests;

/// <summary>The laws of page tokens. The request's <c>string_value</c> and <c>numbers</c> stand for a list call's filters.</summary>
public sealed class PageTokenTests
{
    static readonly Arbitrary<string> Texts = ArbMap.Default.ArbFor<NonNull<string>>().Convert(t => Whole(t.Get), NonNull<string>.NewNonNull);

    sealed record Key(string Name, int Number);

    [Fact]
    public void Read_WhatWasWritten_IsTheKey() =>
        Prop.ForAll(Texts, ArbMap.Default.ArbFor<int>(), (filter, number) =>
        {
            var (request, key) = (new Kinds { StringValue = filter }, new Key(filter, number));
            return PageToken.Read<Key>(request, PageToken.Write(request, key)) == key;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_OtherArguments_IsRefused() =>
        Prop.ForAll(Texts, Texts, (one, other) =>
        {
            var token = PageToken.Write(new Kinds { StringValue = one }, new Key(one, 1));
            return one == other || Refused(new Kinds { StringValue = other }, token);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyOtherText_IsRefusedOrTheFirstPage() =>
        Prop.ForAll(Texts, text => text.Length == 0 || Refused(new Kinds(), text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_DamagedToken_IsRefused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt>(), at =>
        {
            var token = PageToken.Write(new Kinds(), new Key("a", 1)).ToCharArray();
            token[at.Get % token.Length] = '!';
            return Refused(new Kinds(), new string(token));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cut_PageByPage_ShowsEveryItemOnce() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (size, count) =>
        {
            var all = Enumerable.Range(0, count.Get).ToList();
            var shown = new List<int>();
            var token = "";
            do
            {
                var after = PageToken.Read<Key>(new Kinds(), token)?.Number ?? -1;
                var fetched = all.Where(n => n > after).Take(size.Get + 1).ToList();
                (var page, token) = PageToken.Cut(new Kinds(), fetched, size.Get, n => new Key("", n));
                shown.AddRange(page);
            }
            while (token.Length > 0);

            return shown.SequenceEqual(all);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 1)]
    [InlineData(1000, 1000)]
    [InlineData(int.MaxValue, 1000)]
    public void Size_AskedFor_IsClamped(int asked, int expected) => PageToken.Size(asked).ShouldBe(expected);

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Size_Negative_IsRefused(int asked) => Should.Throw<ProblemException>(() => PageToken.Size(asked));

    static bool Refused(Kinds request, string token)
    {
        try
        {
            PageToken.Read<Key>(request, token);
            return false;
        }
        catch (ProblemException refusal)
        {
            return refusal.Problem.Reason == Reason.InvalidPageToken;
        }
    }

    /// <summary>Halves of surrogate pairs never get as far as a page token.</summary>
    static string Whole(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
