using Suite.Directory.Accounts;
using Suite.Directory.Import;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using FirstPassword = Suite.Directory.Import.FirstPassword;
using ImportFinding = Suite.Directory.Import.ImportFinding;

namespace Suite.Directory.Api;

/// <summary>Imports as the contract's messages.</summary>
static class ImportWire
{
    public static ImportedTable Of(TableOutcome outcome) => new()
    {
        Sheet = outcome.Table.Sheet, Content = (V1.TableContent)outcome.Table.Content, Rows = outcome.Table.Rows.Count,
        Created = outcome.Created, Changed = outcome.Changed, Unchanged = outcome.Unchanged,
    };

    public static V1.ImportFinding Of(ImportFinding finding) => new()
    {
        IsError = finding.IsError, Code = finding.Code, Sheet = finding.Place.Sheet, Row = finding.Place.Row, Column = finding.Column, Words = finding.Words, Why = finding.Why,
    };

    public static V1.FirstPassword Of(FirstPassword first) => new()
    {
        Account = AccountNames.Of(first.Account.Name), DisplayName = first.Account.DisplayName, Password = first.Password,
    };

    /// <summary>file.rows[12].parent: [单位 units] 上级单位 “市发展局”: …</summary>
    public static FieldViolation ViolationOf(ImportFinding finding)
    {
        var field = $"file.rows[{finding.Place.Row}]{(finding.Key.Length > 0 ? $".{finding.Key}" : "")}";
        var place = string.Join(' ', new[] { finding.Place.Sheet, finding.Column, finding.Words.Length > 0 ? $"“{finding.Words}”" : "" }.Where(p => p.Length > 0));
        return new(field, place.Length > 0 ? $"{place}: {finding.Why}" : finding.Why);
    }

    /// <summary>The answer to a request id is kept; passwords are not.</summary>
    public static ImportAccountsResponse WithoutPasswords(ImportAccountsResponse answer)
    {
        var kept = new ImportAccountsResponse(answer);
        kept.FirstPasswords.Clear();
        return kept;
    }
}
