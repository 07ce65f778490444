namespace Suite.Directory.Units;

/// <summary>What sort of body a unit is; the numbers are those of the contract's UnitKind.</summary>
public enum UnitKind
{
    /// <summary>The city itself: the root of the tree.</summary>
    City = 1,

    /// <summary>市直部门</summary>
    Bureau = 2,

    /// <summary>镇</summary>
    Town = 3,

    /// <summary>街道</summary>
    Subdistrict = 4,

    /// <summary>园区、功能区</summary>
    Park = 5,

    /// <summary>市属国企</summary>
    StateEnterprise = 6,

    /// <summary>中央、省驻本市单位</summary>
    VerticalAgency = 7,

    /// <summary>群团组织</summary>
    MassOrganisation = 8,

    /// <summary>高校、医院、事业单位</summary>
    Institution = 9,

    /// <summary>指挥部、领导小组及其办公室</summary>
    Headquarters = 10,

    Other = 11,
}
