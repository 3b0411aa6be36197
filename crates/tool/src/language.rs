//! Which language the command speaks: the one asked for, else the one of the computer.
//!
//! A computer that names no language (no variable, `C`, `POSIX`) is spoken to in Indonesian, the language of most who
//! write lessons; one that names a language we do not have, in English.

use texts::Lang;

/// The variables that name a person's language, the strongest first, as POSIX has it.
pub const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language to speak; `variable` looks one up in the environment.
pub fn chosen(asked: Option<Lang>, variable: impl Fn(&str) -> Option<String>) -> Lang {
    asked.unwrap_or_else(|| {
        let named = VARIABLES
            .iter()
            .filter_map(|name| variable(name))
            .find(|value| !value.is_empty());
        match named.as_deref().map(primary) {
            None | Some("C" | "POSIX") => Lang::Id,
            Some(tag) => Lang::from_tag(tag).unwrap_or(Lang::En),
        }
    })
}

/// `id` of `id_ID.UTF-8@euro`.
fn primary(locale: &str) -> &str {
    locale.split(['_', '.', '@']).next().unwrap_or(locale)
}

/// The languages as `--lang` takes them.
pub fn parse(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "id, en, ja".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Lang {
        chosen(None, |name| {
            let found = variables.iter().find(|(own, _)| *own == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_strongest_variable_decides() {
        assert_eq!(of(&[("LANG", "ja_JP.UTF-8")]), Lang::Ja);
        assert_eq!(
            of(&[("LANG", "ja_JP"), ("LC_ALL", "en_US.UTF-8")]),
            Lang::En
        );
        assert_eq!(of(&[("LANG", "id_ID"), ("LC_ALL", "")]), Lang::Id);
        assert_eq!(of(&[("LANG", "ja"), ("LC_MESSAGES", "id_ID")]), Lang::Id);
    }

    #[test]
    fn no_language_is_indonesian_and_another_one_english() {
        assert_eq!(of(&[]), Lang::Id);
        assert_eq!(of(&[("LANG", "C.UTF-8")]), Lang::Id);
        assert_eq!(of(&[("LC_ALL", "POSIX")]), Lang::Id);
        assert_eq!(of(&[("LANG", "de_DE.UTF-8")]), Lang::En);
    }

    #[test]
    fn what_is_asked_for_wins() {
        let german = |_: &str| Some("de_DE".to_owned());
        assert_eq!(chosen(Some(Lang::Ja), german), Lang::Ja);
    }
}
