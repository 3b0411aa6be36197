//! Prose of a lesson: our own tree of blocks as elements, never markup from a pack.

use super::{picture, rich};
use domain::model::Block;
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
            <div class="scroll" role="region" tabindex="0"><table>
                <thead><tr>{ for rows.iter().take(1).flatten().enumerate().map(|(n, cell)| html! { <th key={n} scope="col">{ rich(cell) }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().skip(1).enumerate().map(|(n, row)| html! {
                    <tr key={n}>{ for row.iter().enumerate().map(|(n, cell)| html! { <td key={n}>{ rich(cell) }</td> }) }</tr>
                }) }</tbody>
            </table></div>
        },
    }
}

fn item((n, blocks): (usize, &Vec<Block>)) -> Html {
    html! { <li key={n}>{ for blocks.iter().enumerate().map(|(n, block)| html! { <div key={n}>{ one(block) }</div> }) }</li> }
}
