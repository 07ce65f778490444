using Suite.Auth.V1;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Year.Tests;

/// <summary>What happens beside the reports: adjustments asked for, endorsed and decided, instructions answered late, parts that change hands, words taken over.</summary>
sealed class YearCases
{
    const string More = "并强化服务保障。";

    static readonly DateOnly Asked = new(2024, 5, 10);
    static readonly DateOnly Instructed = new(2024, 5, 13);
    static readonly DateOnly Answered = new(2024, 5, 24);
    static readonly DateOnly LitInSpring = new(2024, 5, 21);
    static readonly DateOnly HandedOver = new(2024, 8, 1);
    static readonly DateOnly LitInAutumn = new(2024, 11, 5);
    static readonly DateOnly Closed = new(2024, 11, 6);

    /// <summary>Of so many tasks one has its light set by hand, and one is closed.</summary>
    const int OneOf = 40;

    readonly YearSuite _suite;
    readonly IReadOnlyList<Desk> _desks;
    readonly List<Desk> _helpers;
    readonly List<(string Name, Desk Desk, bool Approved)> _adjustments = [];
    readonly List<string> _instructions = [];
    readonly HashSet<string> _spared;
    readonly List<(Desk From, Desk To)> _handovers = [];

    /// <param name="spared">Tasks that stay as they are.</param>
    public YearCases(YearSuite suite, IReadOnlyList<Desk> desks, List<Desk> helpers, IEnumerable<string> spared)
    {
        (_suite, _desks, _helpers, _spared) = (suite, desks, helpers, spared.ToHashSet());
        // Whoever leads a task whose helpers are at work takes over what was handed in on time.
        foreach (var desk in desks)
        {
            var inTime = helpers.Where(h => h.Part is { Active: true } && h.Task == desk.Task).SelectMany(h => h.Quarters.Where(q => q == 2 && h.Temper(q).Habit == Habit.OnTime).Select(q => (Quarter: q, Name: h.NameOf(q))));
            desk.TakesOver = inTime.Take(2).ToLookup(t => t.Quarter, t => t.Name);
        }
    }

    public IReadOnlyList<(string Name, Desk Desk, bool Approved)> Adjustments => _adjustments;

    public IReadOnlyList<string> Instructions => _instructions;

    public IReadOnlyList<(Desk From, Desk To)> Handovers => _handovers;

    public Task WorkAsync(DateOnly day) =>
        day == Asked ? AdjustAsync() : day == Instructed ? InstructAsync() : day == Answered ? AnswerAsync() : day == HandedOver ? HandOverAsync()
        : day == LitInSpring ? LightAsync(7) : day == LitInAutumn ? LightAsync(21) : day == Closed ? CloseAsync(33) : Task.CompletedTask;

    /// <summary>What the office saw for itself is not what the reports say.</summary>
    async Task LightAsync(int which)
    {
        var office = new LightService.LightServiceClient(_suite.As(Role.Office));
        foreach (var (index, desk) in Every(which).Index())
            await office.SetTaskLightAsync(new() { Name = $"{desk.Task}/light", Light = (Light)(2 + (index % 3)), Reason = "现场督查所见与报送情况不一致。" });
    }

    /// <summary>The year's target is met before its last quarter: nothing is reported any more.</summary>
    async Task CloseAsync(int which)
    {
        foreach (var desk in Every(which).Where(d => d.Quarters.Any(q => q <= 3 && d.Temper(q).Habit != Habit.Silent)))
        {
            var asked = await new ClosingService.ClosingServiceClient(_suite.As(Role.Approver, desk.Unit)).CreateClosingAsync(new() { Parent = desk.Task, Text = "年度目标已提前完成。" });
            await new ClosingService.ClosingServiceClient(_suite.As(Role.Office)).ApproveClosingAsync(new() { Name = asked.Name, Text = "核实完成。" });
            foreach (var over in _desks.Concat(_helpers).Where(d => d.Task == desk.Task))
            {
                var before = over.Answers;
                over.Answers = quarter => quarter <= 3 && before(quarter);
            }
        }
    }

    IEnumerable<Desk> Every(int which) => _desks.DistinctBy(d => d.Task).Where(d => !_spared.Contains(d.Task)).Index().Where(d => d.Index % OneOf == which).Select(d => d.Item).ToList();

    /// <summary>Tasks with a responsible leader whose target promises no figure: what is asked for is more words.</summary>
    IEnumerable<Desk> Some => _desks.Where(d => d.Leader.Length > 0 && d.Promises.All(p => !p.Annual)).DistinctBy(d => d.Task).Take(6);

    async Task AdjustAsync()
    {
        foreach (var (index, desk) in Some.Index())
        {
            var unit = new AdjustmentService.AdjustmentServiceClient(_suite.As(Role.Approver, desk.Unit));
            var asked = await unit.CreateAdjustmentAsync(new()
            {
                Parent = desk.Task, Adjustment = new() { Kind = AdjustmentKind.Target, NewTarget = desk.Target + More, Reason = "工作需要。" },
            });
            await unit.SubmitAdjustmentAsync(new() { Name = asked.Name });
            await new AdjustmentService.AdjustmentServiceClient(_suite.As(Role.Leader, person: desk.Leader)).EndorseAdjustmentAsync(new() { Name = asked.Name, Text = "同意。" });
            var office = new AdjustmentService.AdjustmentServiceClient(_suite.As(Role.Office));
            if (index % 2 == 0) await office.ApproveAdjustmentAsync(new() { Name = asked.Name, Reason = "理由充分。" });
            else await office.RefuseAdjustmentAsync(new() { Name = asked.Name, Text = "理由不足。" });
            _adjustments.Add((asked.Name, desk, index % 2 == 0));
        }
    }

    async Task InstructAsync()
    {
        foreach (var desk in Some.Take(3))
        {
            var leader = new InstructionService.InstructionServiceClient(_suite.As(Role.Leader, person: desk.Leader));
            var made = await leader.CreateInstructionAsync(new() { Parent = desk.Task, Instruction = new() { Unit = $"units/{desk.Unit}", Text = "请加快推进。", DueDate = "2024-05-20" } });
            _instructions.Add(made.Name);
        }
    }

    /// <summary>Four days late.</summary>
    async Task AnswerAsync()
    {
        var office = new InstructionService.InstructionServiceClient(_suite.As(Role.Office));
        foreach (var (name, desk) in _instructions.Zip(Some))
        {
            (await office.GetInstructionAsync(new() { Name = name })).Overdue.ShouldBeTrue(name);
            await new InstructionService.InstructionServiceClient(_suite.As(Role.Reporter, desk.Unit)).AnswerInstructionAsync(new() { Name = name, Text = "已加快。" });
        }
    }

    /// <summary>Three supporting units that have handed in so far leave their parts to units that had none.</summary>
    async Task HandOverAsync()
    {
        var office = new AssignmentService.AssignmentServiceClient(_suite.As(Role.Office));
        var units = _desks.Concat(_helpers).Select(d => d.Unit).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var from in _helpers.Where(h => h.Part is { Active: true, Role: AssignmentRole.Support } && h.Quarters.Where(q => q <= 2).All(q => h.Temper(q).Habit != Habit.Silent)).Take(3).ToList())
        {
            var taken = _desks.Concat(_helpers).Where(d => d.Task == from.Task).Select(d => d.Unit).ToHashSet();
            var to = units.First(u => !taken.Contains(u));
            await office.HandOverAssignmentAsync(new() { Name = $"{from.Task}/assignments/{from.Unit}", Units = { $"units/{to}" }, Reason = "职责调整" });
            var successor = from.Successor(to);
            await successor.AcknowledgeAsync();
            _helpers.Add(successor);
            _handovers.Add((from, successor));
        }
    }
}
