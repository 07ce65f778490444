namespace Suite.Tasks.Decomposition;

/// <summary>How an amount relates to what must be reached.</summary>
public enum Comparator
{
    /// <summary>Exactly the amount, no word beside it.</summary>
    Eq,

    /// <summary>At least (不少于, 至少, 以上, 突破).</summary>
    Ge,

    /// <summary>More than (超过, 多, 余).</summary>
    Gt,

    /// <summary>At most (以下, 低于, 最高).</summary>
    Le,

    /// <summary>Less than, which tables of indicators state as a sign.</summary>
    Lt,

    /// <summary>About (约, 左右, 近).</summary>
    Approx,
}
