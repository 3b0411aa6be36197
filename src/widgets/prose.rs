//! Prose of a lesson: our own tree of blocks as elements, never markup from a pack.

use super::{picture, rich};
use domain::model::Block;
use domain::text::Inline;
use yew::prelude::*;

/// Blocks of prose; `lang` is the language they are in, when that is not the reader's.
pub fn blocks(blocks: &[Block], lang: Option<AttrValue>) -> Html {
    let block = |(n, block)| html! { <div key={n} class="block">{ one(block) }</div> };
    html! { <div class="prose" {lang}>{ for blocks.iter().enumerate().map(block) }</div> }
}

fn one(block: &Block) -> Html {
    match block {
        Block::Heading(runs) => html! { <h2>{ rich(runs) }</h2> },
        Block::Paragraph(runs) => html! { <p>{ rich(runs) }</p> },
        Block::List {
            ordered: true,
            items,
        } => html! { <ol>{ for items.iter().enumerate().map(item) }</ol> },
        Block::List {
            ordered: false,
            items,
        } => html! { <ul>{ for items.iter().enumerate().map(item) }</ul> },
        Block::Quote(inner) => {
            html! { <aside class="note">{ self::blocks(inner, None) }</aside> }
        }
        Block::Picture { icon, alt } => {
            html! { { picture(icon, alt) } }
        }
        Block::Table(rows) => html! {
            <div class="scroll" role="group" tabindex="0" aria-label={named_by(rows)}><table>
                <thead><tr>{ for rows.iter().take(1).flatten().enumerate().map(|(n, cell)| html! { <th key={n} scope="col">{ rich(cell) }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().skip(1).enumerate().map(|(n, row)| html! {
                    <tr key={n}>{ for row.iter().enumerate().map(|(n, cell)| html! { <td key={n}>{ rich(cell) }</td> }) }</tr>
                }) }</tbody>
            </table></div>
        },
    }
}

/// What a table is called: the words over its columns. It scrolls in itself, so it is a stop of the keyboard and has a name.
fn named_by(rows: &[Vec<Vec<Inline>>]) -> Option<String> {
    let over = rows.first().into_iter().flatten().map(|cell| plain(cell));
    let words: Vec<String> = over.filter(|words| !words.trim().is_empty()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The words of a text without their marks, for names and titles.
pub fn plain(runs: &[Inline]) -> String {
    let one = |run: &Inline| match run {
        Inline::Text(text) => text.to_string(),
        Inline::Ja(text) => text.written(),
        Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
        Inline::Break => " ".to_owned(),
    };
    runs.iter().map(one).collect()
}

fn item((n, blocks): (usize, &Vec<Block>)) -> Html {
    html! { <li key={n}>{ for blocks.iter().enumerate().map(|(n, block)| html! { <div key={n}>{ one(block) }</div> }) }</li> }
}
