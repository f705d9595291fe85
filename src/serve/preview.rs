//! The loop of a preview: wait, look, build, tell. One thread, so there are never two builds at once.

use std::{path::PathBuf, sync::Arc, time::Duration};

use super::{
    Bell, Port,
    bell::Heard,
    change::{self, Change},
    http::{Server, Site},
    hub::Hub,
    port,
    scratch::Scratch,
    state::State,
    watch::Watch,
};
use crate::{
    build::{Addresses, Bundle, Commit, Form, Job, Outcome, Request, Target},
    diag::{Fault, Lang},
    source::Stamp,
};

/// How long nothing may be written before a build begins: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(40);

/// How long a build is put off while files go on changing: a large checkout takes a while.
const LONGEST: Duration = Duration::from_secs(2);

/// How often the sources are looked at although nothing rang.
const ROUND: Duration = Duration::from_secs(2);

/// What is previewed, and how.
#[derive(Clone, Debug)]
pub struct Preview<'a> {
    /// What to build; its job is the preview's own.
    pub request: Request,
    /// The forms of output to make.
    pub forms: Vec<Form>,
    /// Where to listen.
    pub port: Port,
    /// The folder for temporary files.
    pub temporary: PathBuf,
    /// The language of the preview.
    pub lang: Lang,
    /// What stands before the path of a source, as the caller names it.
    pub base: &'a str,
}

/// Who runs a preview: does the builds, since it has the clock, and speaks to people. Always on the calling thread.
pub trait Operator {
    /// Builds once.
    ///
    /// # Errors
    /// That of the build.
    fn build(&mut self, request: &Request) -> Result<Outcome, Fault>;

    /// Tells what came of the last build; its findings are in reading order.
    ///
    /// # Errors
    /// When nobody can be told.
    fn tell(&mut self, outcome: Outcome) -> Result<(), Fault>;

    /// Tells that a rebuild could not be carried out; the preview goes on.
    ///
    /// # Errors
    /// When nobody can be told.
    fn lament(&mut self, fault: &Fault) -> Result<(), Fault>;

    /// Tells where the preview can be seen.
    ///
    /// # Errors
    /// When nobody can be told.
    fn open(&mut self, address: &str) -> Result<(), Fault>;
}

/// Previews a site until the bell says stop.
///
/// # Errors
/// A [`Fault`] when the port cannot be had, the first build cannot be carried out, or nobody can be told. Findings are
/// no reason to end.
pub fn serve(preview: &Preview, bell: &Bell, operator: &mut dyn Operator) -> Result<(), Fault> {
    let (listener, address) = port::listen(preview.port)?;
    let scratch = Scratch::make(&preview.temporary)?;
    let mut desk = Desk::open(preview, &scratch, bell, operator)?;
    let server = Server::start(listener, address, &desk.site)?;
    desk.operator.open(&format!("http://{address}/"))?;
    let ended = desk.run();
    drop(server);
    ended
}

/// Everything the loop works with.
struct Desk<'d> {
    preview: &'d Preview<'d>,
    bell: &'d Bell,
    operator: &'d mut dyn Operator,
    request: Request,
    watch: Watch,
    site: Arc<Site>,
    /// The sources as they were at the last build, whatever came of it; `None` when they could not be looked at.
    seen: Option<Stamp>,
    /// The sources of the site that can be seen, once there is one.
    shown: Option<Stamp>,
}

impl<'d> Desk<'d> {
    /// Builds for the first time.
    fn open(
        preview: &'d Preview<'d>,
        scratch: &Scratch,
        bell: &'d Bell,
        operator: &'d mut dyn Operator,
    ) -> Result<Self, Fault> {
        let folder = scratch.site()?;
        let request = Request {
            job: Job::Build(Target {
                out: folder.clone(),
                addresses: Addresses::Unrecorded,
                commit: Commit::FileByFile,
                bundle: Bundle::None,
                forms: preview.forms.clone(),
            }),
            ..preview.request.clone()
        };
        let watch = Watch::new(&request.root, bell);
        let hub = Hub::new(&State::good(0, preview.lang))?;
        let lang = preview.lang;
        let mut desk = Desk {
            preview,
            bell,
            operator,
            request,
            watch,
            site: Arc::new(Site { folder, hub, lang }),
            seen: None,
            shown: None,
        };
        let stamp = desk.look();
        let outcome = desk.operator.build(&desk.request)?;
        desk.take(stamp, outcome)?;
        Ok(desk)
    }

    /// Waits, looks and builds until it is time to stop.
    fn run(&mut self) -> Result<(), Fault> {
        loop {
            let heard = self.bell.wait(ROUND);
            let settled = match heard {
                Heard::Change => self.bell.settle(QUIET, LONGEST),
                other => other,
            };
            if settled == Heard::Stop {
                return Ok(());
            }
            let stamp = self.look();
            if stamp != self.seen {
                if heard == Heard::Nothing {
                    // Something was written, and nobody rang.
                    self.watch.renew();
                }
                self.rebuild(stamp)?;
            }
        }
    }

    /// The sources as they are now. What is written from here on rings.
    fn look(&mut self) -> Option<Stamp> {
        self.watch.keep_up();
        Stamp::take(&self.request.root).ok()
    }

    fn rebuild(&mut self, stamp: Option<Stamp>) -> Result<(), Fault> {
        match self.operator.build(&self.request) {
            Ok(outcome) => self.take(stamp, outcome),
            // A folder that is being replaced is gone for a moment: no fault, just too early.
            Err(_) if self.bell.is_rung() => Ok(()),
            Err(fault) => {
                let state = State::fault(&fault, self.shown.is_some(), self.preview.lang);
                self.site.hub.tell(Change::None, &state)?;
                self.seen = stamp;
                self.operator.lament(&fault)
            }
        }
    }

    /// Takes what came of a build of these sources, and tells everyone.
    fn take(&mut self, stamp: Option<Stamp>, mut outcome: Outcome) -> Result<(), Fault> {
        outcome.report.sort(&outcome.sources);
        let change = match outcome.built {
            Some(built) => {
                let new = stamp.clone().unwrap_or_default();
                let old = self.shown.replace(new.clone());
                old.map_or(Change::Page, |old| change::between(&old, &new, built))
            }
            None => Change::None,
        };
        let Preview {
            request,
            lang,
            base,
            ..
        } = self.preview;
        let standing = self.shown.is_some();
        let state = State::of(&outcome, request.deny, standing, *lang, base);
        self.site.hub.tell(change, &state)?;
        self.seen = stamp;
        self.operator.tell(outcome)
    }
}
