using Suite.Indicators.Figures;
using Suite.Indicators.Leagues;
using Suite.Indicators.Periods;
using Suite.Indicators.Queries;

namespace Suite.Indicators.Api;

/// <summary>The figures that the values of a league table rest on, as messages: two queries, however large.</summary>
public sealed class LeagueEvidence(FigureMessages messages)
{
    /// <summary>By part of the rules and entity; none for what is missing.</summary>
    public async Task<ILookup<(RulePart Part, string Entity), V1.Figure>> OfAsync(
        LeagueRules rules, FigureBlock block, IReadOnlyList<string> entities, Period period, CancellationToken cancellation)
    {
        var found = rules.Parts.SelectMany(part => entities.SelectMany(entity => Behind(block, part, entity, period).Select(figure => (Place: (part, entity), Figure: figure)))).ToList();
        var figures = found.Select(f => f.Figure).Distinct().ToList();
        var told = figures.Zip(await messages.OfAsync(figures, cancellation)).ToDictionary(f => f.First, f => f.Second);
        return found.ToLookup(f => f.Place, f => told[f.Figure]);
    }

    static IEnumerable<Figure> Behind(FigureBlock block, RulePart part, string entity, Period period) => part.Basis switch
    {
        LeagueBasis.PublishedGrowth => block.Told(part.Definition, entity, period) is { Growth: not null } told ? [told] : [],
        LeagueBasis.NominalGrowth => Growth(block, part.Definition, entity, period),
        _ => block.Behind(part.Definition, entity, period),
    };

    /// <summary>Of the two years to date where it can be told of them, else of the periods.</summary>
    static IEnumerable<Figure> Growth(FigureBlock block, string definition, string entity, Period period)
    {
        var toDate = block.NominalGrowth(definition, entity, period, true) is not null;
        if (!toDate && block.NominalGrowth(definition, entity, period, false) is null) return [];
        return block.Behind(definition, entity, period.InYear(period.Year - 1), toDate).Concat(block.Behind(definition, entity, period, toDate)).Distinct();
    }
}
