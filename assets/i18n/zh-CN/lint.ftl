# 评审方案检查：每种问题两条，lint-x 说是什么，lint-x-do 说怎么改。

lint-not_utf8 = 文件不是 UTF-8 编码，从这一行起有读不出的字。
lint-not_utf8-do = 请在记事本或 WPS 里用“另存为”，编码选 UTF-8，再检查一次。
lint-syntax = 这一行的写法读不懂（第 { $column } 个字起）。
lint-syntax-do = 每行应是“项 = 值”，文字加英文双引号，列表加方括号，组名写成 [名称] 或 [[名称]]。请对照自带方案的同一处。
lint-full_width = 第 { $column } 个字 { $found } 是全角标点。
lint-full_width-do = 请切换到英文输入法，改为半角的 { $instead } 。
lint-unclosed_quote = 第 { $column } 个字的英文引号没有配对。
lint-unclosed_quote-do = 请在文字两端各写一个英文双引号；文字里面请用中文引号“ ”。
lint-no_equals = 这一行既不是“项 = 值”，也不是组名。
lint-no_equals-do = 如果是说明文字，请在行首加 # ；如果是设置，请补上等号和值。
lint-duplicate_key = 同一组里这一项写了两次。
lint-duplicate_key-do = 请删去其中一行。
lint-unknown_key = 没有这一项设置。
lint-unknown_key-do = 请删去这一行，或在行首加 # 作为说明。
lint-misspelt_key = 没有这一项设置。
lint-misspelt_key-do = 是否应为“{ $near }”？请改正，或删去这一行。
lint-missing = 缺少这一项。
lint-missing-do = 请在该组内补上；写法可对照自带方案的同一处。
lint-wrong_type =
    这里应为{ $expected ->
        [string] 加英文引号的文字
        [integer] 整数（不加引号）
        [boolean] true 或 false（不加引号）
        [array] 方括号列表
        [table] 一组设置
       *[other] 若干组设置
    }，现在是{ $found ->
        [string] 文字
        [integer] 整数
        [float] 小数
        [boolean] true 或 false
        [datetime] 日期
        [array] 列表
       *[other] 一组设置
    }。
lint-wrong_type-do = 请按所说的写法改正；分值、权重也要加英文引号，例如 "20"、"0.5"。
lint-empty = 这一项是空的。
lint-empty-do = 请填写内容；没有出处的依据可写“本系统建议”或本单位的文号。
lint-not_an_identifier = “{ $found }”不能用作标识。
lint-not_an_identifier-do = 标识只用小写英文字母、数字和 _ - . ，不超过 40 个字符，例如 guangzhou-2026。
lint-not_points = “{ $found }”不是分值。
lint-not_points-do = 分值为数字，最多两位小数，例如 "20"、"0.5"。
lint-not_a_decimal = “{ $found }”不是权重。
lint-not_a_decimal-do = 权重为数字，最多六位小数，例如 "1"、"0.25"。
lint-out_of_range = { $found } 超出范围。
lint-out_of_range-do = 请填 { $least } 到 { $most } 之间的整数。
lint-unknown_word = “{ $found }”不是可用的词。
lint-unknown_word-do = 可用：{ $allowed }。
lint-duplicate = “{ $found }”重复。
lint-duplicate-do = 同一处每个标识、每个词只能出现一次。请改名或删去一处。
lint-unknown_criterion = 没有“{ $found }”这项评分标准。
lint-unknown_criterion-do = 请用计分规则里已有的标识：{ $allowed }。
lint-not_positive = 必须大于零。
lint-not_positive-do = 请填大于零的分值。
lint-no_weight = 所有权重都是零，算不出得分。
lint-no_weight-do = 请至少给一项评分标准大于零的权重；不区分权重时都写 "1"。
lint-no_final_rounding = 没有写明最后怎样舍入。
lint-no_final_rounding-do = 请在 after 里写上 "total"（只对综合得分舍入一次）或 "weighted"。
lint-off_step = { $value } 不是分值间隔 { $step } 的整倍数。
lint-off_step-do = 请改满分、分档起点或分值间隔，使其能够整除。
lint-bands_not_descending = 分档起点没有低于 { $above }。
lint-bands_not_descending-do = 分档须从高到低排列，最高一档的起点低于满分，以下各档依次更低。
lint-bands_leave_gap = 最低一档从 { $lowest } 分起，更低的分值没有分档。
lint-bands_leave_gap-do = 最低一档的起点请改为 "0"。
lint-rule_lacks = 计分规则没有包括评分标准“{ $criterion }”。
lint-rule_lacks-do = 请在计分规则里按评分标准的次序补一组 [[rule.criteria]]，写明满分和权重。
lint-rule_extra = 计分规则里的“{ $criterion }”不在评分标准中。
lint-rule_extra-do = 请改为评分标准里的标识，或删去这一组。
lint-rule_order = 计分规则的次序（{ $rule }）与评分标准（{ $rubric }）不同。
lint-rule_order-do = 请按评分标准的次序排列计分规则。
lint-full_marks_differ = “{ $criterion }”的满分在计分规则里是 { $rule }，在评分标准里是 { $rubric }。
lint-full_marks_differ-do = 两处请改成一样。
lint-no_class_open = 所有申报机构类别都未启用，没有机构可以申报。
lint-no_class_open-do = 请至少启用一类：删去 enabled = false，或改为 true。
lint-placeholder = 还是待填写的文字“{ $found }”。
lint-placeholder-do = 请换成本单位的内容。
lint-no_words = 没有识别用词，任何文件都不会归入这一项。
lint-no_words-do = 请在 known_by 里写上文件名或标题中常见的词。
lint-shared_word = 识别用词“{ $word }”与“{ $other }”相同。
lint-shared_word-do = 同一个词只能认出其中一个。请在一处删去，或换成更具体的词。
lint-short_word = 识别用词“{ $word }”太短，会误认许多文件。
lint-short_word-do = 请用两个字以上的词。
lint-ids_wanted = 清单中没有 id 为 { $ids } 的事项，与之相关的自动核对不起作用：application_form、pilot_plan 用于发现不同项目提交的相同文件，applicant_info 用于归集申报条件方面的问题，coaching_record 用于摘录辅导阶段的评估结论。
lint-ids_wanted-do = 清单中有此类材料的，请保留这些 id（名称可另行填写）；不要求此类材料的，可不处理。
lint-not_carried_out = 本版本尚不支持“{ $found }”（初评、答辩、终评），评分只进行一轮，报告所述评审方式将与实际不符。
lint-not_carried_out-do = 请改为 method = "one_round"。
lint-nothing_required = 清单里没有必须提交的材料，完整性审核将一律通过。
lint-nothing_required-do = 请把必须提交的材料改为 required = "always"。
lint-no_seats = 没有写明地域，所有机构都会被提示“不在本地”。
lint-no_seats-do = 请在 seats 里写上城市名，例如 ["广州"]。
lint-only_technology = 只启用了科技企业，而科技企业不能单独申报试点。
lint-only_technology-do = 请启用至少一类持牌机构。
lint-one_band = 只有一档，专家看不出高低之分。
lint-one_band-do = 请至少分两档，各写评分说明。
lint-long_short = 简称较长，窄栏里会被截断。
lint-long_short-do = 简称请不超过 { $most } 个字。
lint-same_name = 名称“{ $found }”与“{ $other }”相同，屏幕和报告上分不清。
lint-same_name-do = 请改成不同的名称。
lint-no_guidance = 没有评审要点。
lint-no_guidance-do = 建议写几条 guidance，供专家对照；不写也可使用。
lint-best_score = 按满分和权重，最高可得 { $found } 分，不是 100 分。
lint-best_score-do = 请核对满分与权重；确需如此的不必修改。
lint-weights_sum = 权重合计 { $found }，不是 1。
lint-weights_sum-do = 权重按占比填写的，合计应为 1；不区分权重时都写 "1"。
lint-weightless = 权重为零：专家要评这一项，但不计入得分。
lint-weightless-do = 请给出权重，或从评分标准中删去这一项。
lint-panel_small = 至少 { $found } 名专家，少于通常的 { $wanted } 名。
lint-panel_small-do = 参照招标投标法第三十七条，宜为五人以上单数；有依据的可以不改。
lint-panel_even = 专家人数 { $found } 为偶数，却要求单数。
lint-panel_even-do = 请改为单数，或把 odd 改为 false。
lint-panel_not_odd = 没有要求专家人数为单数，表决可能出现平票。
lint-panel_not_odd-do = 宜写 odd = true；有依据的可以不改。
lint-trim_never = 满 { $sheets } 份评分表才去掉最高分和最低分，而专家可以只有 { $reviewers } 名，届时不会去掉。
lint-trim_never-do = 请提高专家人数下限，或降低 min_sheets（不低于 3）。
lint-trim_leaves_one = 3 份评分表去掉最高、最低后只剩 1 份，得分由一人决定。
lint-trim_leaves_one-do = 建议 min_sheets 不低于 5。
lint-no_ties = 没有写同分怎样比较，同分只能由专家组表决。
lint-no_ties-do = 可在 [rule.ties] 的 by 里写上依次比较的评分标准。
lint-coarse = 综合得分只保留 { $decimals } 位小数，容易出现同分。
lint-coarse-do = 建议保留两位小数。
lint-rounds_often = 在不止一处舍入，误差会累积，可能改变名次。
lint-rounds_often-do = 建议只写 after = ["total"]。
lint-shipped_id = 内容已改，标识仍是自带方案的“{ $id }”，两份方案容易混淆。
lint-shipped_id-do = 请改 id，并同时改 name 和 edition。
lint-missing_glyphs = 字库里没有这些字：{ $characters }，报告印不出来。
lint-missing_glyphs-do = 请换成规范字或另一种写法。
