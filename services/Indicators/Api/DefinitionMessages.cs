using Suite.Indicators.Definitions;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Api;

/// <summary>Definitions and entities as the messages of the contract.</summary>
static class DefinitionMessages
{
    /// <param name="latest">Number of the latest version: the etag of all.</param>
    public static V1.Definition Of(Definition d, int latest) => new()
    {
        Name = DefinitionBook.Prefix + d.Id, DisplayName = d.Name, EnglishName = d.EnglishName, Unit = d.Unit, Scale = UnitReader.Scale(d.Measure.Text),
        Kind = (V1.IndicatorKind)d.Kind, PeriodType = (V1.PeriodType)d.PeriodType, Direction = (V1.Direction)d.Direction,
        BandLow = Decimals.Text(d.BandLow), BandHigh = Decimals.Text(d.BandHigh), Accumulation = (V1.TimeAccumulation)d.Accumulation,
        Aggregation = (V1.Aggregation)d.Aggregation, Weight = d.Weight is null ? "" : DefinitionBook.Prefix + d.Weight, Formula = d.Formula,
        EntityKinds = { d.EntityKinds.Select(k => (V1.EntityKind)k) }, SourceUnit = d.SourceUnit ?? "", Decimals = d.Decimals, Version = d.Version,
        EffectiveDate = CityCalendar.Text(d.Since), Etag = Etag.Of(latest),
    };

    public static V1.Entity Of(Entities.Entity entity) => new()
    {
        Name = ResourceNames.Entities + entity.Id, Unit = entity.IsRegion ? "" : ResourceNames.Units + entity.Id, DisplayName = entity.Name,
        Kind = (V1.EntityKind)entity.Kind, Parent = entity.ParentId is null ? "" : ResourceNames.Entities + entity.ParentId,
    };
}
