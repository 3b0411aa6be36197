//! A catalog as Rust methods and as one table a language.

use super::Catalog;
use crate::lang::Lang;
use std::fmt::Write;

const KEYWORDS: [&str; 51] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

impl Catalog {
    /// The methods of a type of texts, one a message, each a call that carries its place in the table.
    pub fn rust(&self, type_name: &str) -> String {
        let mut out =
            String::from("// Made by the build script from the Fluent files in `locales`.\n\n");
        let _ = writeln!(
            out,
            "impl {type_name} {{\n    const MESSAGES: usize = {};\n    const FINGERPRINT: &str = {:?};\n",
            self.messages.len(),
            self.fingerprint()
        );
        for (index, (key, message)) in self.messages.iter().enumerate() {
            let _ = writeln!(
                out,
                "    #[doc = {:?}]",
                format!("`{}`", message.reference.replace('`', "'"))
            );
            let name = identifier(key);
            if message.arguments.is_empty() {
                let _ = writeln!(
                    out,
                    "    pub fn {name}(&self) -> &str {{\n        self.text({index})\n    }}"
                );
                continue;
            }
            let names: Vec<String> = message
                .arguments
                .iter()
                .map(|argument| identifier(argument))
                .collect();
            let parameters: String = names
                .iter()
                .map(|name| format!(", {name}: impl Display"))
                .collect();
            let list: Vec<String> = names.iter().map(|name| format!("&{name}")).collect();
            let list = list.join(", ");
            let many = if names.len() > 6 {
                "    #[expect(clippy::too_many_arguments, reason = \"one for each placeholder\")]\n"
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "{many}    pub fn {name}(&self{parameters}) -> String {{\n        self.fill({index}, &[{list}])\n    }}"
            );
        }
        out.push_str("}\n");
        out
    }

    /// The table of a language: a JSON list of the fingerprint, the language's tag, and the patterns in order of keys.
    pub fn table_json(&self, lang: Lang) -> String {
        let place = Lang::ALL
            .into_iter()
            .position(|own| own == lang)
            .unwrap_or_default();
        let fingerprint = self.fingerprint();
        let mut table = vec![fingerprint.as_str(), lang.tag()];
        table.extend(
            self.messages
                .values()
                .map(|message| message.patterns[place].as_str()),
        );
        serde_json::to_string(&table).expect("strings are always JSON")
    }

    /// FNV-1a over keys and placeholders: tables fit code exactly when these are the same.
    pub fn fingerprint(&self) -> String {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for (key, message) in &self.messages {
            let signature = format!("{key}({})\n", message.arguments.join(","));
            for byte in signature.bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        format!("{hash:016x}")
    }
}

/// A kebab-case name as Rust writes it.
fn identifier(name: &str) -> String {
    let name = name.replace('-', "_");
    let keyword = KEYWORDS.contains(&name.as_str());
    if keyword { name + "_" } else { name }
}
