//! `serve --watch`: rebuild when a source changes, and reload the page when the build is new.
//!
//! Sources are compared by time and length every half second; that needs no library and works on
//! every file system. While watching there is no service worker, or it would show old builds.

use super::{Site, finish};
use crate::build::{self, Flavour};
use crate::dist::Dist;
use crate::place;
use axum::http::header;
use axum::response::Response;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

const SCRIPT: &str = "\
'use strict';
document.documentElement.setAttribute('data-no-offline', '');
(function () {
  var mine = null;
  setInterval(function () {
    fetch('__watch').then(function (answer) { return answer.text(); }).then(function (id) {
      if (mine !== null && id !== mine) { location.reload(); }
      mine = id;
    }, function () {});
  }, 700);
}());
";

/// Takes the place of the service worker of an earlier, unwatched run.
const LEAVING: &str = "\
self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('activate', function (event) {
  event.waitUntil(self.registration.unregister());
});
";

/// What only a watched site answers.
pub fn answer(name: &str, dist: &Dist) -> Option<Response> {
    let (kind, body) = match name {
        "__watch" => ("text/plain", dist.id()),
        "__watch.js" => ("text/javascript", SCRIPT.to_owned()),
        "sw.js" => ("text/javascript", LEAVING.to_owned()),
        "index.html" => {
            let page = String::from_utf8_lossy(&dist.get(name)?.bytes).into_owned();
            let watched = "<script src=\"__watch.js\"></script></body>";
            ("text/html; charset=utf-8", page.replace("</body>", watched))
        }
        _ => return None,
    };
    let response = Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CACHE_CONTROL, "no-store");
    Some(finish(response, body.into_bytes()))
}

/// Starts the thread that looks for changes.
pub fn start(site: Site) {
    std::thread::spawn(move || {
        let mut before = sources();
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let now = sources();
            if now == before {
                continue;
            }
            before = now;
            println!("a source changed, building again");
            match build::build(Flavour::Shipped) {
                Ok(dist) => {
                    println!("built {}", dist.id());
                    site.exchange(dist);
                }
                Err(error) => eprintln!("xtask: {error:#}; still serving the build before"),
            }
        }
    });
}

/// Every source with its time of change and its length.
fn sources() -> BTreeMap<PathBuf, (SystemTime, u64)> {
    let mut found = BTreeMap::new();
    let root = place::root();
    for folder in ["src", "static", "lessons", "locales", "crates"] {
        let files = place::files_below(&root.join(folder)).unwrap_or_default();
        let sources = files
            .into_iter()
            .filter(|(name, _)| !name.contains("node_modules/"));
        found.extend(sources.filter_map(|(_, path)| stamp(path)));
    }
    found.extend(
        ["index.html", "Cargo.toml"]
            .iter()
            .filter_map(|name| stamp(root.join(name))),
    );
    found
}

fn stamp(path: PathBuf) -> Option<(PathBuf, (SystemTime, u64))> {
    let about = Path::new(&path).metadata().ok()?;
    Some((path, (about.modified().ok()?, about.len())))
}
