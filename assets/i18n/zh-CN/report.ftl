# 报告核验：每一项的名称，和核验的结果。

claim-identity = 签名人身份
claim-identity-unchecked = 内容自洽，签名人身份未核对
claim-identity-inconsistent = 内容不自洽，签名人身份未核对
claim-identity-holds = 签名人身份已核对：{ $names }
claim-identity-refuted = 签名人（{ $names }）不在所信任的范围内

claim-file = 文件完整
claim-file-holds = 全部 { $bytes } 字节都在签名覆盖之内
claim-file-refuted = { $reason ->
    [unsigned] 文件没有签名
   *[uncovered] 有内容不在签名覆盖之内，或签名位置的写法不规范
}
claim-file-unchecked = 未核对

claim-contents = 签名写法
claim-contents-holds = 签名数据的写法规范
claim-contents-refuted = { $reason ->
    [unsigned] 文件没有签名
   *[spelling] 签名数据的写法不规范
}
claim-contents-unchecked = 未核对

claim-signature = 签名有效
claim-signature-holds = { $count } 个签名有效，签署后未改一字：{ $names }
claim-signature-refuted = { $reason ->
    [broken] { $which } 的签名与内容不符
   *[spelling] { $which } 的签名不能识别
}
claim-signature-unchecked = 没有可核对的签名

claim-attachments = 所附依据
claim-attachments-holds = { $count } 个附件齐全，写法规范
claim-attachments-refuted = 附件缺失、多余或写法不规范：{ $which }
claim-attachments-unchecked = 未核对

claim-batch = 批次文件
claim-batch-holds = “{ $name }”由专家组组长（公钥校验码 { $chair }）签署，批次文件校验码 { $digest }
claim-batch-refuted = { $reason ->
    [stranger] 批次文件没有名单上的专家组组长签名
    [foreign] 批次文件内部不一致：{ $which }
   *[broken] 批次文件的签名与内容不符，或写法不规范
}
claim-batch-unchecked = 未核对

claim-sheets = 评分表
claim-sheets-holds = { $count } 份评分表签名有效，批次、评审方案和专家名单均相符
claim-sheets-refuted = { $reason ->
    [stranger] 评分表的签名人不是名单上的评审专家：{ $which }
    [foreign] 评分表属于另一批次或另一评审方案：{ $which }
   *[broken] 评分表的签名与内容不符：{ $which }
}
claim-sheets-unchecked = 未核对

claim-rulings = 裁定
claim-rulings-holds = { $many ->
    [none] 没有裁定
   *[many] { $count } 项裁定签名有效
}
claim-rulings-refuted = { $reason ->
    [stranger] 裁定的签名人无权裁定：{ $which }
    [foreign] 裁定属于另一批次：{ $which }
   *[broken] 裁定的签名与内容不符：{ $which }
}
claim-rulings-unchecked = 未核对

claim-decision = 遴选意见
claim-decision-holds = 遴选意见签名有效，校验码 { $digest }
claim-decision-refuted = { $reason ->
    [stranger] 遴选意见的签名人不是专家组组长或副组长
    [foreign] 遴选意见属于另一批次
   *[broken] 遴选意见的签名与内容不符
}
claim-decision-unchecked = 未核对

claim-standing = 评分汇总
claim-standing-holds = 由评分表和裁定重新计算，与遴选意见所依据的一致，校验码 { $digest }
claim-standing-refuted = 重新计算的评分汇总与遴选意见所依据的不一致：{ $which }
claim-standing-unchecked = 未核对

claim-values = 印出数值
claim-values-holds = 印出的 { $count } 个数值全部重新得出
claim-values-refuted = 印出的数值与重新得出的不一致：{ $which }
claim-values-unchecked = 未核对

claim-pages = 版面
claim-pages-holds = 重新排出的 { $pages } 页与本文件逐字节一致
claim-pages-refuted = { $which ->
    [none] 重新排出的文件与本文件不一致
   *[other] 重新排出的版面与本文件不一致，首先在第 { $which } 页
}
claim-pages-unchecked = 未核对：重新排版须用生成本报告的同一版本
