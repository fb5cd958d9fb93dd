# 导入前查看、隔离的文件、申报汇总表：核心与命令行的话。
preview-new = 新项目
preview-version = 作为新版本
preview-addition = 并入现有材料
preview-already = 已收下（{ $number }）
preview-set-aside = 已移出本批次
cli-preview-set-aside = { $becomes }（该项目已移出本批次，导入后仍不列入本批次）
preview-not-whole = 文件名中有按此编码读不出的字节。
preview-odd = 文件名里有非标准的字，可能不是这种编码。
preview-renamed = 原名“{ $original }”，将改名保存。
preview-confused = 与“{ $other }”只有大小写、全半角等差别，两者都保留。
fate-taken = 收下
fate-nested = 展开
fate-junk = 略过
fate-quarantined = 隔离
aside-crc = 校验值不符，内容已损坏。
aside-size = 实际大小与记载不符。
aside-method = 压缩方法不受支持。
aside-link = 是链接，不是文件。
aside-sparse = 是含空洞的稀疏文件。
aside-special = 是设备等特殊条目，不是文件。
aside-damaged = 数据损坏，未能取出。
listing-not-received = 未收到
cli-preview = { $name }：{ $becomes }，{ $files } 个文件，{ $bytes } 字节，文件名编码 { $encoding }
cli-preview-more =   另有 { $count } 个，未列出
cli-preview-left = 不属于任何一份材料，不导入：{ $path }
cli-listing = 申报汇总表 { $name }：共 { $rows } 行，已收到 { $received }，未收到 { $missing }；收到而未列入 { $unlisted }
cli-listing-kept = 已收下申报汇总表 { $name }
cli-listing-contradicts = （与申报材料有 { $count } 处不一致，详见 linxuan show）
cli-listing-unlisted = 收到而未列入汇总表：{ $numbers }
cli-listing-removed = 已撤下申报汇总表 { $name }，收到的材料不受影响。
cli-listing-none = 没有收下申报汇总表。
err-other-application =
    { $how ->
        [number] “{ $package }”的编号是 { $stated }，属于另一个项目，没有归入 { $number }“{ $title }”。
        [lead] “{ $package }”写明的编号是 { $stated }、牵头单位是{ $second }，与 { $number }“{ $title }”均不相同，没有归入该项目。
        [title] “{ $package }”写明的编号是 { $stated }、项目名称是“{ $second }”，与 { $number }“{ $title }”均不相同，没有归入该项目。
       *[names] “{ $package }”写明的项目名称是“{ $stated }”、牵头单位是{ $second }，与 { $number }“{ $title }”均不相同，没有归入该项目。
    }
rec-other-application = 请核对所选项目。确属该项目而名称、牵头单位已经变更的，请先在该项目中改正项目名称或牵头单位，再行导入；使用命令行的，可加 --anyway。
finding-other-application =
    { $how ->
        [number] “{ $package }”的编号是 { $stated }，属于另一个项目。
        [lead] “{ $package }”写明的编号是 { $stated }、牵头单位是{ $second }，与此前的“{ $title }”均不相同。
        [title] “{ $package }”写明的编号是 { $stated }、项目名称是“{ $second }”，与此前的“{ $title }”均不相同。
       *[names] “{ $package }”写明的项目名称是“{ $stated }”、牵头单位是{ $second }，与此前的“{ $title }”均不相同。
    }请核对是否误收；确属误收的，请重新导入本项目的材料作为新版本。
cli-preview-of = { $becomes }（{ $number }）
err-no-room = { $package }：磁盘空间不足，需要 { $needed }，只剩 { $free }，未导入。
rec-no-room = 请腾出磁盘空间后重新导入。
err-not-kept = “{ $path }”所在的材料以文件夹或散件收下，没有另存原件。
rec-not-kept = 请在原来的文件夹中查看，或请申报机构以压缩包重新提交。
journal-listing = 收下申报汇总表
journal-listing_removed = 撤下申报汇总表
field-credit_code = 统一社会信用代码
field-class = 机构类别
field-place = 注册地
