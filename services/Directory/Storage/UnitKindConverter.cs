using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Suite.Directory.Units;

namespace Suite.Directory.Storage;

/// <summary>Kinds are stored by name, so that SQL reads well and new kinds move no numbers.</summary>
sealed class UnitKindConverter() : ValueConverter<UnitKind, string>(kind => UnitKindNames.Of(kind), text => UnitKindNames.Parse(text));
