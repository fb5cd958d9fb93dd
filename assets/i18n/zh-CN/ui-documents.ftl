# Looking at the documents of a package.
ui-doc-tabs = 材料
ui-doc-none = 这个项目还没有可查看的材料。
ui-doc-page = 第 { $page } 页
ui-doc-pages = 共 { $pages } 页
ui-doc-goal = 所指位置：{ $place }
ui-doc-zoom-in = 放大
ui-doc-zoom-out = 缩小
ui-doc-find = 在本材料中查找
ui-doc-found-none = 没有找到
ui-doc-scan = 扫描件，无文字层：不能查找和选取文字。
ui-doc-not-shown = 这份材料不能在这里显示。
ui-doc-failed = 这份材料没有打开。它已完整保存，可以换一份先看；若总是打不开，请工作人员核对原件。
ui-doc-pin = 记为“{ $criterion }”的依据
ui-doc-sheet = 工作表：{ $name }
ui-doc-all = 全部 { $count } 份
