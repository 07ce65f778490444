using Suite.Walkthrough.Text;

namespace Suite.Walkthrough;

/// <summary>What the AppHost tells the walkthrough, through environment variables and arguments.</summary>
/// <param name="Gateway">Where the gateway takes JSON.</param>
/// <param name="Grpc">Where it takes gRPC; null where nobody said.</param>
/// <param name="AdminPassword">Of the account <c>admin</c>.</param>
/// <param name="DemoPassword">Of the demo accounts; null where there are none.</param>
/// <param name="PlanFile">The table to import.</param>
/// <param name="OutFolder">Where documents are written to.</param>
/// <param name="DataFolder">Where the suite keeps its data; null where nobody said.</param>
/// <param name="Once">Take one task through its first quarter.</param>
sealed record Settings(
    Uri Gateway, Uri? Grpc, string AdminPassword, string? DemoPassword, string PlanFile, string OutFolder, string? DataFolder, bool Once)
{
    /// <exception cref="WalkException">Something is missing or does not exist.</exception>
    public static Settings Read(IReadOnlyList<string> args, Func<string, string?> variable)
    {
        if (args.FirstOrDefault(a => a != "--once") is { } unknown) throw new WalkException(Words.Both("UnknownArgument", unknown));
        var once = args.Count > 0;
        var demo = Optional("SUITE_DEMO_PASSWORD");
        if (once && demo is null) throw new WalkException(Words.Both("DemoPasswordNeeded"));
        var plan = Optional("SUITE_PLAN") ?? Path.Combine(Required("SUITE_SEEDS"), "plan-2024.txt");
        if (!File.Exists(plan)) throw new WalkException(Words.Both("PlanFileMissing", plan));
        return new(
            new Uri(Required("services__gateway__http__0")), Optional("services__gateway__grpc__0") is { } grpc ? new Uri(grpc) : null,
            Required("SUITE_ADMIN_PASSWORD"), demo, plan, Optional("SUITE_OUT") ?? "out", Optional("SUITE_DATA"), once);

        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;
        string Required(string name) => Optional(name) ?? throw new WalkException(Words.Both("VariableMissing", name));
    }
}
