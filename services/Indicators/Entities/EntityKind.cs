namespace Suite.Indicators.Entities;

/// <summary>Kinds of entity: those of the directory's units, and regions. Values as in the contract.</summary>
public enum EntityKind
{
    City = 1,
    Bureau = 2,
    Town = 3,
    Subdistrict = 4,
    Park = 5,
    StateEnterprise = 6,
    VerticalAgency = 7,
    MassOrganisation = 8,
    Institution = 9,
    Headquarters = 10,
    Other = 11,
    Region = 12,
}
