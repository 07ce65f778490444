using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Rules;
using Suite.Tasks.Scores;
using Suite.Tasks.V1;
using Score = Suite.Tasks.V1.Score;
using ScoreLine = Suite.Tasks.V1.ScoreLine;
using ScoreReason = Suite.Tasks.V1.ScoreReason;
using ScoreSubject = Suite.Tasks.Scores.ScoreSubject;
using SupervisionRule = Suite.Tasks.Rules.SupervisionRule;

namespace Suite.Tasks.Api;

sealed class ScoreApi(ScoreBook book, PlanQuery plans, CityTime time) : ScoreService.ScoreServiceBase
{
    public override async Task<ListScoresResponse> ListScores(ListScoresRequest request, ServerCallContext context)
    {
        var (size, place) = (PageToken.Size(request.PageSize), Place(request, request.PageToken, request.AsOf));
        var subject = Inputs.Only((ScoreSubject)request.Subject, "subject") ?? ScoreSubject.Unit;
        var scores = await book.ScoresAsync(new(await PlanAsync(request.Parent, context), subject, Quarter(request.Quarter), place.AsOf), context.CancellationToken);
        var page = scores.Skip(place.Shown).Take(size).Select(s => ToMessage(s, subject, 1 + scores.Count(o => o.Points > s.Points)));
        return new() { Scores = { page }, NextPageToken = Next(request, place, size, scores.Count), AsOf = place.AsOf.ToTimestamp() };
    }

    public override async Task<ListScoreLinesResponse> ListScoreLines(ListScoreLinesRequest request, ServerCallContext context)
    {
        var (size, place) = (PageToken.Size(request.PageSize), Place(request, request.PageToken, request.AsOf));
        var (subject, id) = SubjectOf(request.Subject);
        var scores = await book.ScoresAsync(new(await PlanAsync(request.Parent, context), subject, Quarter(request.Quarter), place.AsOf), context.CancellationToken);
        var lines = (scores.FirstOrDefault(s => s.SubjectId == id) ?? throw Problems.NotFound("Score", request.Subject)).Lines;
        return new()
        {
            ScoreLines = { lines.Skip(place.Shown).Take(size).Select(ToMessage) }, NextPageToken = Next(request, place, size, lines.Count),
            AsOf = place.AsOf.ToTimestamp(),
        };
    }

    Task<Plans.Plan> PlanAsync(string parent, ServerCallContext context) =>
        plans.GetAsync(ResourceNames.ReadPlan(parent, "parent"), Sight.Of(Access.Of(context)), context.CancellationToken);

    static int Quarter(int quarter) => quarter == 0 ? 0 : Inputs.Quarter(quarter, "quarter");

    static (ScoreSubject Subject, string Id) SubjectOf(string name) => name.Split('/') switch
    {
        ["units", var id] when ResourceNames.IsId(id) => (ScoreSubject.Unit, id),
        ["people", var id] when ResourceNames.IsId(id) => (ScoreSubject.Leader, id),
        _ => throw Problems.InvalidField("subject", "must be units/{unit} or people/{person}."),
    };

    /// <summary>Pages after the first are as of the time of the first.</summary>
    ScorePlace Place(IMessage request, string token, Timestamp? asked)
    {
        if (PageToken.Read<ScorePlace>(request, token) is { Shown: >= 0 } place) return place;
        var asOf = asked is null ? time.Now : Instant(asked);
        return asOf <= time.Now ? new(0, asOf) : throw Problems.InvalidField("as_of", "must not be in the future.");
    }

    static DateTimeOffset Instant(Timestamp asked)
    {
        try
        {
            return asked.ToDateTimeOffset();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw Problems.InvalidField("as_of", "must be a time from 0001-01-01 to 9999-12-31.");
        }
    }

    static string Next(IMessage request, ScorePlace place, int size, int count) =>
        place.Shown + size < count ? PageToken.Write(request, place with { Shown = place.Shown + size }) : "";

    static Score ToMessage(Scores.Score score, ScoreSubject subject, int rank) => new()
    {
        Subject = subject == ScoreSubject.Unit ? ResourceNames.Unit(score.SubjectId) : ResourceNames.Person(score.SubjectId), DisplayName = score.DisplayName,
        Points = TaskMessages.Text(score.Points), Start = TaskMessages.Text(score.Start), Rank = rank, LineCount = score.Lines.Count,
        Rule = SupervisionRule.NameOf(RuleKind.Score, score.RuleVersion),
    };

    static ScoreLine ToMessage(Scores.ScoreLine line) => new()
    {
        Reason = (ScoreReason)line.Reason, Report = line.Report.ToString(), Commitment = line.Commitment > 0 ? line.Report.Task.Commitment(line.Commitment) : "",
        Days = line.Days, Points = TaskMessages.Text(line.Points), Rule = SupervisionRule.NameOf(RuleKind.Score, line.RuleVersion),
    };

    sealed record ScorePlace(int Shown, DateTimeOffset AsOf);
}
