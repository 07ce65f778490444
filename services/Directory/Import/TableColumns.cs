namespace Suite.Directory.Import;

/// <summary>The columns that each content knows, in the order of templates and exports.</summary>
public static class TableColumns
{
    static readonly TableColumn Since = new("since", "生效日期", "effective date", "HintDay", "起始日期", "开始日期", "生效时间", "自", "since", "from", "effective from");

    static readonly Dictionary<TableContent, TableColumn[]> All = new()
    {
        [TableContent.Units] =
        [
            new("id", "单位编号", "unit id", "HintUnitId", "编号", "单位代码", "单位标识", "标识", "id"),
            new("name", "单位名称", "unit name", "HintUnitName", "名称", "单位", "单位全称", "全称", "规范名称", "机构名称", "name", "display name", "unit") { IsNeeded = true },
            new("short_name", "简称", "short name", "HintClear", "单位简称", "规范简称"),
            new("english_name", "英文名称", "English name", "HintEnglish", "英文名", "英文", "english"),
            new("kind", "单位类型", "kind", "HintKind", "类型", "类别", "单位类别", "单位性质", "性质", "type", "unit kind"),
            new("parent", "上级单位", "parent", "HintParent", "上级", "主管单位", "隶属单位", "隶属关系", "parent unit"),
            new("host", "挂靠单位", "host", "HintClear", "挂靠", "设在", "host unit"),
            new("aliases", "别名", "aliases", "HintList", "其他名称", "曾用名", "又称", "alias", "other names"),
            Since,
        ],
        [TableContent.Groups] =
        [
            new("group_id", "集合编号", "group id", "HintGroupId", "组编号", "群组编号", "集合代码"),
            new("group", "集合名称", "group", "HintGroupName", "集合", "组名", "群组", "统称", "领导小组", "group name") { IsNeeded = true },
            new("member", "成员", "member", "HintMember", "成员单位", "成员名称", "组成单位", "member unit") { IsNeeded = true },
            Since,
            new("until", "截止日期", "end date", "HintUntil", "结束日期", "退出日期", "至", "until", "to", "effective until"),
        ],
        [TableContent.People] =
        [
            new("id", "人员编号", "person id", "HintPersonId", "编号", "领导编号", "人员标识", "id"),
            new("name", "姓名", "name", "HintPersonName", "领导姓名", "领导", "人员", "责任领导", "display name", "person") { IsNeeded = true },
            new("english_name", "英文姓名", "English name", "HintEnglish", "英文名", "英文", "拼音", "english"),
            new("title", "职务", "title", "HintTitle", "职位", "现任职务", "post") { IsNeeded = true },
            new("position", "分工位次", "position", "HintPosition", "位次", "责任类别", "分管或协管"),
            new("portfolio", "分管领域", "portfolio", "HintPortfolio", "分管工作", "工作分工", "分工"),
            new("units", "分管单位", "units", "HintUnits", "联系单位", "分管部门"),
            Since,
        ],
        [TableContent.Accounts] =
        [
            new("account", "账号", "account", "HintAccount", "帐号", "登录名", "登录账号", "用户名", "account name", "login", "user name", "username") { IsNeeded = true },
            new("display_name", "姓名", "display name", "HintDisplayName", "显示名", "使用人", "账号名称", "name") { IsNeeded = true },
            new("roles", "角色", "roles", "HintRoles", "权限", "账号角色", "role") { IsNeeded = true },
            new("unit", "单位", "unit", "HintAccountUnit", "所属单位", "单位名称", "所在单位"),
            new("person", "人员", "person", "HintAccountPerson", "领导", "对应领导"),
        ],
    };

    static readonly HashSet<string> Passwords = ["密码", "口令", "初始密码", "登录密码", "password", "initialpassword", "firstpassword", "pwd", "passwd"];

    public static IReadOnlyList<TableColumn> Of(TableContent content) => All[content];

    public static IEnumerable<TableContent> Contents => All.Keys;

    /// <summary>True for a heading of what no file may hold.</summary>
    public static bool IsPassword(string heading) => Passwords.Contains(TableColumn.Plain(heading));
}
