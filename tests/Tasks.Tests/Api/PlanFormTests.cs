using System.Net.Http.Headers;
using System.Text;
using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>The same plan in every form of file.</summary>
public sealed class PlanFormTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static string Csv => string.Join('\n', Tables.TwoTasks.Split('\n').Select(line => string.Join(',', line.Split('\t').Select(cell => $"\"{cell}\""))));

    static string Html => "<!DOCTYPE html><html><body>"
        + string.Concat(Tables.TwoTasks.Split('\n').Select(line => line.Contains('\t') ? null : $"<p>{line}</p>"))
        + $"<table>{string.Concat(Tables.TwoTasks.Split('\n').Where(l => l.Contains('\t')).Select(l => $"<tr><td>{l.Replace("\t", "<td>")}"))}</table></body></html>";

    public static TheoryData<string> Forms => ["docx", "xlsx", "csv", "gb18030", "html"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task ImportPlan_OtherForm_GivesTheSameTasks(string form)
    {
        await suite.ImportAsync("of-text", Tables.TwoTasks);
        var (bytes, type) = form switch
        {
            "docx" => (OfficeEditions.Word(Tables.TwoTasks), OfficeEditions.WordType),
            "xlsx" => (OfficeEditions.Workbook(Tables.TwoTasks), OfficeEditions.WorkbookType),
            "gb18030" => (CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Csv), "text/csv"),
            "csv" => (Encoding.UTF8.GetBytes(Csv), "text/csv"),
            _ => (Encoding.UTF8.GetBytes(Html), "text/html"),
        };

        var answer = (await PostAsync($"of-{form}", bytes, type)).Require(200);

        answer.GetProperty("plan").GetProperty("year").GetInt32().ShouldBe(2024);
        answer.GetProperty("diagnostics").EnumerateArray().Count(d => d.Text("code") == "ENCODING_ASSUMED").ShouldBe(form == "gb18030" ? 1 : 0);
        (await TasksAsync($"of-{form}")).ShouldBe(await TasksAsync("of-text"));
    }

    [Theory]
    [InlineData("%PDF-1.7", "application/pdf", "PDF")]
    [InlineData("PK\u0003\u0004broken", OfficeEditions.WordType, "damaged")]
    public async Task ImportPlan_FileOfNoUse_SaysWhatItIsAndWhatIsExpected(string bytes, string type, string words)
    {
        var answer = (await PostAsync("useless", Encoding.Latin1.GetBytes(bytes), type)).Problem(400, "UNREADABLE_DOCUMENT");
        answer.Detail.ShouldContain(words);
        answer.Detail.ShouldContain("Expected");
    }

    async Task<Answer> PostAsync(string plan, byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await suite.As(Role.Office).PostAsync($"/v1/plans:import?plan={plan}", content).ReadAsync();
    }

    async Task<string> TasksAsync(string plan)
    {
        var listed = (await suite.As(Role.Office).GetAsync($"/v1/plans/{plan}/tasks").ReadAsync()).Require(200).GetProperty("tasks");
        var shown = string.Join('\n', listed.EnumerateArray().Select(t => $"{t.Text("target")} {t.GetProperty("schedule")} {t.GetProperty("leadUnits")} {t.GetProperty("requirement")}"));
        return shown.Replace($"plans/{plan}/", "plans/-/");
    }
}
