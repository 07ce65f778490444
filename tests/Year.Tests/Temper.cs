using System.Security.Cryptography;
using System.Text;

namespace Suite.Year.Tests;

/// <summary>How a unit behaves in one quarter of one task. The same in every run: it comes from the names alone.</summary>
enum Habit
{
    OnTime,
    Late,
    ReturnedOnce,
    Silent,
}

/// <param name="DaysLate">Calendar days after the due date; 0 for all but <see cref="Habit.Late"/>.</param>
/// <param name="Achieved">What is done of what is due: 0.5 to 1.2.</param>
sealed record Temper(Habit Habit, int DaysLate, decimal Achieved)
{
    public static Temper Of(string task, string unit, int quarter)
    {
        var dice = SHA256.HashData(Encoding.UTF8.GetBytes($"{task} {unit} {quarter}"));
        var habit = dice[0] switch { < 180 => Habit.OnTime, < 215 => Habit.Late, < 240 => Habit.ReturnedOnce, _ => Habit.Silent };
        return new(habit, habit == Habit.Late ? 1 + (dice[1] % 6) : 0, dice[2] switch
        {
            < 180 => 1 + (dice[3] % 20 / 100m),
            < 225 => 0.75m + (dice[3] % 15 / 100m),
            _ => 0.5m + (dice[3] % 15 / 100m),
        });
    }
}
