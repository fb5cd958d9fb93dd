# 查找结果、材料中的位置、字段的确认
ui-find-title = 全部结果
ui-find-all = 全部结果：“{ $text }”
ui-find-count = { $applications } 个项目，{ $places } 处
ui-find-count-more = { $applications } 个项目，先列出 { $places } 处
ui-find-places = { $count } 处
ui-find-places-more = 前 { $count } 处，另有更多
ui-doc-found-at = 第 { $at } / { $count } 处
ui-doc-other = 另一处：{ $place }
ui-doc-pixels = { $wide } × { $high } 像素
ui-doc-undrawn = 这张图片的格式不能在这里显示。它已完整保存，请工作人员用看图软件核对原件。
ui-doc-text-only = 版式文件：这里只显示各页文字，印章和版面请核对原件。
ui-scr-field-reason-needed = 改正理由（必填）
ui-scr-field-corrected-by = { $by } 于 { $at } 改正
ui-scr-field-confirmed-by = { $by } 于 { $at } 确认
