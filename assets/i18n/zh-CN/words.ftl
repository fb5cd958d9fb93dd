# 还差什么
blocker-undeclared = { $number }：尚未声明回避
blocker-unscored = { $number }：{ $criterion }未评分
blocker-reason-missing = { $number }：{ $criterion }需要填写理由
blocker-out-of-range = { $number }：{ $criterion } { $points } 超出范围（0—{ $full }）
blocker-off-step = { $number }：{ $criterion } { $points } 不是 { $step } 的整倍数
blocker-abstain-reason = { $number }：不予评分需要填写理由
blocker-veto-reason = { $number }：提出否决项需要填写理由
opening-no-applications = 还没有收到申报材料。
opening-unscreened = 还有 { $count } 个项目未确认材料审核结论：{ $numbers }。
opening-chairs = 评审组须有且只有一名组长，现有 { $count } 名。
opening-no-reviewers = 评审组还没有评审专家。
opening-missing-glyphs = “{ $place }”中有字库没有的字：{ $characters }。
opening-not-countersigned = 批次尚未经组长签署。
opening-panel-small = 评审专家 { $found } 名，少于方案要求的 { $wanted } 名。
opening-panel-even = 评审专家 { $found } 名，为偶数；方案建议单数。
opening-not-trimmed = 评审专家 { $found } 名，不足 { $wanted } 名，不去掉最高分和最低分。
opening-same-org = { $name }的工作单位“{ $org }”与申报机构同名，请核实是否回避。
opening-unconfirmed = { $number } 有 { $fields } 个字段待确认。
opening-nothing-to-score = 没有材料审核通过的项目，本批次无人评分。
opening-no-supervisor = 名单中没有监督人员。
deciding-open-conflict = { $name }有两份都未作废的评分表，须先裁定以哪份为准。
deciding-no-sheets = 还没有汇总评分表。
deciding-opinion-missing = 还有 { $count } 个项目没有遴选意见：{ $numbers }。

# 评审方案的规则
rules-one-round = 一次评分：专家独立评分，签署后提交。
rules-two-rounds = 初评、答辩、终评：两轮评分均保留。
rules-panel = 每个项目（回避后）至少 { $count } 名专家评分，宜为单数。
rules-panel-any = 每个项目（回避后）至少 { $count } 名专家评分。
rules-no-trim = 不去掉最高分和最低分。
rules-trim-total = 有效评分表达到 { $sheets } 份时，去掉总分最高和最低的各一份。
rules-trim-criterion = 有效评分表达到 { $sheets } 份时，各项分别去掉一个最高分和一个最低分。
rules-half-up = 四舍五入
rules-half-even = 四舍六入五成双（GB/T 8170）
rules-stage-criterion = 单项平均分
rules-stage-weighted = 加权单项分
rules-stage-total = 总分
rules-rounding = 仅对{ $stages }修约，保留 { $decimals } 位小数，{ $mode }。
rules-no-ties = 同分由评审组表决。
rules-ties = 同分依次比较{ $by }，仍相同的由评审组表决。
rules-outlier = 总分与中位数相差超过满分的 { $percent }% 时提示，不影响计分。

# 汇总时的提示
warning-unusual-total = 总分与其他专家差异较大（{ $total }，中位数 { $median }，提示线 { $limit }）。可请本人说明；维持原分亦可。
warning-missing-points = 有未评分的评分项，该项平均分不计此表。
warning-points-out-of-range = 有分数超出评分范围。
warning-criterion-unscored = 有评分项无人评分，不形成总分。
warning-not-trimmed = 有效评分表不足，未去掉最高分和最低分。
warning-tied = 同分，须由评审组表决确定次序。
warning-panel-small = 回避后评分专家人数少于方案要求。
warning-panel-even = 回避后评分专家为偶数。
warning-open-conflict = 有专家提交了两份评分表，待裁定，暂不计入。
warning-older-dossier = 依据旧版材料评分。
warning-correction-ignored = 有裁定更正未能适用。
warning-no-sheets = 没有有效评分表。
warning-too-few-applications = 项目不足两个，无法计算。
warning-too-few-reviewers = 专家不足两名，无法计算。
warning-incomplete = 并非每名专家都对每个项目评分，无法计算。
warning-no-variation = 总分全部相同，无法计算。

# 裁定
ruled-void = 评分表 { $sheet } 作废
ruled-resolve = { $reviewer }的评分表以 { $sheet } 为准
ruled-recuse = { $reviewer }对 { $number } 回避
ruled-correct = { $reviewer }对 { $number } 的{ $criterion }更正为 { $points }
ruled-break-tie = 同分次序：{ $order }
ruled-amend = 变更评审组名单

# 汇总时拒绝的文件
merge-code-unreadable = 文件无法读取
merge-code-damaged = 不是评分表文件，或已损坏
merge-code-encrypted = 已加密给他人，或已损坏
merge-code-broken-seal = 签名与内容不符
merge-code-unknown-signer = 签名人不是本批次的评审专家
merge-code-wrong-batch = 属于另一批次
merge-code-wrong-rubric = 评分标准或批次版本不同
merge-code-wrong-round = 没有这一轮评分
merge-code-incomplete = 未覆盖全部应评项目
merge-code-other-dossier = 依据旧版材料
merge-code-outside-rubric = 不符合评分标准
merge-advice = 请向专家重新索取评分表文件。

# 核验
headline-proven = 核验通过，签名人身份已核对。
headline-unsigned = 内容完整，与清单一致；备份文件不含签名。
headline-unchecked = 内容自洽，签名人身份未核对。
headline-refuted = 核验未通过：文件被改动、不完整或签名人不符。
claim-file-signer = 签名人身份
claim-file-signer-holds = { $name }（{ $org }），公钥校验码 { $short }，与所信任的一致。
claim-file-signer-refuted = 文件称 { $name }（{ $org }），公钥校验码 { $short }，不在所信任之列。
claim-file-signer-unchecked = 文件称 { $name }（{ $org }），公钥校验码 { $short }；身份未核对。
claim-file-form = 文件格式
claim-file-form-holds = 逐字节符合规定格式。
claim-file-form-refuted = 无法读取，或不符合规定格式（{ $reason ->
        [missing] 文件不存在
        [unreadable] 文件无法读取
        [too_large] 文件过大
        [newer] 由更新版本生成
        [other_kind] 文件种类不明
        [unsigned] 缺少应有的签名
        [other_signer] 签名人不符
        [altered] 内容被改动
        [bad_key] 公钥或证书无效
        [damaged] 文件损坏或被改动
        [documents] 所附材料缺失或被改动
        [inconsistent] 前后矛盾
        [encrypted] 文件已加密
        [no_card] 缺少身份卡
       *[form] 不是规定格式
    }）。
claim-file-signature = 签名
claim-file-signature-holds = 签名与内容一致，签署后未被改动。
claim-file-signature-refuted = 签名与内容不符或缺失（{ $reason ->
        [missing] 文件不存在
        [unreadable] 文件无法读取
        [too_large] 文件过大
        [newer] 由更新版本生成
        [other_kind] 文件种类不明
        [unsigned] 缺少应有的签名
        [other_signer] 签名人不符
        [altered] 内容被改动
        [bad_key] 公钥或证书无效
        [damaged] 文件损坏或被改动
        [documents] 所附材料缺失或被改动
        [inconsistent] 前后矛盾
        [encrypted] 文件已加密
        [no_card] 缺少身份卡
       *[form] 不是规定格式
    }）。
claim-file-signature-unchecked = 文件不含签名人公钥，签名未核对。
claim-file-contents = 内容
claim-file-contents-holds = 批次 { $batch }，{ $applications } 个项目，校验码 { $digest }。
claim-file-contents-refuted = 内容前后矛盾或不完整（{ $reason ->
        [missing] 文件不存在
        [unreadable] 文件无法读取
        [too_large] 文件过大
        [newer] 由更新版本生成
        [other_kind] 文件种类不明
        [unsigned] 缺少应有的签名
        [other_signer] 签名人不符
        [altered] 内容被改动
        [bad_key] 公钥或证书无效
        [damaged] 文件损坏或被改动
        [documents] 所附材料缺失或被改动
        [inconsistent] 前后矛盾
        [encrypted] 文件已加密
        [no_card] 缺少身份卡
       *[form] 不是规定格式
    }）。
claim-file-documents = 附带材料
claim-file-documents-unchecked = 文件不含材料，未核对。
claim-backup-contents = 备份内容
claim-backup-contents-holds = { $files } 个文件共 { $bytes } 字节，逐一与清单一致。

# 日志
journal-identity = 建立身份
journal-batch = 新建批次
journal-member = 加入名单
journal-member_removed = 移出名单
journal-card_refused = 身份卡未收
journal-import = 导入材料
journal-import_refused = 材料未收
journal-screen = 材料审核
journal-admission = 确认审核结论
journal-correct_field = 更正字段
journal-correct_applicant = 更正机构信息
journal-freeze = 启动评审
journal-countersign = 组长签署批次
journal-open = 打开批次文件
journal-batch_refused = 批次文件未打开
journal-declare = 回避声明
journal-abstain = 不予评分
journal-seal = 签署提交
journal-merge = 汇总评分表
journal-merge_refused = 评分表未收
journal-rule = 裁定
journal-opine = 拟遴选意见
journal-dissent = 不同意见
journal-decide = 签署遴选意见
journal-report = 生成报告
journal-export = 文件导出

# 其他
said-closed = 工作台已关闭。
note-cannot-show = 该文件不能在此显示。原件已完整保存，请用相应软件查看收到的原件。
note-first-page = 共 { $pages } 页，此处仅显示第 1 页，其余各页请查看收到的原件。
note-cut = 内容较长，仅显示前面部分。
