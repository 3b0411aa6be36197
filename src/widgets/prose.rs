//! Prose of a lesson: our own tree of blocks as elements, never markup from a pack.

use super::{Picture, Rich};
use domain::model::Block;
use yew::prelude::*;

/// Props of [`Blocks`].
#[derive(Properties, PartialEq)]
pub struct BlocksProps {
    /// What to show.
    pub blocks: Vec<Block>,
    /// The language it is in, when that is not the reader's.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
}

/// Blocks of prose.
#[component]
pub fn Blocks(props: &BlocksProps) -> Html {
    html! { <div class="prose" lang={props.lang.clone()}>{ for props.blocks.iter().enumerate().map(|(n, block)| html! { <div key={n} class="block">{ one(block) }</div> }) }</div> }
}

fn one(block: &Block) -> Html {
    match block {
        Block::Heading(runs) => html! { <h3><Rich runs={runs.clone()} /></h3> },
        Block::Paragraph(runs) => html! { <p><Rich runs={runs.clone()} /></p> },
        Block::List {
            ordered: true,
            items,
        } => html! { <ol>{ for items.iter().enumerate().map(item) }</ol> },
        Block::List {
            ordered: false,
            items,
        } => html! { <ul>{ for items.iter().enumerate().map(item) }</ul> },
        Block::Quote(inner) => {
            html! { <aside class="note"><Blocks blocks={inner.clone()} /></aside> }
        }
        Block::Picture { icon, alt } => {
            html! { <Picture name={icon.to_string()} alt={alt.to_string()} /> }
        }
        Block::Table(rows) => html! {
            <div class="scroll" role="region" tabindex="0"><table>
                <thead><tr>{ for rows.iter().take(1).flatten().enumerate().map(|(n, cell)| html! { <th key={n} scope="col"><Rich runs={cell.clone()} /></th> }) }</tr></thead>
                <tbody>{ for rows.iter().skip(1).enumerate().map(|(n, row)| html! {
                    <tr key={n}>{ for row.iter().enumerate().map(|(n, cell)| html! { <td key={n}><Rich runs={cell.clone()} /></td> }) }</tr>
                }) }</tbody>
            </table></div>
        },
    }
}

fn item((n, blocks): (usize, &Vec<Block>)) -> Html {
    html! { <li key={n}>{ for blocks.iter().enumerate().map(|(n, block)| html! { <div key={n}>{ one(block) }</div> }) }</li> }
}
