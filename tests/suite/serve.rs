//! `serve` as an editor and a browser meet it: a real process, a real socket, real files.

use std::{
    fs,
    net::{Shutdown, TcpListener, TcpStream},
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    preview::{PATIENCE, Preview},
    site::{Site, files_below},
};

const ROSTER: &str = "data/rosters/huyen-song/xa-dong-hoa.toml";
const PAGE: &str = "content/pages/gioi-thieu.md";
const STYLE: &str = "themes/default/assets/site.css";

/// Everything in the site folder but the temporary files, with its bytes.
fn everything(site: &Site) -> Vec<(String, Vec<u8>)> {
    let paths = files_below(&site.path("")).into_iter();
    paths
        .filter(|path| !path.starts_with("tmp/"))
        .map(|path| (path.clone(), fs::read(site.path(&path)).expect("readable")))
        .collect()
}

/// Saves as most editors do: a new file, renamed over the old one.
fn save(site: &Site, path: &str, text: &str) {
    let draft = site.path(path).with_extension("tmp~");
    fs::write(&draft, text).expect("written");
    fs::rename(draft, site.path(path)).expect("renamed");
}

#[test]
fn the_site_is_served_as_it_is_built_and_nothing_else_is() {
    let site = Site::small();
    let before = everything(&site);
    let preview = Preview::start(&site, &[]);
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    assert_eq!(home.header("Content-Type"), "text/html; charset=utf-8");
    assert_eq!(home.header("Cache-Control"), "no-store");
    let head = preview.ask("HEAD", "/index.html");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("Content-Length"), home.body.len().to_string());
    let folder = preview.get("/en");
    assert_eq!((folder.status, folder.header("Location")), (302, "/en/"));
    assert!(preview.get("/en/").text().contains("<html lang=\"en\""));
    for (path, kind) in [
        ("preview.js", "text/javascript"),
        ("preview.css", "text/css"),
    ] {
        let own = preview.get(&format!("/.binhyen/{path}"));
        assert!(
            own.status == 200 && own.header("Content-Type").starts_with(kind),
            "{path}"
        );
    }
    let missing = preview.get("/khong-co.html");
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains("binhyen/preview.js") && missing.text().contains("<main"));
    assert_eq!(everything(&site), before, "the site folder stays as it was");
    drop(preview);
    // What is served is what a build writes, but for the script and the policy.
    site.run(&["build", "--formats", "html,feed,vcf,search"]);
    assert!(site.path("data/addresses.lock").exists());
    let preview = Preview::start(&site, &[]);
    let (mut pages, mut others) = (0, 0);
    for (path, bytes) in site.published() {
        let served = preview.get(&format!("/{path}"));
        assert_eq!(served.status, 200, "{path}");
        if path.ends_with(".html") {
            pages += 1;
            assert_eq!(
                without_the_preview(&served.text()),
                String::from_utf8(bytes).unwrap(),
                "{path}"
            );
        } else {
            others += 1;
            assert_eq!(served.body, bytes, "{path}");
        }
    }
    assert!(pages > 20 && others > 3, "{pages} {others}");
}

/// A page as it was before the server added to it.
fn without_the_preview(page: &str) -> String {
    let (before, script) = page
        .split_once("<script src=\"/.binhyen/")
        .expect("the script");
    let (_, after) = script.split_once("</script>").expect("its end");
    let policy = ";style-src-elem 'self'";
    assert_eq!(after.matches(policy).count(), 1);
    format!("{before}{}", after.replace(policy, ""))
}

#[test]
fn nobody_else_is_answered_and_no_path_climbs_out() {
    let site = Site::small();
    site.write("secret.txt", "secret")
        .write("tmp/secret.txt", "secret");
    let preview = Preview::start(&site, &[]);
    let host = &preview.address;
    for target in [
        "/../secret.txt",
        "/../../secret.txt",
        "/..%2f..%2fsecret.txt",
        "/%2e%2e/%2e%2e/secret.txt",
        "/en/../../../secret.txt",
        "/..\\..\\secret.txt",
        "/%5c..%5csecret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/secret.txt%00.html",
        "/.binhyen",
        "/.binhyen/../../secret.txt",
        "/.binhyen/state.rs",
        "secret.txt",
        "http://127.0.0.1/secret.txt",
    ] {
        let answer = preview.get(target);
        assert!(
            matches!(answer.status, 400 | 404),
            "{target}: {}",
            answer.status
        );
        assert!(
            !answer.text().contains("secret\n") && answer.text() != "secret",
            "{target}"
        );
    }
    let asked = |head: &str| preview.send(&format!("{head}\r\n\r\n")).status;
    assert_eq!(asked(&format!("POST / HTTP/1.1\r\nHost: {host}")), 405);
    assert_eq!(asked("GET / HTTP/1.1\r\nHost: evil.example"), 403);
    assert_eq!(
        asked("GET /.binhyen/events HTTP/1.1\r\nHost: evil.example:8375"),
        403
    );
    assert_eq!(asked("GET / HTTP/1.1"), 400);
    assert_eq!(asked("GET / HTTP/1.1\r\nHost: localhost:1"), 200);
    assert_eq!(
        asked(&format!(
            "GET /{} HTTP/1.1\r\nHost: {host}",
            "a".repeat(40_000)
        )),
        431
    );
    // Who says nothing keeps nobody waiting.
    let silent = TcpStream::connect(host).expect("it listens");
    assert_eq!(preview.get("/").status, 200);
    silent.shutdown(Shutdown::Both).expect("closed");
}

#[test]
fn every_way_of_saving_is_seen() {
    let site = Site::small();
    let preview = Preview::start(&site, &[]);
    let mut events = preview.listen();
    let first = events.until("the first state", |_| true);
    assert_eq!(preview.get("/").mark(), first["page"]);
    let text = site.read(PAGE);
    site.write(PAGE, &format!("{text}\n\nMột đoạn viết thẳng.\n"));
    let second = events.newer(&first, "a file written in place");
    assert!(
        preview
            .get("/gioi-thieu.html")
            .text()
            .contains("Một đoạn viết thẳng.")
    );
    assert_eq!(preview.get("/").mark(), second["page"]);
    save(&site, PAGE, &format!("{text}\n\nMột đoạn đổi tên.\n"));
    let third = events.newer(&second, "a file saved by renaming");
    assert!(
        preview
            .get("/gioi-thieu.html")
            .text()
            .contains("Một đoạn đổi tên.")
    );
    preview.hear("Rebuilt: ");
    // A checkout of another version: every file at once, some gone, some new.
    for path in files_below(&site.path("content")) {
        let path = format!("content/{path}");
        save(
            &site,
            &path,
            &format!("{}\n\nBản khác.\n", site.read(&path)),
        );
    }
    fs::remove_file(site.path("content/campaign/den-ngo.md")).expect("removed");
    let fourth = events.newer(&third, "many files at once");
    assert!(preview.get("/gioi-thieu.html").text().contains("Bản khác."));
    // A folder that goes and comes back, twice, and is still watched.
    let mut last = fourth;
    for turn in 1..=2 {
        let pages = site.path("content/pages");
        let away = site.path("away");
        fs::rename(&pages, &away).expect("moved");
        last = events.newer(&last, "a folder gone");
        assert_eq!(preview.get("/gioi-thieu.html").status, 404);
        fs::rename(&away, &pages).expect("moved back");
        last = events.newer(&last, "a folder back");
        let words = format!("Lần thứ {turn}.");
        save(&site, PAGE, &format!("{text}\n\n{words}\n"));
        last = events.newer(&last, "a file in a folder that came back");
        assert!(preview.get("/gioi-thieu.html").text().contains(&words));
    }
    fs::remove_dir_all(site.path("content")).expect("removed");
    last = events.newer(&last, "a whole part gone");
    site.write(
        PAGE,
        "+++\ntitle = \"Giới thiệu\"\n+++\n\nLàm lại từ đầu.\n",
    );
    events.newer(&last, "a part made anew");
    assert!(
        preview
            .get("/gioi-thieu.html")
            .text()
            .contains("Làm lại từ đầu.")
    );
}

#[test]
fn changes_during_a_build_are_built_after_it() {
    let site = Site::small();
    let preview = Preview::start(&site, &[]);
    let mut events = preview.listen();
    events.until("the first state", |_| true);
    let text = site.read(PAGE);
    for step in 0..40 {
        site.write(PAGE, &format!("{text}\n\nBước {step}.\n"));
        thread::sleep(Duration::from_millis(25));
    }
    let began = Instant::now();
    while !preview.get("/gioi-thieu.html").text().contains("Bước 39.") {
        assert!(
            began.elapsed() < PATIENCE,
            "the last change was never built"
        );
        thread::sleep(Duration::from_millis(50));
    }
    // Whatever was on the way is told, and then there is rest.
    let mark = preview.get("/").mark();
    thread::sleep(Duration::from_secs(3));
    assert_eq!(
        preview.get("/").mark(),
        mark,
        "nothing changed, and nothing was built"
    );
}

#[test]
fn a_style_sheet_alone_spares_the_page() {
    let site = Site::small();
    site.write(STYLE, "body { color: #111 }");
    let preview = Preview::start(&site, &[]);
    let mut events = preview.listen();
    let first = events.until("the first state", |_| true);
    save(&site, STYLE, "body { color: #222 }");
    let second = events.until("another style", |now| now["style"] != first["style"]);
    assert_eq!(second["page"], first["page"]);
    let page = preview.get("/").text();
    let sheet = page
        .split("rel=\"stylesheet\" href=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let sheet = preview.get(&format!("/{}", sheet.expect("a style sheet")));
    assert_eq!(sheet.header("Content-Type"), "text/css; charset=utf-8");
    assert!(sheet.text().contains("#222"), "{}", sheet.text());
}

#[test]
fn findings_lie_over_the_last_good_site_until_they_are_mended() {
    let site = Site::small();
    let preview = Preview::start(&site, &[]);
    let mut events = preview.listen();
    let first = events.until("the first state", |now| now["trouble"].is_null());
    assert!(
        first["warnings"]
            .as_str()
            .is_some_and(|words| words.ends_with("warnings")),
        "{first}"
    );
    let good = site.read(ROSTER);
    site.edit(
        ROSTER,
        "phone = \"0237 000 1002\"",
        "fone = \"0237 000 1002\"",
    );
    let broken = events.until("an error", |now| !now["trouble"].is_null());
    assert_eq!(broken["page"], first["page"]);
    let notice = &broken["trouble"]["notices"][0];
    assert_eq!(notice["code"], "D003");
    assert_eq!(notice["spots"][0]["at"], format!("{ROSTER}:12:1"));
    assert_eq!(notice["spots"][0]["quote"]["line"]["marked"], "fone");
    assert!(
        notice["help"][1]
            .as_str()
            .is_some_and(|help| help.contains("phone")),
        "{notice}"
    );
    preview.hear("error[D003]");
    preview.hear("Not rebuilt");
    assert_eq!(
        preview.get("/").mark(),
        first["page"],
        "the last good site stays"
    );
    save(&site, ROSTER, &good);
    events.until("mended", |now| now["trouble"].is_null());
    // A fault of the folder is told too, and ends nothing.
    fs::rename(site.path("data"), site.path("away")).expect("moved");
    let fault = events.until("a fault", |now| !now["trouble"].is_null());
    assert!(
        fault["trouble"]["notices"][0]["words"]
            .as_str()
            .is_some_and(|words| words.contains("site.toml"))
    );
    assert_eq!(preview.get("/").status, 200);
    fs::rename(site.path("away"), site.path("data")).expect("moved back");
    events.until("mended again", |now| now["trouble"].is_null());
}

#[test]
fn lines_of_private_files_stay_on_the_terminal() {
    let site = Site::small();
    let private = "data/private/huyen-song/xa-dong-hoa.toml";
    let preview = Preview::start(&site, &[]);
    let mut events = preview.listen();
    events.until("the first state", |_| true);
    site.edit(
        private,
        "home = \"Số nhà 7, ngõ Giếng Cổ\"",
        "home = [\"Số nhà 7, ngõ Giếng Cổ\"]",
    );
    let state = events
        .until("an error", |now| !now["trouble"].is_null())
        .to_string();
    assert!(state.contains(&format!("{private}:")), "{state}");
    assert!(
        state.contains("not quoted") && !state.contains("Giếng"),
        "{state}"
    );
}

#[test]
fn a_site_that_is_broken_from_the_start_appears_when_it_is_mended() {
    let site = Site::small();
    let good = site.read(ROSTER);
    site.write(ROSTER, "place = ");
    let preview = Preview::start(&site, &[]);
    let waiting = preview.get("/");
    assert_eq!(waiting.status, 503);
    assert!(waiting.text().contains("No site yet"), "{}", waiting.text());
    let mut events = preview.listen();
    let broken = events.until("an error", |now| !now["trouble"].is_null());
    assert_eq!(broken["page"].as_str(), Some(&*waiting.mark()));
    save(&site, ROSTER, &good);
    let mended = events.newer(&broken, "a first site");
    assert!(mended["trouble"].is_null());
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn an_interrupt_ends_it_in_order() {
    let site = Site::small();
    let mut preview = Preview::start(&site, &[]);
    let mut events = preview.listen();
    events.until("the first state", |_| true);
    assert_eq!(entries(&site.path("tmp")), 1);
    assert_eq!(preview.interrupt(), Some(0));
    assert_eq!(
        entries(&site.path("tmp")),
        0,
        "the temporary folder is gone"
    );
    assert!(events.next().is_none(), "the stream ends");
}

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).expect("a folder").count()
}

#[test]
fn a_port_that_is_taken_and_a_folder_without_a_site_are_faults() {
    let site = Site::small();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("bound").port().to_string();
    let run = site.run(&["serve", "--port", &port]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--port"), "{}", run.stderr);
    let run = site.run(&["serve", "--port", "0", "--root", "nowhere"]);
    assert_eq!(run.code, 2, "{run:?}");
}
