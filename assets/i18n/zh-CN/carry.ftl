# 结转：项目转入后续批次

ending-deferred = 转入下一批次
ending-admit = 材料审核通过
ending-supplement = 补充完善
ending-reject = 不符合申报条件
ending-forward = 代收
ending-recommend = 建议推荐
ending-later = 未纳入本批次
ending-ineligible = 不符合申报条件

finding-carried-over = 由“{ $batch }”结转，原编号 { $former }。
finding-carried-bare = 由“{ $batch }”结转，原编号 { $former }；结转文件未附材料。请申报机构提交材料。

claim-carry-documents = 附带材料
claim-carry-documents-holds = 所附 { $count } 个文件与签署时的校验码逐一相符。
claim-carry-documents-unchecked = 附有 { $count } 个文件，收入时逐一核对。
claim-carry-bare = 附带材料
claim-carry-bare-holds = 未附材料，只有审核记录和结论。

journal-carry_in = 收入结转项目
journal-carry_refused = 结转文件未收

err-nothing-to-carry = 现在没有可以结转的项目。
rec-nothing-to-carry = 可以结转的有：转入下一批次的项目；启动评审之后，审核未通过的项目；签署遴选意见之后，未纳入本批次的项目。
err-not-carryable = { $number } 现在不能结转。
rec-not-carryable = 启动评审前，请先将其转入下一批次；启动评审后，参加评分的项目待遴选意见签署之后结转。已建议推荐的项目不再结转（辅导项目除外）。
err-carry-form = 该文件不是结转文件。
rec-carry-form = 请选择前一批次工作台导出的 .lxcarry 文件。
err-carry-damaged = 结转文件已损坏或被改动，没有收入任何内容。
rec-carry-damaged = 请重新拷贝，或向出具人重新索取。
err-carry-document = 结转文件所附材料（{ $digest }）缺失或被改动，没有收入任何内容。
rec-carry-document = 请向出具人重新索取结转文件。
err-carry-inconsistent = 结转文件前后矛盾，没有收入任何内容。
rec-carry-inconsistent = 请勿使用，向出具人核实。
err-carry-too-big = 所附材料超过单个结转文件的上限（4 GiB）。
rec-carry-too-big = 请分几次导出，或不附材料。
err-carry-not-found = 找不到结转文件。
rec-carry-not-found = 请核对路径；如在移动介质上，请重新插入。
err-carry-signer = 结转文件由公钥 { $short } 签署，不在所信任之列，没有收入任何内容。
rec-carry-signer = 请核对是否拿错文件或身份卡，并向出具人核实。
err-carry-own-batch = 结转文件就出自本批次。
rec-carry-own-batch = 请在后续批次的工作台上收入；要撤回转入下一批次的项目，请用“撤回”。
err-carry-sample = 示例项目与真实项目不能放在一个批次。
rec-carry-sample = 示例批次的结转文件只能收入示例批次，反之亦然。
err-carry-not-in-file = 结转文件中没有 { $number }。
rec-carry-not-in-file = 请按前一批次的编号填写；先看一眼文件即可看到全部编号。
err-carry-number-taken = 编号 { $number } 已被本批次的另一个项目使用。
rec-carry-number-taken = 请换一个编号；如是同一个项目，请选择“并入已有项目”。
err-carry-cancelled = 已停止，没有收入任何内容。
rec-carry-cancelled = 可以随时重新收入。

err-our-file = { $package } 是本程序自己的文件（工作台、备份、身份卡、评分表、结转文件、批次文件等），不是申报材料。
rec-our-file = 结转文件请拖入窗口，或用 linxuan carry import 收入；批次文件请用“打开批次文件”；身份卡请加入评审组名单；备份请用 linxuan backup restore 恢复。
err-one-version = { $number } 只有一个版本，没有可比较的前一版。
rec-one-version = 补充材料导入后即为新的一版，那时再作比较。
err-not-screened = { $number } 的审核结论尚未确认，还不能发出通知。
rec-not-screened = 请先确认审核结论（窗口中按“确认审核结论”，命令行用 screen { $number } --outcome supplement），再发出补充材料通知。
err-nothing-to-supply = { $number } 的审核结论不是“补充完善”，不发补充材料通知。
rec-nothing-to-supply = 确需申报机构补充的，请先把审核结论改为“补充完善”并写明理由，再发出通知。

cli-carryable = { $number }  { $title }（{ $lead }）：{ $ending }{ $mark }
cli-carry-proposed = ，默认结转
cli-carry-bare = { $numbers } 未附材料。
cli-carry-to = 已加密给 { $name }，只有本人的工作台能打开。
cli-carry-from = { $batch }，{ $signer }（{ $org }）签署，公钥校验码 { $short }
cli-carry-offered = { $former }  { $title }（{ $lead }）：{ $ending } → { $becomes }
cli-carry-becomes = 新项目 { $number }
cli-carry-beside = 并入 { $number }
cli-carry-taken = 已收入 { $count } 项。
cli-carry-here = 已在本批次（{ $number }）
