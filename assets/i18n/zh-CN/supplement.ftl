# 补充材料通知的事项：写给申报机构，印在纸上的只用中文。编号与发现的代码对应（下划线写作连字符）。

ask-contradiction-field = { $field ->
    [number] 项目编号
    [title] 项目名称
    [track] 申报类型
    [lead] 牵头单位
    [joint] 联合单位
    [period] 试点周期
   *[owner] 项目负责人
}前后不一致：一处为“{ $first }”，另一处为“{ $second }”。请说明以何者为准，并更正相关材料。
ask-contradiction-credit-code = { $applicant }的统一社会信用代码前后不一致：一处为 { $first }，另一处为 { $second }。请核实并更正。
ask-contradiction-amount = “{ $what }”前后不一致：一处为{ $first }，另一处为{ $second }。请说明以何者为准，并更正相关材料。
ask-contradiction-period = 试点周期前后不一致：一处为{ $first }，另一处为{ $second }。请说明以何者为准，并更正相关材料。
ask-contradiction-scale = 预期规模前后不一致：一处为“{ $first }”，另一处为“{ $second }”。请说明以何者为准，并更正相关材料。
ask-contradiction-date = 申报日期前后不一致：一处为“{ $first }”，另一处为“{ $second }”。请说明以何者为准，并更正相关材料。
ask-period-reversed = 试点周期“{ $value }”的结束时间早于开始时间。请更正。
ask-period-inconsistent = 试点周期“{ $value }”写明的期限与起止时间不符。请说明以何者为准，并更正。
ask-date-impossible = 申报日期“{ $value }”在日历中不存在。请更正。
ask-date-in-future = 申报日期“{ $value }”晚于提交材料的日期。请核实并更正。
ask-letter-blank = “{ $document }”的签署处（承诺单位、签字或日期）有空白。请签署完整后重新提交。
ask-letter-of-another = “{ $document }”由“{ $other }”出具，该机构不是申报机构。请提交申报机构出具的材料。
ask-licence-of-another = “{ $document }”的持有人为“{ $other }”，该机构不是申报机构。请提交申报机构的证照。
ask-agreement-without-party = “{ $item }”中未见申报机构“{ $applicant }”。请补签，或说明其是否参加联合申报。
ask-contradiction-name = 机构名称前后不一致：申报机构为“{ $applicant }”，另一处写作“{ $other }”。请统一为全称。
ask-applicant-not-listed = 申报书列有{ $applicant }，机构信息中未列。请补充该机构信息。
ask-applicant-not-in-form = 机构信息列有{ $applicant }，申报书的牵头单位、联合单位中未列。请说明或更正。
ask-credit-code-shared = { $applicant }与{ $other }填写了同一个统一社会信用代码 { $code }。请核实并更正。
ask-absent-section = 未见“{ $section }”的内容。请补充；已载明的，请注明所在文件和页码。
ask-absent-field = 未见“{ $field ->
    [title] 项目名称
    [track] 申报类型
    [lead] 牵头单位
    [joint] 联合单位
    [scenario] 业务场景
    [technology] 应用技术
    [users] 服务对象
    [period] 试点周期
    [scale] 预期规模
    [owner] 项目负责人
    [contact] 联系人
    [phone] 联系电话
   *[date] 申报日期
}”。请补充；已填写的，请注明所在文件和页码。
ask-credit-code-absent = 未见{ $applicant }的统一社会信用代码。请补充。
ask-seat-unknown = 未写明{ $applicant }的注册地和主要办公地。请补充。
ask-seat-unclear = { $applicant }的{ $of ->
    [place] 注册地
    [office] 主要办公地
   *[both] 注册地、主要办公地
}（{ $place }）未写明所在城市。请补充完整地址。
ask-scenario-by-technology = 业务场景应由持牌机构提供，材料写明由{ $applicant }承担（“{ $duty }”）。请说明场景提供方并调整分工。
ask-no-licensed-provider = 业务场景应由持牌机构提供，申报机构中未见持牌机构。请说明业务场景的提供方。
ask-licence-absent = 未填写{ $applicant }的牌照名称或编号。请补充。
ask-licence-unstated = { $applicant }未填写牌照名称或编号。请补充。
ask-recognition-evidence = { $applicant }按“其他中国证监会认可的机构”申报。请提供认可依据。
ask-credit-code-invalid = { $applicant }的统一社会信用代码 { $code } 有误（{ $reason ->
    [length] 应为 18 位
    [character] 含有代码中不使用的字符
   *[check_digit] 校验位不符
}）。请对照营业执照更正。
ask-licence-expired = 所附证照的有效期已于 { $until } 届满。请提供现行有效的证照。
ask-document-locked = 文件设有打开密码，无法查阅。请提交无密码版。
ask-empty-document = 文件为空。请重新提交。
ask-tracked-changes = 文件中留有修订痕迹。请提交定稿。
ask-entry-quarantined = “{ $name }”在压缩包中已损坏或无法取出。请重新提交该文件。
ask-scan = 文件为扫描件，无文字层。请另附可检索的电子版。
ask-document-broken = 文件损坏，内容不全。请用原软件另存后重新提交。
ask-document-unreadable = 文件无法读取。请用原软件另存后重新提交。
ask-comments-left = 文件中留有批注。请提交清稿。
ask-unseen-text = 文件中有打开和打印时都不显示的文字。请删除或作出说明。
ask-hidden-content = 文件中有隐藏的文字、行列或工作表。请删除隐藏内容或作出说明。
ask-macros = 文件含有宏。请提交不含宏的文件。
ask-formula-uncalculated = 文件中的公式未计算，数值空缺（{ $places }）。请用表格软件打开、保存后重新提交。
ask-number-rounded = 文件中的长数字末位可能失真（{ $places }）。请核实并以文本格式填写。
ask-field-several = { $field ->
    [number] 项目编号
    [title] 项目名称
    [track] 申报类型
    [lead] 牵头单位
    [joint] 联合单位
    [scenario] 业务场景
    [technology] 应用技术
    [users] 服务对象
    [period] 试点周期
    [scale] 预期规模
    [owner] 项目负责人
    [contact] 联系人
    [phone] 联系电话
   *[date] 申报日期
}在材料中有不同写法：“{ $value }”“{ $others }”。请确认以何者为准。
ask-field-unsure = { $field ->
    [number] 项目编号
    [title] 项目名称
    [track] 申报类型
    [lead] 牵头单位
    [joint] 联合单位
    [scenario] 业务场景
    [technology] 应用技术
    [users] 服务对象
    [period] 试点周期
    [scale] 预期规模
    [owner] 项目负责人
    [contact] 联系人
    [phone] 联系电话
   *[date] 申报日期
}是否为“{ $value }”？请确认。

## 版本之间

change-added = 新增
change-gone = 不再提交
change-changed = 内容有改动
change-renamed = 仅改名
change-same = 未变
change-settled = 已解决
change-raised = 新出现
part-applicant = 申报机构
part-name = 机构名称
part-role = 牵头或联合
part-class = 机构类别
part-credit_code = 统一社会信用代码
part-licence = 牌照
part-place = 注册地
part-office = 主要办公地
part-duty = 分工
point-missing = 缺失
point-irregular = 不规范
point-contradiction = 前后不一致
point-confirm = 请确认

## 步骤与提示

journal-deadline = 设定受理截止时间
journal-defer = 转入下一批次
journal-withdraw = 撤回或误收，移出本批次
journal-take_back = 移回本批次
journal-first_reading = 初步审阅意见
opening-late = { $count } 个项目在受理截止时间之后收到，仍列在本批次：{ $numbers }。
opening-not-read = { $count } 个代收项目还没有初步审阅意见：{ $numbers }。
err-not-a-number = “{ $text }”不能用作项目编号。
rec-not-a-number = 编号由字母、汉字、数字和连字符组成，如 GZ2026-031。
err-number-taken = 编号 { $number } 已是本工作台另一个项目的编号。
rec-number-taken = 请换一个编号；如是同一个项目的材料，请重新导入并选择归入该项目。
err-lead-needed = 每个项目必有一家牵头单位。
rec-lead-needed = 请把另一家机构改为牵头，原牵头单位随之改为联合。
err-not-forwarded = { $number } 的审核结论不是“代收”，不写初步审阅意见。
rec-not-forwarded = 请先将审核结论确认为“代收”。
err-not-a-time = “{ $text }”不是可用的时间，或者已经过去。
rec-not-a-time = 请按“2026-12-05”或“2026-12-05 17:30”填写，补齐期限不得早于今天。
