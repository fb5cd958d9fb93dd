//! TypeScript from the types of this crate: `ui/src/host/gen/index.ts` and `commands.ts`.

use std::{collections::BTreeMap, fmt::Write as _};

use ts_rs::{Config, TS, TypeVisitor};

use crate::{Fault, commands, desk::Progress};

const HEAD: &str = "// Made by `cargo run -p lx-wire --bin bindings` from src-tauri/crates/lx-wire. Not written by hand.\n";

/// The files to write: name under `ui/src/host/gen` and content.
#[must_use]
pub fn files() -> Vec<(&'static str, String)> {
    let config = Config::new().with_large_int("number");
    vec![("index.ts", types(&config)), ("commands.ts", command_map(&config))]
}

struct Collect<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Collect<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() || self.found.contains_key(&T::ident(self.config)) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.found
            .insert(T::ident(self.config), format!("{docs}export {}\n", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn collect(config: &Config) -> BTreeMap<String, String> {
    let mut all = Collect {
        config,
        found: BTreeMap::new(),
    };
    commands::visit(&mut all);
    all.visit::<Fault>();
    all.visit::<Progress>();
    all.found
}

fn types(config: &Config) -> String {
    let mut text = format!("{HEAD}\n");
    for declaration in collect(config).into_values() {
        for line in declaration.lines() {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn command_map(config: &Config) -> String {
    let all = commands::all(config);
    let names: Vec<String> = collect(config).into_keys().collect();
    let mut map = String::new();
    for command in &all {
        let args: Vec<String> = command.args.iter().map(|(name, kind)| format!("{name}: {kind}")).collect();
        let args = if args.is_empty() {
            "{}".to_owned()
        } else {
            format!("{{ {} }}", args.join("; "))
        };
        let _ = writeln!(
            map,
            "\t/**{} */\n\t{}: {{ args: {args}; result: {} }};",
            command.says, command.name, command.result
        );
    }
    let used: Vec<&str> = names.iter().map(String::as_str).filter(|name| mentions(&map, name)).collect();
    let list: String = all.iter().map(|c| format!("\t\"{}\",\n", c.name)).collect();
    format!(
        "{HEAD}\nimport type {{ {} }} from \"./index\";\n\n/** Every command of the core: what it takes, what it gives. A refusal is a `Fault`. */\nexport type Commands = {{\n{map}}};\n\nexport type CommandName = keyof Commands;\n\nexport const commandNames: readonly CommandName[] = [\n{list}];\n",
        used.join(", ")
    )
}

/// Whether `name` stands in `text` as a word of its own.
fn mentions(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| word == name)
}
