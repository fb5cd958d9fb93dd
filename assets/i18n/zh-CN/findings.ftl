# 材料审核发现：每条先说事实，再说怎么办。编号与代码一一对应（下划线写作连字符）。

## 完整性

finding-missing-item = 缺少“{ $item }”。请申报机构补交。
finding-item-bound = 未单独提交“{ $item }”，《{ $document }》中有同名标题。请核对是否合订在内：在内的，将该项改为齐备；不在的，请申报机构补交。
finding-missing-item-of-applicant = 缺少{ $applicant }的“{ $item }”，每家申报机构应各提交一份。请补交。
finding-absent-section = “{ $item }”中未见“{ $section }”的内容。请核对原文；确未载明的，请申报机构补充。
finding-absent-field = 申报材料中未找到“{ $field ->
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
}”。请核对原文；确未填写的，请申报机构补充。
finding-unclassified-document = 未能判断“{ $document }”属于哪一项申报材料。请打开核对；确为清单所列材料的，请在检查清单中将该项改记为“齐备”。
finding-provisional-number = 材料中没有项目编号，暂编为 { $number }。请核定正式编号。
finding-unsure-number = 材料中的编号“{ $stated }”不能确定是本项目的编号，暂编为 { $number }。请核定正式编号。
finding-former-number = 此前出具的回执、通知写的是原编号 { $former }。请按现编号重新出具。
finding-number-taken = 申报书上的编号 { $stated } 已是“{ $title }”的编号，暂编为 { $number }。请核定正式编号；如为该项目的补充材料，请重新导入并选择归入该项目。
finding-correction-open = { $what ->
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
    [date] 申报日期
    [name] { $applicant }的机构名称
    [role] { $applicant }的牵头或联合
    [class] { $applicant }的机构类别
    [credit_code] { $applicant }的统一社会信用代码
    [licence] { $applicant }的牌照
    [place] { $applicant }的注册地
    [office] { $applicant }的主要办公地
   *[duty] { $applicant }的分工
}在前一版经人工核定{ $what ->
    [role] {""}
    [class] {""}
    [track] {""}
   *[other] 为“{ $said }”
}，新一版材料所写与当时不同，没有沿用。请重新核定。

## 前后不一致

finding-contradiction-field = { $field ->
    [number] 项目编号
    [title] 项目名称
    [track] 申报类型
    [lead] 牵头单位
    [joint] 联合单位
    [period] 试点周期
   *[owner] 项目负责人
}前后不一致：一处为“{ $first }”，另一处为“{ $second }”。请申报机构说明以何者为准。
finding-contradiction-credit-code = { $applicant }的统一社会信用代码前后不一致：一处为 { $first }，另一处为 { $second }。请申报机构核实。
finding-credit-code-shared = { $applicant }与{ $other }填写了同一个统一社会信用代码 { $code }。请对照营业执照核实。
finding-contradiction-amount = “{ $what }”前后不一致：一处为{ $first }，另一处为{ $second }。请申报机构说明以何者为准。
finding-contradiction-period = 试点周期前后不一致：一处为{ $first }，另一处为{ $second }。请申报机构说明以何者为准。
finding-several-applications = 材料中有两份项目名称不同的申报书（“{ $first }”和“{ $second }”），可能混入了其他项目的材料。请按项目分开后重新导入，或请申报机构说明。
finding-contradiction-name = 机构名称前后不一致：申报机构为“{ $applicant }”，另一处写作“{ $other }”。请核对全称。
finding-applicant-not-listed = 申报书列有{ $applicant }，机构信息中未列。请申报机构补充该机构信息。
finding-applicant-not-in-form = 机构信息列有{ $applicant }，申报书的牵头单位、联合单位中未列。请申报机构说明。

## 机构与资格

finding-credit-code-absent = 未见{ $applicant }的统一社会信用代码。请申报机构补充。
finding-credit-code-invalid = { $applicant }的统一社会信用代码 { $code } 有误：{ $reason ->
    [length] 应为 18 位
    [character] 含有代码中不使用的字符
   *[check_digit] 校验位不符
}。请对照营业执照核实。
finding-licence-absent = { $applicant }属持牌机构类别，但未填写牌照名称或编号。请申报机构补充。
finding-licence-expired = 证照有效期已于 { $until } 届满。请申报机构提供现行有效的证照。
finding-forwarded-track = { $applicant }为注册在广州的市场核心机构，按代收处理：接收材料、初步审阅后转报，不评分、不排序。请确认。
finding-no-applicant = 未能从材料中认出申报机构。请打开申报书核对，并改正“牵头单位”“联合单位”。
finding-class-unknown = 材料未写明{ $applicant }的机构类别。请核对是否属于可申报的类别。
finding-class-not-eligible = { $applicant }的机构类别“{ $class }”不在本方案可申报的类别之内。请核实。
finding-recognition-evidence = { $applicant }按“其他中国证监会认可的机构”申报。请核对认可依据。
finding-seat-unknown = 材料未写明{ $applicant }的注册地和主要办公地。请申报机构补充。
finding-seat-unclear = { $applicant }的{ $of ->
    [place] 注册地
    [office] 主要办公地
   *[both] 注册地、主要办公地
}（{ $place }）未写明所在城市。请核实是否在{ $seat }，并改正为完整地址。
finding-seat-outside = { $of ->
    [place] { $applicant }的注册地（{ $place }）不在{ $seat }，材料未写明主要办公地。请核实主要办公地；也不在的，不符合申报条件。
    [office] { $applicant }的主要办公地（{ $place }）不在{ $seat }，材料未写明注册地。请核实注册地；也不在的，不符合申报条件。
   *[both] { $applicant }的注册地、主要办公地（{ $place }）不在{ $seat }。请核实主要办公地；确不在的，不符合申报条件。
}
finding-coaching-seat-outside = 申请试点辅导的机构应注册在{ $seat }，{ $applicant }注册在{ $place }。请核实。
finding-technology-alone = 申报机构均为科技企业，没有试点机构联合申报，不符合试点申报条件。可补充联合申报的试点机构，或改为申请试点辅导。
finding-no-licensed-provider = 业务场景应由持牌机构提供，申报机构中没有持牌机构。请申报机构说明业务场景的提供方。
finding-scenario-by-technology = 业务场景应由持牌机构提供，材料写明由{ $applicant }承担（“{ $duty }”），持牌机构的分工中未见提供业务场景。请申报机构说明场景提供方并调整分工。
finding-licence-unstated = 业务场景应由持牌机构提供，但{ $applicant }未填写牌照名称或编号。请申报机构补充。
finding-should-forward = { $applicant }为注册在广州的市场核心机构，应按代收处理。请核对申报类型。
finding-forward-not-market-core = 按代收处理的，应为注册在广州的市场核心机构，本申报未见此类机构。请核对申报类型。
finding-unprintable-characters = “{ $value }”中的“{ $characters }”（{ $codes }）在本系统所附字体中没有字形，回执、报告无法印出。请核对用字；确为该字的，请改正为可印出的写法并写明理由。
finding-unprintable-name = 文件名“{ $document }”中有字体无法印出的字符，回执等文书以编码（{ $codes }）代替。文件名显示为乱码的，请核对文件名编码。

## 各申报之间

finding-same-file-elsewhere = “{ $document }”与 { $other }“{ $other_title }”中的“{ $other_document }”{ $named ->
    [two] 、{ $second }“{ $second_title }”中的“{ $second_document }”
    [three] 、{ $second }“{ $second_title }”中的“{ $second_document }”、{ $third }“{ $third_title }”中的“{ $third_document }”
    [more] 、{ $second }“{ $second_title }”中的“{ $second_document }”、{ $third }“{ $third_title }”中的“{ $third_document }”等 { $others } 个项目的文件
   *[one] {""}
}内容完全相同。请核对是否误交，或是否一份材料用于多个项目。
finding-institution-two-codes = { $applicant }的统一社会信用代码在不同申报中不一致：本项目为 { $code }，{ $other }“{ $other_title }”为 { $other_code }（{ $other_at }）。请对照营业执照核实。
finding-institution-two-seats = { $applicant }的注册地在不同申报中不一致：本项目为{ $seat }，{ $other }“{ $other_title }”为{ $other_seat }（{ $other_at }）。请对照营业执照核实。
finding-code-two-names = 统一社会信用代码 { $code } 在本项目中属于{ $applicant }，在 { $other }“{ $other_title }”中属于{ $other_applicant }（{ $other_at }）。请对照营业执照核实。

## 申报汇总表

finding-roster-blank-rows = “{ $document }”中间有空行（第 { $rows } 行）。请核对是否误删。
finding-roster-rows-skipped = “{ $document }”中第 { $rows } 行不是申报项目（合计、说明等），已略过。请核对。
finding-roster-number-invalid = 汇总表第 { $row } 行的编号“{ $value }”不是项目编号（{ $title }）。请更正汇总表。
finding-roster-number-absent = 汇总表第 { $row } 行没有编号（{ $title }）。请补填。
finding-roster-duplicate-number = 汇总表第 { $first } 行与第 { $second } 行的编号相同：{ $value }。请更正汇总表。
finding-roster-duplicate-title = 汇总表第 { $first } 行与第 { $second } 行的项目名称相同：{ $value }。请核对是否重复登记。
finding-roster-contradiction = 汇总表与申报材料的{ $field ->
    [title] 项目名称
    [track] 申报类型
    [lead] 牵头单位
    [joint] 联合单位
    [period] 试点周期
   *[owner] 项目负责人
}不一致：汇总表为“{ $listed }”（{ $at }），材料为“{ $value }”。请核对以何者为准。
finding-roster-code-differs = { $applicant }的统一社会信用代码与汇总表不一致：汇总表为 { $listed }（{ $at }），材料为 { $code }。请对照营业执照核实。
finding-roster-number-differs = 按项目名称与汇总表对应，但编号不同：汇总表为 { $listed }（{ $at }），材料为 { $number }。请核定编号。
finding-roster-unlisted = { $number } 未列入汇总表“{ $roster }”。请核对是否漏登。
finding-roster-not-received = 汇总表第 { $row } 行的 { $number }“{ $title }”（{ $applicant }）尚未收到材料。请催收或核对编号。

## 文件

finding-scan = “{ $document }”为扫描件，无文字层，内容无法检索和核对。请申报机构另交可检索的电子版。
finding-scan-signed = “{ $document }”为扫描件，无文字层。印章、签字和日期请人工核对。
finding-scan-recognised = “{ $document }”为扫描件，所列页的文字由识别软件加上，可能有误，读出的内容均须确认。请对照原件逐项核对。
finding-document-without-text = “{ $document }”中没有文字，可能只有图片，内容无法检索和核对。请打开核对，必要时请申报机构另交可检索的电子版。
finding-empty-document = “{ $document }”是空文件。请申报机构重新提交。
finding-document-broken = “{ $document }”从中间起损坏，其后的内容未能读取。请用原软件打开核对，并请申报机构另存后重新提交。
finding-document-unreadable = “{ $document }”已保存，但内容未能读取（{ $reason ->
    [time] 读取超时
    [crash] 文件结构异常
    [memory] 读取所需内存超出限额
    [size] 展开后超出限额
   *[format] 格式损坏或不受支持
}）。请用原软件打开核对，必要时请申报机构另存后重新提交。
finding-document-locked = “{ $document }”设有打开密码，内容未能读取。请索取无密码版。
finding-document-not-opened = “{ $document }”已保存，{ $sort ->
    [program] 但它是可执行程序，请勿打开。请申报机构说明用途或撤下该文件。
    [volume] 但它是分卷压缩包的一卷，未解压。请申报机构将全部分卷合并解压后重新报送。
    [archive] 但该压缩格式未解压，其中的材料未列入核对。请申报机构解压后以 ZIP 或文件夹重新报送。
   *[other] 但本系统不能显示其内容。请用相应软件打开核对，或请申报机构改交常用格式。
}
finding-document-too-big = “{ $document }”超过 { $limit } MB，已保存，未读取文字。请人工查看。
finding-checked-in-part = “{ $document }”篇幅过长，仅核对了前部内容。其余部分请人工核对。
finding-read-in-part = “{ $document }”页数过多，仅读取并核对了前 { $pages } 页，其后内容不能检索。其余部分请人工核对。
finding-duplicate-document = 下列文件内容完全相同：{ $documents }。请核对是否误交。
finding-author-metadata = “{ $document }”的文件属性中留有作者信息（{ $authors }）。对外提供前请清除。
finding-tracked-changes = “{ $document }”中留有修订痕迹。请申报机构提交定稿。
finding-hidden-content = “{ $document }”中有隐藏的文字、行列或工作表。请展开核对，或请申报机构说明。
finding-unseen-text = “{ $document }”所列页有看不见的文字，打开或打印时都不显示，读出的内容均须确认。请在材料中选取全文查看，或请申报机构说明。
finding-comments-left = “{ $document }”中留有批注。请申报机构提交清稿。
finding-macros = “{ $document }”含有宏。本系统不运行宏；请申报机构提交不含宏的文件。
finding-embedded-objects = “{ $document }”中嵌有其他文件，嵌入内容未读取。请打开核对。
finding-formula-uncalculated = “{ $document }”中的公式未计算，数值空缺：{ $places }。请申报机构用表格软件打开、保存后重新提交。
finding-number-rounded = “{ $document }”中的长数字按数值存储，末位可能已失真：{ $places }。请对照原件核实。

## 压缩包与文件名

finding-names-decoded = { $count } 个文件名按 { $encoding } 编码还原。如有乱码，请核对。
finding-names-guessed = { $count } 个文件名的编码无法判定，暂按 { $encoding } 显示，可能不正确。请核对。
finding-name-unsafe = 文件名“{ $original }”含有越级路径、不可见字符或过长，已改用“{ $name }”保存，内容不受影响。请核对来源。
finding-name-collision = “{ $name }”与“{ $other }”的名称仅有大小写、全半角等差别或文件与文件夹同名，两者均已保留。请核对是否重复。
finding-header-mismatch = 压缩包“{ $archive }”的目录与文件头记载不一致，已按目录读取。请核对文件是否齐全，必要时请重新压缩提交。
finding-entry-quarantined = “{ $name }”未能取出（{ $reason ->
    [crc] 校验值不符，内容已损坏
    [size] 实际大小与记载不符
    [method] 压缩方法不受支持
    [link] 是链接，不是文件
    [sparse] 是含空洞的稀疏文件
    [special] 是设备等特殊条目，不是文件
   *[damaged] 数据损坏
}），其余文件不受影响。请申报机构重新提交该文件。
finding-misnamed = “{ $name }”的扩展名与内容不符，实际为 { $found }，已按文件接收。
finding-junk-skipped = 已略过 { $count } 个系统自动生成的文件。

## 其他核对

finding-item-within = 未单独提交“{ $item }”，“{ $document }”中有相应的内容。请核对；内容不全的，请申报机构补交。
finding-letter-blank = “{ $document }”中{ $blank ->
    [unit] 承诺单位
    [signature] 签字
    [date] 日期
    [unit_signature] 承诺单位、签字
    [unit_date] 承诺单位、日期
    [signature_date] 签字、日期
   *[unit_signature_date] 承诺单位、签字、日期
}处为空白。请核对原件是否已签署；未签署的，请申报机构补签后重新提交。
finding-letter-of-another = “{ $document }”由“{ $other }”出具，该机构不是申报机构。请核对；确系误交的，请申报机构补交本单位的材料。
finding-agreement-without-party = “{ $item }”中未见申报机构“{ $applicant }”。请核对原文；确未参加的，请申报机构补签或说明。
finding-licence-renewed = 一份证照的有效期已于 { $until } 届满，材料中另有同名证照，有效期至 { $other }。请核对后者是否为换发的证照。
finding-licence-of-another = “{ $document }”的持有人为“{ $other }”，该机构不是申报机构。请核对，必要时请申报机构提交本单位的证照。
finding-period-reversed = 试点周期“{ $value }”的结束时间早于开始时间。请申报机构更正。
finding-period-inconsistent = 试点周期“{ $value }”写明的期限与起止时间不符。请申报机构说明以何者为准。
finding-date-impossible = 申报日期“{ $value }”在日历中不存在。请申报机构更正。
finding-date-in-future = 申报日期“{ $value }”晚于接收材料的日期。请申报机构核实。
finding-contradiction-date = 申报日期前后不一致：一处为“{ $first }”，另一处为“{ $second }”。请申报机构说明以何者为准。
finding-contradiction-scale = 预期规模前后不一致：一处为“{ $first }”，另一处为“{ $second }”。请申报机构说明以何者为准。
finding-field-told-otherwise = 不同材料中的{ $field ->
    [technology] 应用技术
   *[users] 服务对象
}写法不同：一处为“{ $first }”，另一处为“{ $second }”。请核对是否一致。
