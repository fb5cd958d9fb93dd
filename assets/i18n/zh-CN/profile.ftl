# 评审方案说成句子；各节的标题和总说明
profile-checklist = 须提交的材料
profile-eligibility = 申报资格
profile-scoring = 评分标准
profile-panel = 评审专家
profile-reckoning = 计分规则
profile-ties = 同分处理
profile-vetoes = 否决项
profile-vetoes-intro = 专家附理由提出，专家组过半数认定；单列，不影响评分。
profile-grounds = 回避情形
profile-grounds-intro = 对任一申报机构有下列情形之一的，不参加该项目评分。
profile-report = 报告用语

profile-item-always = { $name }：每份申报都须提交。
profile-item-when-joint = { $name }：联合申报的须提交。
profile-item-per-applicant = { $name }：每家申报机构各提交一份。
profile-item-optional = { $name }：可以提交，不作要求。
profile-looks-for = 应写明：{ $words }。
profile-known-by = 文件名或标题中有“{ $words }”等字样的归入此项。
profile-known-by-none = 没有识别用词，文件不会自动归入此项，须人工核对。

profile-class = { $name }：可以申报。
profile-class-joint = { $name }：可以参加联合申报，也可以牵头。
profile-class-off = { $name }：未启用（可选行，不作为申报资格）。
profile-seat = 申报机构的注册登记地或者主要办公地须在{ $seats }；科技企业参加试点申报的不限。
profile-technology-alone = 申报机构全部是科技企业的，不符合试点申报条件。
profile-licensed = 业务场景须由持牌机构提供。
profile-forwarded = 注册在{ $seats }的市场核心机构，只代收材料并作初步审阅，不评分、不排名。

profile-not-zero = 未评分、不予评分、回避和不适用分别记录，均不按零分处理，也不拉低总分。
profile-criteria = 评分标准共 { $count } 项，满分合计 { $marks } 分。
profile-criterion = { $name }：满分 { $marks } 分，以 { $step } 分为一档。
profile-criterion-weighted = { $name }：满分 { $marks } 分，以 { $step } 分为一档，权重 { $weight }。
profile-band = { $name }（{ $from }—{ $to } 分）：{ $anchor }
profile-band-reason = { $name }（{ $from }—{ $to } 分，须写理由）：{ $anchor }
profile-guidance = 评审要点（供对照，不单独计分）：{ $items }。

profile-score-sum = 综合得分为各项标准平均分之和；平均分按保留的评分计算。
profile-score-weighted = 综合得分为各项标准平均分乘以权重之和；平均分按保留的评分计算。
profile-example-reviewer = 专家{ $at }
profile-example-invented = 举例（分数为虚构）：某项目有 { $sheets } 份有效评分表。
profile-example-no-trim = 不去掉任何评分。
profile-example-too-few = 不足 { $sheets } 份，不去掉任何评分。
profile-example-dropped = 去掉{ $high }（总分最高）和{ $low }（总分最低）的评分表，其余保留。
profile-example-dropped-each = 每项标准分别去掉一个最高分和一个最低分（划线的）。
profile-example-score = 各项平均分只为显示而取位，按精确值计算，综合得分 { $score } 分。

profile-report-title = 报告标题：{ $text }
profile-report-addressee = 主送：{ $text }
profile-report-organiser = 落款：{ $text }
profile-report-basis = 依据：{ $text }

err-occupied =
    { $by ->
        [folder] { $path } 是文件夹，不能在此写入文件。
        [link] { $path } 是指向别处的链接，没有写入。
        [desk] { $path } 是工作台自身使用的文件名，没有写入。
       *[device] { $path } 不是普通文件，没有写入。
    }
rec-occupied = 请另选文件名或文件夹；原有内容没有改动。
err-exists = 已有另一份同名文件：{ $path }。没有覆盖它。
rec-exists = 请换一个文件名，或先移走原来的文件。
