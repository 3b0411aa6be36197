//! The site in a sub-folder of a real nginx, to show that every address is relative.

use crate::run::find_program;
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;

/// A running nginx; it ends with this value.
pub struct Nginx {
    child: Child,
    port: u16,
}

/// Where the site lies on that server.
const FOLDER: &str = "/kelas/bahasa jepang/";

impl Nginx {
    /// Serves `site` from a sub-folder; settings and scratch files go below `scratch`.
    pub fn start(site: &Path, scratch: &Path) -> Result<Self> {
        let program = find_program(&["nginx", "nginx.exe"])
            .context("no nginx: install it (Debian: apt install nginx-light)")?;
        std::fs::create_dir_all(scratch.join("logs"))?;
        // Asking for port 0 and letting go is the only way to learn of a free one beforehand.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let settings = scratch.join("nginx.conf");
        std::fs::write(&settings, configuration(site, scratch, port))?;
        let child = Command::new(program)
            .arg("-p")
            .arg(scratch)
            .arg("-e")
            .arg("stderr")
            .arg("-c")
            .arg(&settings)
            .spawn()
            .context("cannot start nginx")?;
        let mut nginx = Self { child, port };
        nginx.wait()?;
        Ok(nginx)
    }

    fn wait(&mut self) -> Result<()> {
        for _ in 0..100 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                anyhow::bail!("nginx ended at once: {status}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        anyhow::bail!("nginx does not answer")
    }

    /// The address of the site.
    pub fn address(&self) -> String {
        format!(
            "http://127.0.0.1:{}{}",
            self.port,
            FOLDER.replace(' ', "%20")
        )
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One process, no rights needed, the site's own `.gz` files, and nothing else out of the ordinary.
fn configuration(site: &Path, scratch: &Path, port: u16) -> String {
    let types = Path::new("/etc/nginx/mime.types");
    let types = if types.exists() {
        format!("include {};", types.display())
    } else {
        "types { text/html html; text/css css; text/javascript js; application/json json; \
         application/wasm wasm; image/svg+xml svg; }"
            .to_owned()
    };
    let scratch = scratch.display();
    format!(
        "daemon off;\nmaster_process off;\npid \"{scratch}/nginx.pid\";\nevents {{}}\nhttp {{\n\
         {types}\naccess_log off;\n\
         client_body_temp_path \"{scratch}/body\";\nproxy_temp_path \"{scratch}/proxy\";\n\
         fastcgi_temp_path \"{scratch}/fastcgi\";\nuwsgi_temp_path \"{scratch}/uwsgi\";\n\
         scgi_temp_path \"{scratch}/scgi\";\n\
         server {{\nlisten 127.0.0.1:{port};\n\
         location \"{FOLDER}\" {{ alias \"{}/\"; index index.html; gzip_static on; }}\n}}\n}}\n",
        site.display()
    )
}
