using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Task = System.Threading.Tasks.Task;

namespace Suite.Tasks.Tests.Api;

/// <summary>Units, people and accounts that a fake directory tells of, with a change feed as the real one has it. A test changes them as it likes.</summary>
public sealed class FakeOrganization
{
    readonly Lock _lock = new();
    readonly List<Change> _changes = [];
    readonly Dictionary<string, List<Unit>> _units = [];
    readonly List<Person> _people = [new() { Name = "people/liu-guangbin", DisplayName = "刘光滨", Position = 1 }];
    readonly List<StaffMember> _staff = [];

    public FakeOrganization()
    {
        Put(new Unit { Name = "units/city", DisplayName = "某市", Kind = UnitKind.City });
        foreach (var (name, id) in FakeDirectory.Units)
            Put(new Unit { Name = $"units/{id}", DisplayName = name, Kind = name.EndsWith('镇') ? UnitKind.Town : UnitKind.Bureau, Parent = "units/city" });
    }

    /// <summary>The methods that were called in a caller's name, in order. What keeps the copy calls in the service's own.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>So many of the newest changes are lost, as when a backup is restored.</summary>
    public int Lost { get; set; }

    public IReadOnlyList<Person> People => Locked(() => _people.Select(p => p.Clone()).ToList());

    /// <summary>How many changes there were.</summary>
    public int Count => Locked(() => _changes.Count);

    public ListUnitsResponse ListUnits(ListUnitsRequest request) => Locked(() => new ListUnitsResponse
    {
        Units = { _units.Values.SelectMany(v => v).Where(u => IsOn(u, request.AsOf.Length > 0 ? request.AsOf : Today)).Select(u => u.Clone()) },
    });

    public ListUnitVersionsResponse Versions(string name) => Locked(() => _units.TryGetValue(name, out var versions)
        ? new ListUnitVersionsResponse { Units = { versions.Select(v => v.Clone()) } }
        : throw Problems.NotFound("unit", name).Problem.ToRpc());

    /// <summary>Founds a unit, or replaces all that was known of it.</summary>
    public void Put(params IReadOnlyList<Unit> versions) => Tell(versions[0].Name, () => _units[versions[0].Name] = [.. versions]);

    public void Put(Person person) => Tell(person.Name, () =>
    {
        _people.RemoveAll(p => p.Name == person.Name);
        _people.Add(person);
    });

    public void Put(StaffMember member, string of) => Tell($"{of}/staff", () =>
    {
        _staff.RemoveAll(s => s.Account == member.Account);
        _staff.Add(member);
    });

    static string Today => TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static bool IsOn(Unit unit, string day) => string.CompareOrdinal(unit.EffectiveFrom, day) <= 0
        && (unit.EffectiveUntil.Length == 0 || string.CompareOrdinal(unit.EffectiveUntil, day) > 0);

    void Tell(string resource, Action change)
    {
        lock (_lock)
        {
            change();
            _changes.Add(new() { Resource = resource, Action = "Put" });
        }
    }

    T Locked<T>(Func<T> read)
    {
        lock (_lock) return read();
    }

    (IReadOnlyList<Change> Changes, int Last) After(string token) => Locked(() =>
    {
        var last = _changes.Count - Lost;
        var from = token.Length == 0 ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        if (from > last) throw Problems.Because(Reason.InvalidPageToken, "resume_token is from after the last change.").Problem.ToRpc();
        return ((IReadOnlyList<Change>)[.. _changes.Take(last).Skip(from).Select(c => c.Clone())], last);
    });

    internal sealed class Changes(FakeOrganization organization) : ChangeService.ChangeServiceBase
    {
        public override Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context) =>
            Task.FromResult(new ListChangesResponse { ResumeToken = $"{organization.After(request.ResumeToken).Last}" });

        public override async Task WatchDirectory(
            WatchDirectoryRequest request, IServerStreamWriter<WatchDirectoryResponse> responseStream, ServerCallContext context)
        {
            for (var (token, first) = (request.ResumeToken, true); !context.CancellationToken.IsCancellationRequested; first = false)
            {
                var (told, last) = organization.After(token);
                token = $"{last}";
                if (first || told.Count > 0) await responseStream.WriteAsync(new() { Changes = { told }, ResumeToken = token }, context.CancellationToken);
                await Task.Delay(30, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    internal sealed class StaffList(FakeOrganization organization) : StaffService.StaffServiceBase
    {
        public override Task<ListStaffResponse> ListStaff(ListStaffRequest request, ServerCallContext context) => Task.FromResult(organization.Locked(() =>
            new ListStaffResponse { Staff = { organization._staff.Where(s => request.Of is "" || s.Unit == request.Of || s.Person == request.Of).Select(s => s.Clone()) } }));
    }
}
