//! The app's own icon: a bridge over water, drawn by us in `static/icon.svg`, also as pictures of
//! points for launchers that read no SVG.

use crate::dist::Dist;
use crate::place;
use anyhow::{Context, Result};
use resvg::{tiny_skia, usvg};

/// Names of the icon in its forms.
pub struct Icons {
    pub svg: String,
    /// Square pictures by side in pixels, smallest first.
    pub png: Vec<(u32, String)>,
}

pub fn build(dist: &mut Dist) -> Result<Icons> {
    let source = place::bytes(&place::root().join("static/icon.svg"))?;
    let tree = usvg::Tree::from_data(&source, &usvg::Options::default())?;
    let mut png = Vec::new();
    for side in [180, 192, 512] {
        let picture = draw(&tree, side)?;
        png.push((side, dist.hashed(&format!("icon-{side}"), "png", picture)));
    }
    Ok(Icons {
        svg: dist.hashed("icon", "svg", source),
        png,
    })
}

fn draw(tree: &usvg::Tree, side: u32) -> Result<Vec<u8>> {
    let mut picture = tiny_skia::Pixmap::new(side, side).context("no room for the icon")?;
    let scale = side as f32 / tree.size().width();
    let transform = tiny_skia::Transform::from_scale(scale, scale);
    resvg::render(tree, transform, &mut picture.as_mut());
    Ok(picture.encode_png()?)
}
