//! The whole way from the site folder to the published site, phase by phase.

use std::sync::Arc;

use rayon::ThreadPoolBuilder;

use super::{
    Addresses, Built, Bundle, Form, Job, Outcome, Phase, Progress, Request, Target, bundle, commit,
    destination, manifest, packed,
    render::{self, Work},
    stage::Stage,
};
use crate::{
    check,
    diag::{Fault, Lang, Report},
    format::{
        card::{Captions, Card},
        feed::Feed,
        files::Files,
        html::{Assets, Html, Key, Offline, Pages, Standalone, Theme},
        robots::Robots,
        search::{self, Said, Search, Usage},
        sitemap::Sitemap,
        vcard::{self, VCard},
    },
    parse,
    plan::{self, Collector, Format, Locking, SitePlan},
    publish::{self, GuardBuilder, PublicSite},
    source::{self, Sources},
};

/// Checks a site, or builds it.
///
/// # Errors
/// A [`Fault`] when going on is impossible; what is wrong with the content is in the report.
pub fn site(request: &Request, progress: &dyn Progress) -> Result<Outcome, Fault> {
    let threads = request.threads.map_or(0, std::num::NonZeroUsize::get);
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| {
            Fault::refused(
                format!("không tạo được luồng xử lý: {error}"),
                format!("cannot start threads: {error}"),
            )
        })?;
    pool.install(|| run(request, progress))
}

fn run(request: &Request, progress: &dyn Progress) -> Result<Outcome, Fault> {
    // What cannot be written to is known before any work is done.
    let destination = match &request.job {
        Job::Build(target) => Some((target, destination::examine(&target.out, &request.root)?)),
        Job::Check => None,
    };
    progress.phase(Phase::Read, None);
    let (sources, mut report) = source::read(&request.root)?;
    let Some((site, seen)) = public(request, &sources, progress, &mut report) else {
        return Ok(unbuilt(sources, report));
    };
    progress.phase(Phase::Plan, None);
    // What must not appear is put in order meanwhile: it is asked for once there is something to scan.
    let (guard, ready) = rayon::join(
        || seen.build(),
        || ready(request, &site, &sources, &mut report),
    );
    let ready = ready?;
    for span in guard.weak() {
        report.push(*span, super::findings::Weak {});
    }
    let built = match destination {
        Some((target, destination)) if !request.deny.stops(&report) => {
            let stage = Stage::open(destination)?;
            let work = Work {
                plan: &ready.plan,
                formats: &ready.formats,
                collectors: &ready.collectors,
                guard: &guard,
                stage: &stage,
                theme: &ready.theme,
                progress,
            };
            publish_plan(request, target, &work, &mut report)?
        }
        _ => None,
    };
    drop(ready);
    Ok(Outcome {
        sources,
        report,
        built,
    })
}

/// What rendering begins with.
struct Ready<'s> {
    theme: Arc<Theme>,
    collectors: Vec<Box<dyn Collector>>,
    formats: Vec<Box<dyn Format>>,
    plan: SitePlan<'s>,
}

/// The theme, the forms asked for, and the plan of the site.
fn ready<'s>(
    request: &Request,
    site: &'s PublicSite,
    sources: &Sources,
    report: &mut Report,
) -> Result<Ready<'s>, Fault> {
    let name = &site.info.theme;
    let (theme, found) = Theme::load(sources, name)?;
    report.merge(found);
    let files = Files::gather(sources);
    let paths = files.paths();
    let (forms, theme) = (request.job.forms(), Arc::new(theme));
    let collectors = collectors(forms, &theme, sources, name, report)?;
    let packed = packed::formats(forms, &theme, sources, name);
    let pages = pages(forms, request.job.bundle(), &theme);
    let formats = formats(forms, Arc::clone(&theme), pages, packed, files);
    let locking = locking(&request.job, report);
    let (plan, found) = plan::plan(site, paths, &formats, locking, sources);
    report.merge(found);
    super::paths::check(&plan.outputs, report);
    Ok(Ready {
        theme,
        collectors,
        formats,
        plan,
    })
}

fn unbuilt(sources: Sources, report: Report) -> Outcome {
    Outcome {
        sources,
        report,
        built: None,
    }
}

/// Everything up to the gate. `None` when what is wrong forbids going on; all that can be found has been.
fn public(
    request: &Request,
    sources: &Sources,
    progress: &dyn Progress,
    report: &mut Report,
) -> Option<(PublicSite, GuardBuilder)> {
    progress.phase(Phase::Parse, None);
    let (draft, found) = parse::parse(sources);
    report.merge(found);
    progress.phase(Phase::Check, None);
    let written = draft
        .site
        .as_ref()
        .and_then(|site| site.as_of)
        .map(|day| day.value);
    let (registry, found) = check::check(draft, sources, request.day.choose(written));
    report.merge(found);
    progress.phase(Phase::Publish, None);
    let (site, seen, found) = publish::publish(registry?);
    report.merge(found);
    publish::provenance(&site, sources, report);
    Some((site, seen))
}

fn locking(job: &Job, report: &Report) -> Locking {
    match job {
        _ if report.has_errors() => Locking::Ignore,
        Job::Build(Target {
            addresses: Addresses::Locked,
            ..
        }) => Locking::Refuse,
        _ => Locking::Record,
    }
}

/// The collectors asked for, and those that every site has; the last one names the build by all its pages.
fn collectors(
    forms: &[Form],
    theme: &Arc<Theme>,
    sources: &Sources,
    name: &str,
    report: &mut Report,
) -> Result<Vec<Box<dyn Collector>>, Fault> {
    let usage = Usage::load(sources, name, report)?;
    let mut collectors: Vec<Box<dyn Collector>> = vec![Box::new(Sitemap), Box::new(Robots)];
    if forms.contains(&Form::Search) {
        let words = Lang::ALL.map(|lang| scripted(theme, lang));
        collectors.push(Box::new(Search::new(words, usage)));
    }
    collectors.push(Box::new(Offline::new(Arc::clone(theme))));
    Ok(collectors)
}

/// The words that the finder speaks.
fn scripted(theme: &Theme, lang: Lang) -> search::Words {
    let words = theme.words(lang).scripted().iter();
    let said = words.map(|(key, word)| {
        let said = match word.written() {
            (text, None) => Said::Plain(text),
            (other, Some(one)) => Said::Counted(one, other),
        };
        (key.to_string(), said)
    });
    said.collect()
}

/// What pages are made with: the index that they search, and the archive that they offer, where these are made.
fn pages(forms: &[Form], bundle: Bundle, theme: &Arc<Theme>) -> Pages {
    let catalogue: Option<fn(Lang) -> String> =
        forms.contains(&Form::Search).then_some(search::catalogue);
    let offered = (bundle == Bundle::Packed).then_some(bundle::NAME);
    Pages::new(Arc::clone(theme), catalogue).offering(offered)
}

/// The formats asked for, the packed ones among them, and those that every site has.
fn formats(
    forms: &[Form],
    theme: Arc<Theme>,
    pages: Pages,
    packed: Vec<Box<dyn Format>>,
    files: Files,
) -> Vec<Box<dyn Format>> {
    let pages = Arc::new(pages);
    let asked = Form::ALL.iter().filter(|form| forms.contains(form));
    let mut formats: Vec<Box<dyn Format>> = asked
        .filter_map(|form| format(*form, &theme, &pages))
        .collect();
    formats.extend(packed);
    formats.push(Box::new(Assets::new(theme)));
    formats.push(Box::new(files));
    formats
}

/// The format of a form; the search index is made by a collector, and packed forms are made apart.
fn format(form: Form, theme: &Theme, pages: &Arc<Pages>) -> Option<Box<dyn Format>> {
    Some(match form {
        Form::Html => Box::new(Html::new(Arc::clone(pages))),
        Form::Standalone => Box::new(Standalone::new(Arc::clone(pages))),
        Form::Feed => Box::new(Feed::new(
            Lang::ALL.map(|lang| theme.corrections(lang).to_owned()),
            Lang::ALL.map(|lang| theme.words(lang).labels().clone()),
        )),
        Form::Card => Box::new(Card::new(Lang::ALL.map(|lang| captions(theme, lang)))),
        Form::VCard => Box::new(VCard::new(Lang::ALL.map(|lang| contacts(theme, lang)))),
        // The search index is made by a collector, and packed forms apart.
        _ => return None,
    })
}

fn captions(theme: &Theme, lang: Lang) -> Captions {
    let word = |key| theme.words(lang).get(key).to_owned();
    Captions {
        sample: word(Key::CardSample),
        books: word(Key::NavBooks),
        campaign: word(Key::NavCampaign),
    }
}

fn contacts(theme: &Theme, lang: Lang) -> vcard::Words {
    let words = theme.words(lang);
    let word = |key| words.get(key).to_owned();
    vcard::Words {
        sample: format!(
            "{} {}",
            words.get(Key::SampleTitle),
            words.get(Key::SampleText)
        ),
        duty: words.open(Key::CardDuty),
        office: words.open(Key::CardOffice),
        head: word(Key::UnitHead),
        again: words.open(Key::CheckAgain),
        replaced: word(Key::ReplacedShort),
        since: words.open(Key::Since),
    }
}

/// Renders, and commits when nothing forbids it.
fn publish_plan(
    request: &Request,
    target: &Target,
    work: &Work,
    report: &mut Report,
) -> Result<Option<Built>, Fault> {
    let mut files = render::render(work, report)?;
    if target.bundle == Bundle::Packed && !request.deny.stops(report) {
        bundle::bundle(work, &mut files, report)?;
    }
    if request.deny.stops(report) {
        return Ok(None);
    }
    work.progress.phase(Phase::Commit, None);
    let done = commit::commit(work.stage, &files, target.commit)?;
    if target.addresses != Addresses::Unrecorded {
        record_addresses(request, work.plan)?;
    }
    let outputs = &work.plan.outputs;
    let pages = outputs.iter().filter(|output| output.is_page());
    Ok(Some(Built {
        pages: pages.count(),
        changed: done.pages,
        written: done.written,
        removed: done.removed,
    }))
}

/// The lock follows the commit: an address stands in it once it has been published.
fn record_addresses(request: &Request, plan: &SitePlan) -> Result<(), Fault> {
    match &plan.new_lock {
        Some(text) => manifest::replace(&request.root.join("data/addresses.lock"), text.as_bytes()),
        None => Ok(()),
    }
}

/// The ids of the formats and of the collectors that are made for these forms.
#[cfg(test)]
pub(super) fn ids(forms: &[Form]) -> Result<[Vec<&'static str>; 2], Fault> {
    let (sources, mut report) = (Sources::default(), Report::default());
    let theme = Arc::new(Theme::load(&sources, "default")?.0);
    let collectors = collectors(forms, &theme, &sources, "default", &mut report)?;
    let packed = packed::formats(forms, &theme, &sources, "default");
    let pages = pages(forms, Bundle::None, &theme);
    let formats = formats(forms, theme, pages, packed, Files::gather(&sources));
    Ok([
        formats.iter().map(|format| format.spec().id).collect(),
        collectors.iter().map(|collector| collector.id()).collect(),
    ])
}
