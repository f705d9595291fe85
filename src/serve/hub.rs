//! What every open page should show now, and a place to wait for news of it.
//!
//! The whole state is told each time, never a step: a page that slept or missed something is right after one message.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use serde::Serialize;

use super::{change::Change, state::State};
use crate::diag::Fault;

/// The state, shared by all connections.
#[derive(Debug)]
pub(super) struct Hub {
    now: Mutex<Now>,
    news: Condvar,
    /// Tells this run from an earlier one on the same port: a page of that one has to load again.
    run: String,
}

#[derive(Debug)]
struct Now {
    version: u64,
    page: u64,
    style: u64,
    message: Arc<str>,
    closed: bool,
}

/// Which build a page was served from; a page whose marks are not the current ones is stale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Marks {
    /// Changes with everything but style sheets.
    pub page: String,
    /// Changes with style sheets alone.
    pub style: String,
}

/// What a wait ended with.
#[derive(Debug)]
pub(super) enum News {
    /// The state of a version.
    State(u64, Arc<str>),
    /// Nothing new.
    None,
    /// The preview ends.
    End,
}

#[derive(Serialize)]
struct Message<'s> {
    #[serde(flatten)]
    marks: Marks,
    #[serde(flatten)]
    state: &'s State,
}

impl Hub {
    /// A hub that begins with this state.
    ///
    /// # Errors
    /// As [`Hub::tell`].
    pub(super) fn new(state: &State) -> Result<Self, Fault> {
        let hub = Hub {
            now: Mutex::new(Now {
                version: 0,
                page: 0,
                style: 0,
                message: Arc::default(),
                closed: false,
            }),
            news: Condvar::new(),
            run: format!("{:08x}", RandomState::new().build_hasher().finish() >> 32),
        };
        hub.tell(Change::None, state)?;
        Ok(hub)
    }

    /// Takes a new state, and tells everyone who waits.
    ///
    /// # Errors
    /// When it cannot be written as JSON, which would be a bug.
    pub(super) fn tell(&self, change: Change, state: &State) -> Result<(), Fault> {
        let mut now = self.lock();
        match change {
            Change::None => {}
            Change::Style => now.style += 1,
            Change::Page => now.page += 1,
        }
        let marks = self.marks_of(&now);
        let message = serde_json::to_string(&Message { marks, state })
            .map_err(|error| Fault::io(("ghi", "write"), "JSON", error.into()))?;
        if *now.message != *message {
            now.message = message.into();
            now.version += 1;
            self.news.notify_all();
        }
        Ok(())
    }

    /// The marks of a page that is served now.
    pub(super) fn marks(&self) -> Marks {
        self.marks_of(&self.lock())
    }

    /// Waits for a state that is newer than a version, whose number is never 0.
    pub(super) fn wait(&self, version: u64, longest: Duration) -> News {
        let old = |now: &mut Now| now.version == version && !now.closed;
        let waited = self.news.wait_timeout_while(self.lock(), longest, old);
        let (now, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if now.closed {
            News::End
        } else if now.version == version {
            News::None
        } else {
            News::State(now.version, Arc::clone(&now.message))
        }
    }

    /// Sends everyone home.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.news.notify_all();
    }

    fn marks_of(&self, now: &Now) -> Marks {
        Marks {
            page: format!("{}.{}", self.run, now.page),
            style: format!("{}.{}", self.run, now.style),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;
    use std::thread;

    const LONG: Duration = Duration::from_secs(60);

    fn broken() -> State {
        State::fault(&Fault::refused("hỏng", "broken"), true, Lang::Vi)
    }

    #[test]
    fn who_comes_late_hears_the_state_and_no_history() {
        let hub = Hub::new(&State::good(0, Lang::Vi)).unwrap();
        hub.tell(Change::Page, &broken()).unwrap();
        hub.tell(Change::Style, &State::good(0, Lang::Vi)).unwrap();
        let News::State(version, message) = hub.wait(0, Duration::ZERO) else {
            panic!("there is a state");
        };
        let marks = hub.marks();
        assert!(message.contains(&marks.page) && message.contains(&marks.style));
        assert!(!message.contains("hỏng") && !message.contains('\n'));
        assert!(matches!(hub.wait(version, Duration::ZERO), News::None));
    }

    #[test]
    fn marks_change_with_what_changed_and_the_same_state_is_no_news() {
        let hub = Hub::new(&State::good(1, Lang::Vi)).unwrap();
        let first = hub.marks();
        let News::State(version, _) = hub.wait(0, Duration::ZERO) else {
            panic!("there is a state");
        };
        hub.tell(Change::None, &State::good(1, Lang::Vi)).unwrap();
        assert_eq!(hub.marks(), first);
        assert!(matches!(hub.wait(version, Duration::ZERO), News::None));
        hub.tell(Change::Style, &State::good(1, Lang::Vi)).unwrap();
        let second = hub.marks();
        assert!(second.page == first.page && second.style != first.style);
        hub.tell(Change::Page, &State::good(1, Lang::Vi)).unwrap();
        assert!(hub.marks().page != first.page);
        let other = Hub::new(&State::good(1, Lang::Vi)).unwrap();
        assert_ne!(other.marks(), first, "another run");
    }

    #[test]
    fn news_and_the_end_wake_who_waits() {
        let hub = Arc::new(Hub::new(&State::good(0, Lang::En)).unwrap());
        let wait = |version| {
            let hub = Arc::clone(&hub);
            thread::spawn(move || hub.wait(version, LONG))
        };
        let first = wait(1);
        hub.tell(Change::None, &broken()).unwrap();
        assert!(matches!(first.join().unwrap(), News::State(2, _)));
        let second = wait(2);
        hub.close();
        assert!(matches!(second.join().unwrap(), News::End));
    }
}
