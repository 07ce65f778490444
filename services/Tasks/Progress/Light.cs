namespace Suite.Tasks.Progress;

/// <summary>红黄绿灯: on schedule, behind, far behind or overdue, done.</summary>
public enum Light
{
    Green = 1,
    Yellow = 2,
    Red = 3,
    Blue = 4,
}
