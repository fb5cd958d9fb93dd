# 程序拒绝或出错时说的话：err-… 发生了什么，rec-… 可以怎么办。
err-no-desk = 尚未打开工作台。
rec-no-desk = 请先打开或新建一个工作台。
rec-open-desk = 请先打开或新建一个工作台。
err-internal = 程序内部出错，本次操作没有完成。
rec-internal = 已保存的内容不受影响。请重新打开程序再试；如仍出现，请把日志和本提示交给技术人员。
err-other = 操作没有完成。
rec-other = 请重试；如仍出现，请把本提示交给技术人员。
err-wrong-passphrase = 口令不正确。
rec-wrong-passphrase = 请检查输入法和大小写后重新输入口令。
err-newer-schema = 该工作台由更新版本的程序建立（格式 { $found }，本程序支持到 { $known }）。
rec-newer-schema = 请安装新版本程序后再打开；工作台没有改动。
err-not-a-desk = { $path } 不是工作台文件夹。
rec-not-a-desk = 请选择工作台所在的文件夹，或新建身份。
err-not-empty = { $path } 不是空文件夹。
rec-not-empty = 请换一个空文件夹，或打开已有的工作台。
err-locked = 工作台 { $path } 已在别处打开。
rec-locked = 请先关闭另一个窗口或程序。
err-damaged = 工作台文件已损坏（{ $what }）。
rec-damaged = 请停止使用该工作台，从备份恢复到新文件夹；备份和已导出的文件不受影响。
err-not-a-backup = { $path } 不是备份文件。
rec-not-a-backup = 请选择用“备份”生成的文件。
err-backup-broken = 备份文件 { $path } 不完整，或已损坏、被改动。
rec-backup-broken = 请重新拷贝该文件，或换用另一份备份；现有工作台不受影响。
err-journal-broken = 日志第 { $seq } 行起与前文不衔接，记录被改动过。
rec-journal-broken = 请停止使用该工作台并报告监督人员，从备份恢复。
err-altered = 已存内容（{ $digest }）与其校验码不符。
rec-altered = 请从备份恢复；其他内容不受影响。
err-missing-document = 工作台缺少文档 { $digest }。
rec-missing-document = 请从备份恢复，或重新导入该申报材料。
err-damaged-documents = 没有备份：工作台中有 { $count } 份文档已损坏或缺失（{ $names }）。
rec-damaged-documents = 原有的备份文件没有改动，请勿删除，并用它恢复到新的工作台；没有备份的，请先另存尚能打开的材料，再请申报机构重新提交。
err-backup-damaged = 备份文件 { $path } 没有被改动，但其中有 { $count } 份文档在备份之前就已损坏。
rec-backup-damaged = 请换用更早的备份核对；如需恢复本备份，其余内容仍可使用。
err-sealed-row = 已签署的记录不能修改（{ $table }）。
rec-sealed-row = 如需更正，请另作新的记录或裁定。
err-disk-full = 磁盘空间已满，本次操作没有写入。
rec-disk-full = 此前保存的内容完好。请清理磁盘后重试。
err-no-randomness = 系统未能提供随机数，无法生成密钥。
rec-no-randomness = 请重启计算机后再试。
err-source = 读取来源文件时出错，没有保存。
rec-source = 请检查介质后重试。
err-desk-io = 无法读写 { $path }。
rec-desk-io = 请检查磁盘和权限后重试；此前保存的内容完好。
err-database = 工作台数据库未能完成本次操作。
rec-database = 此前保存的内容完好。请重新打开工作台再试。
err-seal-too-large = 文件过大（上限 { $limit } 字节），不是本程序的文件。
rec-seal-too-large = 请核对是否选错文件。
err-seal-form = 文件内容不符合规定格式，可能被改动或不完整。
rec-seal-form = 请向出具人重新索取原文件。
err-seal-schema = 文件由更新版本的程序生成（格式 { $found }）。
rec-seal-schema = 请安装新版本程序后再打开。
err-seal-kind = 文件种类不对。
rec-seal-kind = 请核对是否选错文件。
err-seal-unsigned = 文件缺少应有的签名。
rec-seal-unsigned = 请向出具人重新索取已签署的文件。
err-seal-unknown-signer = 签名的公钥（{ $short }）不在评审组名单内。
rec-seal-unknown-signer = 请核对公钥校验码；如已更换密钥，请先变更名单。
err-seal-broken = 签名（{ $short }）与内容不符，文件被改动过。
rec-seal-broken = 请勿使用该文件，向出具人重新索取。
err-seal-key = 身份卡中的公钥或证书无效。
rec-seal-key = 请本人重新导出身份卡。
err-seal-name = “{ $found }”不能写入证书。
rec-seal-name = 姓名、单位各不超过 64 个字符，不含控制字符。
err-seal-time = 本机时间不正确，无法签发证书。
rec-seal-time = 请校准本机时间后重试。
err-seal-secret = 工作台中的密钥已损坏。
rec-seal-secret = 请从备份恢复，或重新建立身份并变更名单。
err-not-your-role = 您的角色不能进行这项操作。
rec-not-your-role = 请由有相应职责的人员在其工作台上办理。
err-no-batch = 本工作台还没有批次。
rec-no-batch = 请先新建批次，或打开收到的批次文件。
err-batch-exists = 本工作台已有批次。
rec-batch-exists = 一个工作台只办理一个批次；请另建工作台。
err-frozen = 评审已经启动，不能再改动启动前的内容。
rec-frozen = 如需更正，请由组长作出裁定。
err-taking-closed = 评审已经启动，不再接收申报材料，本次没有导入。
rec-taking-closed = 请妥善保存这份材料，留待后续批次导入；已在本批次的项目，仍以启动评审时的材料为准。
err-not-frozen = 评审尚未启动。
rec-not-frozen = 请先完成材料审核并启动评审，或打开批次文件。
err-opening-blocked = 还有 { $count } 项条件未满足，不能启动评审。
rec-opening-blocked = 请在“启动评审”页逐项处理。
err-sheet-blocked = 还差 { $count } 项（{ $numbers }），不能签署提交。
rec-sheet-blocked = 请补全评分、理由或回避声明。
err-deciding-blocked = 还有 { $count } 项条件未满足，不能签署遴选意见。
rec-deciding-blocked = 请先处理冲突的评分表并补全遴选意见。
err-unknown-application = 没有申报项目“{ $number }”，或该项目不参加评分。
rec-unknown-application = 请核对申报编号。
err-moved-on = { $number } 已移出本批次，不在本批次办理。
rec-moved-on = 需在本批次办理的，请先将其移回本批次（linxuan defer { $number } --back），再审核或发出通知。
err-not-moved-on = { $number } 仍在本批次，无需移回。
rec-not-moved-on = 请核对申报编号；该项目仍在本批次。
err-no-listing = 没有收下过申报汇总表，无从撤下。
rec-no-listing = 需要核对的，请先导入汇总表。
err-unknown = 没有找到“{ $name }”（{ $what ->
        [item] 清单项
        [criterion] 评分项
        [ground] 回避情形
        [veto] 否决项
        [member] 评审组成员
        [applicant] 申报机构
        [value] 可选值
        [field] 字段
        [sheet] 评分表
        [document] 文档
        [profile] 评审方案
        [role] 角色
        [state] 状态
        [outcome] 审核结论
        [opinion] 遴选意见
        [track] 申报类型
        [trust] 信任来源
        [fingerprint] 公钥校验码
        [digest] 校验码
        [application] 申报编号
        [ruling] 裁定种类
        [code] 更正原因
        [identity] 身份
        [name] 名称
        [org] 工作单位
        [passphrase] 口令
        [value] 内容
        [reviewer] 评审专家
        [number] 申报编号
        [points] 分数
        [worksheet] 评分电子表格
        [docx] 可编辑文档
        [version] 版本
        [point] 通知事项
        [first_reading] 初步审阅意见
       *[other] 该项
    }）。
rec-unknown = 请核对后重试。
err-look-past = 此后又查看了别的材料，这次没有导入任何内容。
rec-look-past = 请重新拖入或选择要导入的文件，看过后再导入。
err-reason-missing = 请填写理由。
rec-reason-missing = 理由会写入记录和报告，一句话即可。
err-empty = 必填内容为空：{ $what ->
        [item] 清单项
        [criterion] 评分项
        [ground] 回避情形
        [veto] 否决项
        [member] 评审组成员
        [field] 字段
        [sheet] 评分表
        [document] 文档
        [profile] 评审方案
        [role] 角色
        [state] 状态
        [outcome] 审核结论
        [opinion] 遴选意见
        [track] 申报类型
        [trust] 信任来源
        [fingerprint] 公钥校验码
        [digest] 校验码
        [application] 申报编号
        [ruling] 裁定种类
        [code] 更正原因
        [identity] 身份
        [name] 名称
        [org] 工作单位
        [passphrase] 口令
        [value] 内容
        [reviewer] 评审专家
        [number] 申报编号
        [points] 分数
        [worksheet] 评分电子表格
        [docx] 可编辑文档
        [version] 版本
        [point] 通知事项
        [first_reading] 初步审阅意见
       *[other] 该项
    }。
rec-empty = 请填写后重试。
err-missing-glyphs = 字库中没有这些字：{ $characters }。
rec-missing-glyphs = 请核对是否输入有误；这些字无法印在报告上。
err-undeclared = { $number } 尚未声明是否需要回避。
rec-undeclared = 请先作回避声明，再查看材料和评分。
err-recused = { $number } 已声明回避，不查看材料、不评分。
rec-recused = 如声明有误，请重新声明。
err-not-points = “{ $text }”不是分数。
rec-not-points = 请输入数字，最多两位小数，如 17.5。
err-out-of-range = { $criterion }：{ $points } 超出评分范围（0—{ $full }）。
rec-out-of-range = 请在 0 到 { $full } 之间评分。
err-off-step = { $criterion }：{ $points } 不是 { $step } 的整倍数。
rec-off-step = 请按 { $step } 分的间隔评分。
err-not-sealed = 尚未签署提交评分表。
rec-not-sealed = 请先签署提交。
err-not-decided = 还没有与当前评分汇总一致的遴选意见。
rec-not-decided = 请先签署遴选意见，再生成报告。
err-not-a-sample = 只有示例批次可以这样做。
rec-not-a-sample = 请在示例批次中使用。
err-already-member = 此人（{ $short }）已在名单内。
rec-already-member = 无需重复添加。
err-own-seat = 不能移除本工作台的使用人。
rec-own-seat = 如需更换，请由接任者新建批次。
err-file-too-large = { $path } 过大（上限 { $limit } 字节）。
rec-file-too-large = 请核对是否选错文件。
err-file-not-found = 找不到 { $path }。
rec-file-not-found = 请核对路径；如在移动介质上，请重新插入。
err-file-denied = 没有读写 { $path } 的权限。
rec-file-denied = 请换一个位置，或请管理员授权。
err-file = 无法读写 { $path }。
rec-file = 请检查介质和路径后重试。
err-not-made = 本版本还不能生成{ $what ->
        [item] 清单项
        [criterion] 评分项
        [ground] 回避情形
        [veto] 否决项
        [member] 评审组成员
        [field] 字段
        [sheet] 评分表
        [document] 文档
        [profile] 评审方案
        [role] 角色
        [state] 状态
        [outcome] 审核结论
        [opinion] 遴选意见
        [track] 申报类型
        [trust] 信任来源
        [fingerprint] 公钥校验码
        [digest] 校验码
        [application] 申报编号
        [ruling] 裁定种类
        [code] 更正原因
        [identity] 身份
        [name] 名称
        [org] 工作单位
        [passphrase] 口令
        [value] 内容
        [reviewer] 评审专家
        [number] 申报编号
        [points] 分数
        [worksheet] 评分电子表格
        [docx] 可编辑文档
        [version] 版本
        [point] 通知事项
        [first_reading] 初步审阅意见
       *[other] 该项
    }。
rec-not-made = 请使用其他格式。
err-edition-not-made = 本版本还不能生成报送版。
rec-edition-not-made = 请生成备查版（--edition full）。
err-not-shown = 该文档不能以文字方式显示。
rec-not-shown = 请以原文件方式查看。
err-profile = { $path } 不能用作评审方案，第 { $line } 行 { $key } 有误。
rec-profile = 请打开“评审方案”查看全部问题和改法，改好后再用；也可执行 linxuan profile lint。
err-report-evidence = 报告依据的材料有误：{ $what }。
rec-report-evidence = 请核对已汇总的评分表、裁定和遴选意见。
err-not-a-report = 该文件不是本程序生成的报告。
rec-not-a-report = 请核对是否选错文件。
err-report-signature = 报告签名未能完成。
rec-report-signature = 请重试；如使用 .p12 证书，请核对证书。
err-report-made = 报告版面未能生成。
rec-report-made = 已签署的内容不受影响。请把本提示交给技术人员。
err-p12-password = 证书口令不正确。
rec-p12-password = 请重新输入 .p12 文件的口令。
err-p12-form = 该文件不是 .p12 证书文件。
rec-p12-form = 请选择证书机构签发的 .p12 或 .pfx 文件。
err-p12-unusable = 该证书不能用于签署 PDF。
rec-p12-unusable = 请向证书机构索取含私钥、RSA 2048 位以上或 P-256 的证书。
err-not-for-you = 文件已加密给他人，本工作台无法打开。
rec-not-for-you = 请向出具人索取发给您的文件。
err-encrypted-damaged = 加密文件已损坏或不完整。
rec-encrypted-damaged = 请重新拷贝或索取。
err-no-recipient = 没有可用的收件人公钥。
rec-no-recipient = 请核对名单中的身份卡。
err-batch-too-big = 批次材料超过单个批次文件的上限（4 GiB）。
rec-batch-too-big = 请减少材料体积。
err-batch-form = 该文件不是批次文件。
rec-batch-form = 请选择组长发来的 .lxbatch 文件。
err-batch-damaged = 批次文件已损坏或被改动。
rec-batch-damaged = 请重新拷贝或向组长索取。
err-batch-document = 批次文件中的材料（{ $digest }）缺失或被改动。
rec-batch-document = 请向组长重新索取批次文件。
err-batch-inconsistent = 批次文件前后矛盾。
rec-batch-inconsistent = 请勿使用，向组长核实。
err-batch-not-found = 找不到批次文件。
rec-batch-not-found = 请核对路径；如在移动介质上，请重新插入。
err-chair-unsigned = 批次文件尚未经组长签署。
rec-chair-unsigned = 请向组长索取签署后的批次文件。
err-not-on-roster = 您不在该批次的评审组名单内。
rec-not-on-roster = 请把身份卡交给工作人员加入名单，再索取批次文件。
err-chair-not-confirmed = 批次文件中组长的公钥校验码是 { $short }，与确认的不一致。
rec-chair-not-confirmed = 请与组长的纸质校验码核对后再打开。
err-chair-changed = 组长的公钥变了：原为 { $trusted }，文件中为 { $found }。
rec-chair-changed = 请勿打开，先当面向组长核实。
err-other-batch = 本工作台已有另一个批次。
rec-other-batch = 一个工作台只办理一个批次；请另建工作台。
err-other-version = 本工作台已打开该批次的另一版本。
rec-other-version = 请与组长核实应使用哪一版本。
err-already-here = 同一份材料已导入（{ $number }）。
rec-already-here = 无需重复导入。如当时文件名显示有误，请在导入前的预览中改选编码，再作为新版本导入。
err-already-aside = 同一份材料已导入（{ $number }），该项目已移出本批次。
rec-already-aside = 需在本批次审核的，请将该项目移回本批次，无需重复导入。
err-merge-unreadable = 评分表文件无法读取。
rec-merge-unreadable = 请检查介质后重试。
err-merge-damaged = 不是评分表文件，或已损坏、被改动，未汇总。
rec-merge-damaged = 请向专家重新索取评分表文件。
err-merge-broken-seal = 签名（{ $short }）与内容不符，评分表被改动过，未汇总。
rec-merge-broken-seal = 请向专家重新索取原文件，并告知监督人员。
err-merge-unknown-signer = 签名人（{ $short }）不是本批次的评审专家，未汇总。
rec-merge-unknown-signer = 请核对名单；更换专家须先裁定变更名单。
err-merge-wrong-batch = 评分表属于另一批次（{ $found }，本批次 { $expected }），未汇总。
rec-merge-wrong-batch = 请核对是否拿错文件。
err-merge-wrong-rubric = 评分表依据的评分标准或批次文件版本不同，未汇总。
rec-merge-wrong-rubric = 请专家打开现行批次文件后重新签署。
err-merge-wrong-round = 本批次没有第 { $round } 轮评分，未汇总。
rec-merge-wrong-round = 请核对是否拿错文件。
err-merge-incomplete = 评分表未覆盖全部应评项目（{ $what }），未汇总。
rec-merge-incomplete = 请专家补全后重新签署。
err-merge-other-dossier = { $number } 依据的是旧版材料，未汇总。
rec-merge-other-dossier = 请专家按现行材料确认或重新评分。
err-merge-outside-rubric = { $number } 的评分不符合评分标准，未汇总。
rec-merge-outside-rubric = 请专家更正后重新签署。
err-intake-empty = { $package }：文件为空，未导入。
rec-intake-empty = 请核对来源，向申报机构重新索取。
err-intake-truncated = { $package }：不完整，可能没下载完，未导入。
rec-intake-truncated = 请重新下载或拷贝。
err-intake-other-format = { $package }：{ $found ->
    [unknown] 不是可识别的压缩包，可能已损坏或被加密
   *[other] 扩展名与内容不符，实际是 { $found }
}，未导入。
rec-intake-other-format = 请改用 zip、7z、tar.gz 或文件夹。
err-intake-unsupported = { $package }：不支持该压缩格式（{ $found }），未导入。
rec-intake-unsupported = 请先解压，再导入文件夹；或改用 zip、7z、tar.gz 重新压缩。
err-intake-several = { $package }：含多份申报（{ $numbers }），未导入。
rec-intake-several = 请解压后导入文件夹，各份申报将分别收下。
err-intake-rar = { $package }：RAR 压缩包不能直接导入。
rec-intake-rar = 请先解压成文件夹，再导入文件夹。
err-intake-split = { $package }：这是分卷压缩包的一部分，未导入。
rec-intake-split = 请放齐各分卷合并后再导入。
err-intake-encrypted = { $package }：压缩包有密码（{ $entry }），未导入。
rec-intake-encrypted = 请索取无密码版。
err-intake-encrypted-document = { $package }：文档“{ $entry }”有密码，无法审阅，未导入。
rec-intake-encrypted-document = 请索取无密码版。
err-intake-overlap = { $package }：压缩包结构异常（条目重叠），未导入。
rec-intake-overlap = 请向申报机构重新索取。
err-intake-joined = { $package }：结构有歧义（如含有两个目录），不同软件会看到不同内容，未导入。
rec-intake-joined = 请重新打包后导入。
err-intake-duplicate = { $package }：有重名文件“{ $entry }”，未导入。
rec-intake-duplicate = 请重新打包后导入。
err-intake-ratio = { $package }：“{ $entry }”解压后超过原大小的 { $limit } 倍，未导入。
rec-intake-ratio = 请核实材料来源；确属正常材料的，请解压后导入文件夹。
err-intake-too-deep = { $package }：文件夹或压缩包嵌套超过 { $limit } 层（{ $entry }），未导入。
rec-intake-too-deep = 请减少文件夹层级，或将内层压缩包解压后重新导入。
err-intake-too-many = { $package }：文件超过 { $limit } 个，未导入。
rec-intake-too-many = 请核对是否选错文件。
err-intake-too-big = { $package }：“{ $entry }”超过 { $limit } MB，未导入。
rec-intake-too-big = 请减小材料体积后重新提交。
err-intake-nothing-readable = { $package }：没有任何可读取的文件，未导入。
rec-intake-nothing-readable = 请向申报机构重新索取。
err-intake-cancelled = { $package }：已取消导入。
rec-intake-cancelled = 需要时可重新导入。
err-intake-unreadable = { $package }：无法读取，未导入。
rec-intake-unreadable = 请检查路径、介质和权限后重试。
err-intake-sink = 材料未能存入工作台。
rec-intake-sink = 此前保存的内容完好。请检查磁盘后重试。
err-roster-unreadable = { $name }：不是可读取的表格。
rec-roster-unreadable = 请改用 xlsx、xls、et、ods 或 csv 格式。
err-roster-locked = { $name }：表格有密码。
rec-roster-locked = 请去除密码后再导入。
err-roster-no-headings = { $name }：前 40 行中没有找到表头（至少应有“编号”“项目名称”或“牵头单位”等两列）。
rec-roster-no-headings = 请核对是否选错文件，或补上表头。
err-roster-empty = { $name }：表头之下没有申报项目。
rec-roster-empty = 请核对是否选错文件或工作表。
err-roster-too-long = { $name }：超过 { $limit } 行，不像一批申报的汇总表。
rec-roster-too-long = 请核对是否选错文件。
err-peek-no-such-entry = 原始压缩包中没有“{ $path }”。
rec-peek-no-such-entry = 文件夹中的条目没有原件可看；请向申报机构重新索取。
err-usage = 命令用法不对：{ $detail }
rec-usage = 运行 linxuan --help 查看用法。
err-rule-file = 评分规则文件第 { $line } 行 { $key } 有误。
rec-rule-file = 请按提示的行和项修改规则文件。
err-score-table = 分数表有误：第 { $line } 行，{ $fault }
rec-score-table = 请修改该行后重试。
err-no-passphrase = 没有给出口令。
rec-no-passphrase = 请用 --passphrase-file 指定口令文件，或在终端中输入。
