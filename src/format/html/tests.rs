//! Tests over whole themes and pages.

mod decree;
mod glossary;
mod interface;
mod machines;
mod sample;
mod style;

use std::{fs, path::Path, sync::Arc};

use super::{Assets, Html, Pages, Theme, embedded, key::Key, lexicon, shared::Shared};
use crate::{
    diag::{Diagnostic, FileId, Lang, SourceMap},
    markdown::Labels,
    plan::{Format, Inside, Locking, SitePlan, plan},
    publish::PublicSite,
    source::{SourceFile, SourceKind, Sources},
};

fn sources(files: &[(&str, SourceKind, &str)]) -> Sources {
    let file = |(path, kind, text): &(&str, SourceKind, &str)| SourceFile {
        path: (*path).into(),
        kind: *kind,
        text: (*text).into(),
    };
    let mut sources = Sources::default();
    sources
        .files
        .push(file(&("data/site.toml", SourceKind::Site, "")));
    sources.files.extend(files.iter().map(file));
    sources
}

fn theme(sources: &Sources) -> (Arc<Theme>, Vec<String>) {
    let (theme, report) = Theme::load(sources, "ours").unwrap();
    let shown = report.diagnostics().iter().map(|d| shown(d, sources));
    (Arc::new(theme), shown.collect())
}

/// A diagnostic in one line: code, place, words, help.
fn shown(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let finding = &diagnostic.finding;
    let place = diagnostic.at.map(|span| {
        let text = &sources.text(span.file)[span.start as usize..span.end as usize];
        format!("{}[{text}]", sources.path(span.file))
    });
    let help = finding.help(Lang::En).unwrap_or_default();
    format!(
        "{} {} {} ({help})",
        finding.code(),
        place.unwrap_or_default(),
        finding.words(Lang::En)
    )
}

fn planned<'a>(
    site: &'a PublicSite,
    theme: &Arc<Theme>,
    sources: &Sources,
) -> (SitePlan<'a>, Vec<Box<dyn Format>>) {
    let formats: Vec<Box<dyn Format>> = vec![
        Box::new(Html::new(Arc::new(Pages::new(theme.clone(), None)))),
        Box::new(Assets::new(theme.clone())),
    ];
    let (plan, _) = plan(site, Vec::new(), &formats, Locking::Record, sources);
    (plan, formats)
}

/// All pages of the sample site by path, or the first finding.
fn rendered(sources: &Sources) -> Result<Vec<(String, String)>, String> {
    let (theme, found) = theme(sources);
    if let Some(first) = found.into_iter().next() {
        return Err(first);
    }
    let site = sample::site(2, 6);
    let (plan, formats) = planned(&site, &theme, sources);
    let mut pages = Vec::new();
    for output in &plan.outputs {
        let mut out = Vec::new();
        let result = formats[output.format].render(&plan, output, &mut out, &mut Inside::default());
        result.map_err(|found| shown(&found, sources))?;
        pages.push((
            output.path.to_string(),
            String::from_utf8_lossy(&out).into(),
        ));
    }
    Ok(pages)
}

fn page(path: &str) -> String {
    let pages = rendered(&plain()).unwrap();
    let found = pages.iter().find(|(at, _)| at == path);
    found
        .unwrap_or_else(|| {
            panic!(
                "no {path} among {:?}",
                pages.iter().map(|(at, _)| at).collect::<Vec<_>>()
            )
        })
        .1
        .clone()
}

fn plain() -> Sources {
    sources(&[("themes/ours/i18n/vi.toml", SourceKind::Words, "")])
}

#[test]
fn a_village_leads_to_a_call_and_never_to_a_blank() {
    let first = page("danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-1.html");
    assert!(
        first.contains(
            r#"<a class="btn main" href="tel:+84900000101"><span>Gọi <span class="nw">0900 000 101"#
        ),
        "{first}"
    );
    let withheld = page("danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-3.html");
    assert!(withheld.contains("Số máy không công khai"), "{withheld}");
    assert!(
        withheld.contains(r#"<a class="btn main" href="tel:+842370001001"><span>Gọi trực ban"#),
        "{withheld}"
    );
    let unset = page("danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-6.html");
    assert!(
        unset.contains(r#"<p class="st unset">Chưa thành lập</p>"#),
        "{unset}"
    );
    let absent = page("danh-ba/huyen-tho-xuan/xa-xuan-lap.html");
    assert!(
        absent.contains("Chưa có dữ liệu") && absent.contains(r#"class="btn main" href="tel:113""#),
        "{absent}"
    );
}

#[test]
fn a_commune_shows_its_board_its_chain_and_what_became_of_it() {
    let text = page("danh-ba/huyen-tho-xuan/xa-xuan-hoa.html");
    for wanted in [
        "Trang này không tiếp nhận tin báo, tố giác.",
        "Trưởng thôn: 6 người",
        "Trưởng thôn đề nghị → Trưởng Công an huyện thống nhất → Chủ tịch UBND xã quyết định.",
        r##"href="../../de-an/375-2008/quy-dinh.html#p2-ii-1-dd""##,
        "Từ 01/7/2025, xã Xuân Hòa cùng xã Xuân Lập lập thành xã Xuân Hòa (mới).",
        "Kiểm tra lại trước 01/01/2009.",
        r#"<link rel="alternate" hreflang="en" href="https://binhyen.example/en/danh-ba/huyen-tho-xuan/xa-xuan-hoa.html">"#,
        r#"<a class="way lang" href="../../en/danh-ba/huyen-tho-xuan/xa-xuan-hoa.html" lang="en" hreflang="en">English</a>"#,
        "Báo văn phòng UBND, 0237 000 1000",
        "Ban chỉ đạo còn khuyết một thành viên",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
}

#[test]
fn the_page_not_found_links_from_the_root() {
    let text = page("404.html");
    assert!(
        text.contains(r#"href="https://binhyen.example/assets/site."#),
        "{text}"
    );
    assert!(!text.contains("href=\"../"), "{text}");
}

#[test]
fn words_are_complete_level_and_used() {
    let templates: String = embedded::TEMPLATES.iter().map(|(_, text)| *text).collect();
    let scripts = embedded::ASSETS
        .iter()
        .filter(|(name, _)| name.ends_with(".js"));
    let scripts: String = scripts
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    let vi = lexicon::embedded(embedded::words(Lang::Vi)).unwrap();
    let en = lexicon::embedded(embedded::words(Lang::En)).unwrap();
    for (key, word) in &vi {
        let there = en
            .get(key)
            .unwrap_or_else(|| panic!("`{key}` has no English"));
        assert_eq!(word.holes(), there.holes(), "holes of `{key}`");
        let spoken =
            Key::ALL.iter().any(|(_, name)| *name == &**key) || Labels::NAMES.contains(&&**key);
        let template = templates
            .split(&format!("t.{key}"))
            .skip(1)
            .any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_'));
        let scripted = key.strip_prefix("find_").is_some_and(|key| {
            let said = [format!("say.{key}"), format!("\"{key}\"")];
            key == "post" || said.iter().any(|said| scripts.contains(&**said))
        });
        // Paper has its own test.
        let printed = key.starts_with("print_");
        assert!(
            spoken || template || scripted || printed,
            "`{key}` is used nowhere"
        );
    }
    assert_eq!(vi.len(), en.len());
    for rest in templates.split(|c: char| " {}()=,<>".contains(c)) {
        if let Some(key) = rest.strip_prefix("t.") {
            assert!(vi.contains_key(key), "templates use `t.{key}`");
        }
    }
}

#[test]
fn the_style_sheet_is_small_and_prints_buttons_as_text() {
    let pages = rendered(&plain()).unwrap();
    let css = pages
        .iter()
        .find(|(path, _)| path.contains("site.") && path.ends_with(".css"))
        .unwrap();
    assert!(css.1.len() <= 22 * 1024, "{} bytes", css.1.len());
    let print = css.1.split("@media print").nth(1).unwrap();
    let button = print
        .split(".btn{")
        .nth(1)
        .and_then(|rest| rest.split('}').next());
    let button = button.unwrap();
    // A filled button would print black on black.
    assert!(
        button.contains("background:none") && button.contains("color:#000"),
        "{button}"
    );
}

#[test]
fn a_site_replaces_one_template_and_one_word() {
    let sources = sources(&[
        (
            "themes/ours/templates/not-found.html",
            SourceKind::Template,
            "{{ t.call }} {{ p.title }}",
        ),
        (
            "themes/ours/i18n/vi.toml",
            SourceKind::Words,
            "call = \"Bấm gọi\"\n",
        ),
    ]);
    let pages = rendered(&sources).unwrap();
    let lost = pages.iter().find(|(path, _)| path == "404.html").unwrap();
    assert_eq!(lost.1, "Bấm gọi Không có trang này");
}

#[test]
fn what_is_wrong_in_a_theme_is_pointed_at() {
    let template = |name: &str, text: &str| {
        rendered(&sources(&[(
            &format!("themes/ours/templates/{name}"),
            SourceKind::Template,
            text,
        )]))
        .unwrap_err()
    };
    assert_eq!(
        template("page.html", "<p>{{ v.tilte }}</p>"),
        "T003 themes/ours/templates/page.html[tilte] the template `page.html` uses `tilte`, which the page `gioi-thieu.html` does not have (did you mean `title`?)"
    );
    let fragment = template("footer.html", "{{ site.titel }}");
    assert!(
        fragment.starts_with("T003 themes/ours/templates/footer.html[titel]"),
        "{fragment}"
    );
    let syntax = template("page.html", "chào {% if %}");
    assert!(
        syntax.starts_with("T001 themes/ours/templates/page.html["),
        "{syntax}"
    );
    let missing = template("page.html", "{% extends \"bse.html\" %}");
    assert!(
        missing.contains("needs the template `bse.html`")
            && missing.ends_with("(did you mean `base.html`?)"),
        "{missing}"
    );
    let filter = template("page.html", "chào {{ v.title | uper }}");
    assert!(
        filter.starts_with("T001 themes/ours/templates/page.html["),
        "{filter}"
    );
    let stray = template("comune.html", "x");
    assert!(
        stray.starts_with("T005") && stray.ends_with("(did you mean `commune.html`?)"),
        "{stray}"
    );
    let words = |text: &str| {
        rendered(&sources(&[(
            "themes/ours/i18n/vi.toml",
            SourceKind::Words,
            text,
        )]))
        .unwrap_err()
    };
    assert_eq!(
        words("cal = \"x\""),
        "T006 themes/ours/i18n/vi.toml[cal] the interface has no word called `cal` (did you mean `call`?)"
    );
    assert!(words("as_of = \"x\"").ends_with("(wanted: \"… {date} …\")"));
    assert!(words("as_of = ").starts_with("T008"));
    assert!(FileId(0) < FileId(1));
}

/// Writes the sample site to the folder in `BINHYEN_SAMPLE`, to look at it, and says what pages weigh.
#[test]
#[ignore = "for the eye"]
fn write_sample() {
    let Some(folder) = std::env::var_os("BINHYEN_SAMPLE") else {
        return;
    };
    for (path, text) in rendered(&plain()).unwrap() {
        let path = Path::new(&folder).join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        println!("{:6} {}", text.len(), path.display());
        fs::write(path, text).unwrap();
    }
}

/// Seconds of processor time of this thread, so that busy neighbours do not count.
fn cpu() -> f64 {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = spent
        .split(' ')
        .next()
        .and_then(|first| first.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e9
}

/// What a page costs, view and template together. Run in release.
#[test]
#[ignore = "a measurement"]
fn speed() {
    let sources = plain();
    let (theme, _) = theme(&sources);
    let site = sample::site(500, 10);
    let (plan, formats) = planned(&site, &theme, &sources);
    let mut out = Vec::with_capacity(1 << 16);
    for round in 0..3 {
        let (mut pages, mut bytes) = (0_u32, 0);
        let start = cpu();
        for output in &plan.outputs {
            out.clear();
            formats[output.format]
                .render(&plan, output, &mut out, &mut Inside::default())
                .unwrap();
            pages += 1;
            bytes += out.len();
        }
        let each = (cpu() - start) * 1e6 / f64::from(pages);
        println!(
            "round {round}: {pages} pages, {each:.1} µs and {} bytes a page",
            bytes / pages as usize
        );
    }
}

/// Where the time goes: view, then view and template. Run in release.
#[test]
#[ignore = "a measurement"]
fn stages() {
    let sources = plain();
    let (theme, _) = theme(&sources);
    let site = sample::site(200, 10);
    let (plan, formats) = planned(&site, &theme, &sources);
    let shared = Pages::new(theme.clone(), None);
    let pages: Vec<_> = plan
        .outputs
        .iter()
        .filter(|output| output.format == 0)
        .collect();
    for _ in 0..3 {
        let start = cpu();
        for output in &pages {
            let depth = |shared: &Shared| shared.depth(output);
            let ctx = shared.ctx(&plan, output, depth, super::view::Binding::Bound);
            assert!(super::view::build(&ctx).is_some());
        }
        let views = (cpu() - start) * 1e6 / pages.len() as f64;
        let mut out = Vec::new();
        let start = cpu();
        for output in &pages {
            out.clear();
            formats[0]
                .render(&plan, output, &mut out, &mut Inside::default())
                .unwrap();
        }
        let all = (cpu() - start) * 1e6 / pages.len() as f64;
        println!("views {views:.1} µs, all {all:.1} µs a page");
    }
}
