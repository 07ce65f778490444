using Grpc.Core;
using Suite.Directory.V1;
using Suite.Tasks.V1;
using CalendarClient = Suite.Tasks.V1.CalendarService.CalendarServiceClient;
using ScoreClient = Suite.Tasks.V1.ScoreService.ScoreServiceClient;
using UnitClient = Suite.Directory.V1.UnitService.UnitServiceClient;

namespace Suite.Reporting.Tests.Intake;

/// <summary>The owners of what the office counts, as a client sees them: scores of one unit that a test can change, and who asked for them.</summary>
sealed class FakeOffice
{
    readonly List<string> _asked = [];

    /// <summary>What each call for the scores was authorised with.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    public string Points { get; set; } = "90";

    /// <summary>Set where tasks does not answer.</summary>
    public bool Away { get; set; }

    /// <summary>What an answer waits for; it tells what is so after that.</summary>
    public System.Threading.Tasks.Task Gate { get; set; } = System.Threading.Tasks.Task.CompletedTask;

    public void Serve(IServiceCollection services) =>
        services.AddSingleton<ScoreClient>(new Scores(this)).AddSingleton<CalendarClient>(new Calendar()).AddSingleton<UnitClient>(new Units());

    static AsyncUnaryCall<T> Answer<T>(System.Threading.Tasks.Task<T> answer) =>
        new(answer, System.Threading.Tasks.Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    sealed class Scores(FakeOffice office) : ScoreClient
    {
        public override AsyncUnaryCall<ListScoresResponse> ListScoresAsync(ListScoresRequest request, CallOptions options)
        {
            lock (office._asked) office._asked.Add(options.Headers?.GetValue("authorization") ?? "");
            var (points, gate, away) = (office.Points, office.Gate, office.Away);
            return Answer(TellAsync());

            async System.Threading.Tasks.Task<ListScoresResponse> TellAsync()
            {
                await gate;
                if (away) throw new RpcException(new Status(StatusCode.Unavailable, "gone"));
                return new() { Scores = { new Score { Subject = Told.Industry.Unit, DisplayName = Told.Industry.DisplayName, Points = points, Rule = "supervisionRules/score-1" } } };
            }
        }
    }

    sealed class Calendar : CalendarClient
    {
        public override AsyncUnaryCall<ListPlanPeriodsResponse> ListPlanPeriodsAsync(ListPlanPeriodsRequest request, CallOptions options) =>
            Answer(System.Threading.Tasks.Task.FromResult(new ListPlanPeriodsResponse()));
    }

    sealed class Units : UnitClient
    {
        public override AsyncUnaryCall<ListUnitsResponse> ListUnitsAsync(ListUnitsRequest request, CallOptions options) =>
            Answer(System.Threading.Tasks.Task.FromResult(new ListUnitsResponse()));
    }
}
