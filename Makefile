# 遴选 Linxuan. Each target installs what it lacks, says what it does, and may be run again.
.DEFAULT_GOAL := help
.PHONY: help run test demo bench kill fuzz lint bindings screenshots

help: ## 这些命令 / these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1\t\2/' | expand -t 18

run: ## 打开窗口，先给出示例批次 / open the window, the sample batch on offer
	@.ci/prepare window
	@.ci/ui
	cargo build --workspace --bins
	@if [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname)" = Linux ]; then \
		echo "已构建 target/debug/linxuan-desk，但这里没有图形显示（DISPLAY 未设置）。"; \
		echo "Built target/debug/linxuan-desk, but there is no display here (DISPLAY is not set)."; exit 1; fi
	target/debug/linxuan-desk --sample

demo: ## 不用窗口走完全程：八份申报材料到签名报告 / the whole job without a window
	@.ci/prepare core
	cargo build -p lx-cli
	target/debug/linxuan demo --out target/demo

test: ## 全部测试，含真实窗口 / every test, the real window included
	@.ci/test

kill: ## 在 200 个时刻杀掉导入进程，工作台须完好 / an import killed at 200 moments
	cargo build --workspace --bins
	LX_KILLS=200 cargo test --workspace --test it taking::kill -- --nocapture

lint: ## 格式、代码检查、许可证 / form, lints, licences
	@.ci/lint

bindings: ## 重新生成界面用的类型 / make the interface's types again
	cargo run -q -p lx-wire --bin bindings

screenshots: ## 重新生成 README 的截图 / make the README's pictures again
	@.ci/prepare tests
	@.ci/ui
	cargo build --workspace --bins --tests
	LINXUAN_SCREENSHOTS=assets/screenshots cargo test --workspace --test e2e sample

bench: ## 与常用工具相比的速度 / speed beside common tools
	@.ci/prepare tests
	@.ci/ui
	@tests/bench/run

fuzz: ## 模糊测试，每个目标 20 分钟处理器时间（FUZZ_SECONDS 可改） / fuzzing, 20 processor minutes a target (FUZZ_SECONDS changes that)
	@.ci/prepare core
	@tests/fuzz/run
