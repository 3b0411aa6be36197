//! What is drawn: marks on pages, and the tree of meaning over them. Laid out here, drawn by `render`.
//!
//! Invariants: points, from the upper left corner; marks stand in the order of reading, so that a program that only
//! knows their order reads them rightly; every text hangs on one node of the tree, everything else is decoration.

use super::face::Face;

/// A4 lying, in points.
pub const WIDTH: f32 = 841.89;
/// See [`WIDTH`].
pub const HEIGHT: f32 = 595.28;
/// From the edge of the paper to text.
pub const MARGIN: f32 = 48.0;

/// Red, green and blue.
pub type Color = [u8; 3];
pub const PAPER: Color = [0xff, 0xfd, 0xf8];
pub const INK: Color = [0x22, 0x25, 0x2b];
pub const SOFT: Color = [0x5c, 0x5f, 0x68];
pub const LINE: Color = [0xdc, 0xd5, 0xc4];
pub const INDIGO: Color = [0x23, 0x4a, 0x86];
pub const VERMILION: Color = [0xc2, 0x36, 0x1b];

/// A mark on a page.
pub enum Mark {
    /// A line of text; `y` is its base line.
    Text {
        x: f32,
        y: f32,
        size: f32,
        color: Color,
        text: String,
        lang: Option<String>,
    },
    /// Text that repeats on pages and is no part of what is read.
    Footer {
        x: f32,
        y: f32,
        size: f32,
        text: String,
    },
    /// A filled rectangle.
    Box {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        color: Color,
    },
    /// The mark of the app: a bridge, `size` wide.
    Bridge { x: f32, y: f32, size: f32 },
}

/// What a part of the document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Document,
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Table,
    Row,
    Head,
    Cell,
}

/// A node of the tree; its children are nodes and lines of text in order.
pub struct Node {
    pub role: Role,
    pub children: Vec<Child>,
}

/// See [`Node`].
pub enum Child {
    Node(usize),
    /// The page and the place of the mark in it.
    Text(usize, usize),
}

/// Everything that is drawn.
pub struct Sheet<'a> {
    pub face: &'a Face<'a>,
    pub pages: Vec<Vec<Mark>>,
    pub nodes: Vec<Node>,
    lang: &'a str,
}

/// How a line of text looks.
#[derive(Clone, Copy)]
pub struct Style {
    pub size: f32,
    pub color: Color,
}

/// A style of this size and colour.
pub const fn style(size: f32, color: Color) -> Style {
    Style { size, color }
}

impl<'a> Sheet<'a> {
    /// One empty page in the language of the document.
    pub fn new(face: &'a Face<'a>, lang: &'a str) -> Self {
        let root = Node {
            role: Role::Document,
            children: Vec::new(),
        };
        let mut sheet = Self {
            face,
            pages: Vec::new(),
            nodes: vec![root],
            lang,
        };
        sheet.page();
        sheet
    }

    /// Begins a page.
    pub fn page(&mut self) {
        let (whole, band) = ((WIDTH, HEIGHT), 7.0);
        self.pages.push(Vec::new());
        self.fill(0.0, 0.0, whole, PAPER);
        self.fill(0.0, 0.0, (WIDTH, band), INDIGO);
    }

    /// A part within `parent`.
    pub fn node(&mut self, parent: usize, role: Role) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node {
            role,
            children: Vec::new(),
        });
        self.nodes[parent].children.push(Child::Node(id));
        id
    }

    /// A filled rectangle.
    pub fn fill(&mut self, x: f32, y: f32, (width, height): (f32, f32), color: Color) {
        self.mark(Mark::Box {
            x,
            y,
            width,
            height,
            color,
        });
    }

    /// A line of text of a part, in the language that it is in.
    pub fn text(&mut self, node: usize, (x, y): (f32, f32), style: Style, text: (&str, &str)) {
        let (text, lang) = text;
        if text.is_empty() {
            return;
        }
        let lang = (lang != self.lang).then(|| lang.to_owned());
        let text = self.face.drawable(text);
        let Style { size, color } = style;
        let mark = Mark::Text {
            x,
            y,
            size,
            color,
            text,
            lang,
        };
        let at = self.mark(mark);
        self.nodes[node]
            .children
            .push(Child::Text(self.pages.len() - 1, at));
    }

    /// A line that ends at `right`.
    pub fn right(&mut self, node: usize, (right, y): (f32, f32), style: Style, text: (&str, &str)) {
        let width = self.face.width(text.0, style.size);
        self.text(node, (right - width, y), style, text);
    }

    /// A text in lines; returns the base line after the last one.
    pub fn block(
        &mut self,
        node: usize,
        (x, y): (f32, f32),
        width: f32,
        style: Style,
        text: (&str, &str),
    ) -> f32 {
        let mut y = y;
        for line in self.face.wrap(text.0, style.size, width) {
            // A space joins lines for those who read the tree; Japanese needs none.
            let line = if text.1 == "ja" {
                line
            } else {
                format!("{line} ")
            };
            self.text(node, (x, y), style, (&line, text.1));
            y += style.size * 1.42;
        }
        y
    }

    /// Adds a mark to the last page and says where.
    pub fn mark(&mut self, mark: Mark) -> usize {
        let Some(page) = self.pages.last_mut() else {
            return 0;
        };
        page.push(mark);
        page.len() - 1
    }
}
