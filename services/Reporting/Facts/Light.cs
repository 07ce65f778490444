namespace Suite.Reporting.Facts;

/// <summary>红黄绿灯</summary>
public enum Light
{
    /// <summary>On schedule.</summary>
    Green = 1,

    /// <summary>Behind.</summary>
    Yellow = 2,

    /// <summary>Far behind or overdue.</summary>
    Red = 3,

    /// <summary>Done.</summary>
    Blue = 4,
}
