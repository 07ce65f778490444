using Suite.Auth.V1;
using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.ServiceDefaults.Identity;

namespace Suite.Indicators.Api;

/// <summary>A series belongs to the unit it is about, and to the unit that is the indicator's source.</summary>
public sealed class SeriesScopes(DefinitionBook book, CityCalendar calendar) : IScopeResolver
{
    public async Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation)
    {
        if (!asked.Contains(Scope.OwnUnit) || caller.Unit is null || SeriesNames.Read(resource) is not var (id, entity)) return new HashSet<Scope>();
        var own = caller.Unit == ResourceNames.Units + entity || (await book.FindAsync(id, calendar.Today, cancellation))?.SourceUnit == caller.Unit;
        return own ? new HashSet<Scope> { Scope.OwnUnit } : [];
    }
}
