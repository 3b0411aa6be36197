//! Serving the built site on this machine: from memory, with the headers a web server should send.
//!
//! No path from a URL touches the disk. Only GET and HEAD are answered.

mod watch;

use crate::build::{self, Flavour};
use crate::dist::{Dist, media_type};
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

pub struct Options {
    port: u16,
    open: bool,
    watch: bool,
}

impl Options {
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            port: 8080,
            open: false,
            watch: false,
        };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--open" => options.open = true,
                "--watch" => options.watch = true,
                "--port" => {
                    let port = rest.next().context("--port needs a number")?;
                    options.port = port.parse().with_context(|| format!("--port {port}"))?;
                }
                other => bail!("`serve` takes --port, --open and --watch, not {other}"),
            }
        }
        Ok(options)
    }
}

/// A site that may be exchanged while it is served.
#[derive(Clone)]
pub struct Site {
    dist: Arc<RwLock<Arc<Dist>>>,
    watched: bool,
}

impl Site {
    pub fn new(dist: Dist) -> Self {
        Self {
            dist: Arc::new(RwLock::new(Arc::new(dist))),
            watched: false,
        }
    }

    fn now(&self) -> Arc<Dist> {
        match self.dist.read() {
            Ok(dist) => Arc::clone(&dist),
            Err(poisoned) => Arc::clone(&poisoned.into_inner()),
        }
    }

    fn exchange(&self, fresh: Dist) {
        match self.dist.write() {
            Ok(mut dist) => *dist = Arc::new(fresh),
            Err(poisoned) => *poisoned.into_inner() = Arc::new(fresh),
        }
    }
}

/// Builds and serves until the user ends it.
pub fn serve(options: &Options) -> Result<()> {
    // The port is taken first: a build in vain is a long wait.
    let listener =
        std::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, options.port)))
            .with_context(|| {
                format!(
                    "port {} is taken; try --port {}",
                    options.port,
                    options.port + 1
                )
            })?;
    let address = format!("http://{}", listener.local_addr()?);
    let mut site = Site::new(build::build(Flavour::Shipped)?);
    site.watched = options.watch;
    if options.watch {
        watch::start(site.clone());
    }
    println!("Kakehashi is at {address}");
    if options.open {
        open(&address);
    }
    run(listener, site)
}

/// Serves a site on a listener; returns only on failure.
pub fn run(listener: std::net::TcpListener, site: Site) -> Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router(site)).await?;
        Ok(())
    })
}

fn router(site: Site) -> Router {
    let policy = site
        .now()
        .get("index.html")
        .and_then(|page| {
            build::policy_of(std::str::from_utf8(&page.bytes).ok()?).map(header_policy)
        })
        .unwrap_or(HeaderValue::from_static("default-src 'none'"));
    let fixed = |name: header::HeaderName, value: HeaderValue| {
        SetResponseHeaderLayer::overriding(name, value)
    };
    Router::new()
        .fallback(answer)
        .with_state(site)
        .layer(fixed(header::CONTENT_SECURITY_POLICY, policy))
        .layer(fixed(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
        .layer(fixed(
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_secs(30),
        ))
}

/// The page's policy and what only a header can say.
fn header_policy(policy: &str) -> HeaderValue {
    HeaderValue::from_str(&format!("{policy}; frame-ancestors 'none'"))
        .unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

async fn answer(State(site): State<Site>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD");
    }
    let name = match request.uri().path().trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let dist = site.now();
    if site.watched
        && let Some(response) = watch::answer(name, &dist)
    {
        return response;
    }
    let Some(file) = dist.get(name) else {
        return plain(StatusCode::NOT_FOUND, "not here");
    };
    let asked = |name| {
        let value = request.headers().get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    };
    let zipped = file
        .gzip
        .as_ref()
        .filter(|_| asked(header::ACCEPT_ENCODING).contains("gzip"));
    let tag = format!(
        "\"{}{}\"",
        file.hash,
        if zipped.is_some() { "-gz" } else { "" }
    );
    let caching = if file.immutable {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = Response::builder()
        .header(header::ETAG, &tag)
        .header(header::CACHE_CONTROL, caching)
        .header(header::VARY, "accept-encoding");
    if asked(header::IF_NONE_MATCH).contains(&tag) {
        return finish(response.status(StatusCode::NOT_MODIFIED), Vec::new());
    }
    response = response.header(header::CONTENT_TYPE, media_type(name));
    if zipped.is_some() {
        response = response.header(header::CONTENT_ENCODING, "gzip");
    }
    finish(response, zipped.unwrap_or(&file.bytes).clone())
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
    finish(response, text.as_bytes().to_vec())
}

fn finish(response: axum::http::response::Builder, body: Vec<u8>) -> Response {
    // Every header above is made of plain ASCII, which cannot be refused.
    response.body(Body::from(body)).unwrap_or_default()
}

/// Asks the system to show the address; where it cannot, the printed address is enough.
fn open(address: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if std::process::Command::new(program)
        .arg(address)
        .spawn()
        .is_err()
    {
        println!("(no program `{program}` to open it with)");
    }
}
