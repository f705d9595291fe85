//! One bell for all that may happen: something changed, or it is time to stop. Rings between two waits are one ring, so
//! changes during a build are built once, after it.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Rung from any thread; one thread waits.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<(Mutex<Rung>, Condvar)>);

#[derive(Debug, Default)]
struct Rung {
    changed: bool,
    stop: bool,
}

/// What a wait ended with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Something changed, once or often.
    Change,
    /// Nothing, for as long as was waited.
    Nothing,
    /// It is time to stop.
    Stop,
}

impl Bell {
    /// Says that it is time to stop.
    pub fn stop(&self) {
        self.rung().stop = true;
        self.0.1.notify_all();
    }

    /// Says that something may have changed.
    pub(super) fn ring(&self) {
        self.rung().changed = true;
        self.0.1.notify_all();
    }

    /// Whether it has been rung since the last wait.
    pub(super) fn is_rung(&self) -> bool {
        let rung = self.rung();
        rung.changed || rung.stop
    }

    /// Waits for the next ring, and takes it.
    pub(super) fn wait(&self, longest: Duration) -> Heard {
        let silent = |rung: &mut Rung| !rung.changed && !rung.stop;
        let waited = self.0.1.wait_timeout_while(self.rung(), longest, silent);
        let (mut rung, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if rung.stop {
            Heard::Stop
        } else if std::mem::take(&mut rung.changed) {
            Heard::Change
        } else {
            Heard::Nothing
        }
    }

    /// Waits until nothing has changed for a while, but not for ever: a folder that never rests is built all the same.
    pub(super) fn settle(&self, quiet: Duration, longest: Duration) -> Heard {
        let began = Instant::now();
        loop {
            match self.wait(quiet) {
                Heard::Change if began.elapsed() < longest => {}
                Heard::Stop => return Heard::Stop,
                Heard::Change | Heard::Nothing => return Heard::Nothing,
            }
        }
    }

    fn rung(&self) -> MutexGuard<'_, Rung> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    const LONG: Duration = Duration::from_secs(60);
    const SHORT: Duration = Duration::from_millis(20);

    #[test]
    fn many_rings_are_heard_once() {
        let bell = Bell::default();
        assert_eq!(bell.wait(Duration::ZERO), Heard::Nothing);
        for _ in 0..1000 {
            bell.ring();
        }
        assert!(bell.is_rung());
        assert_eq!(bell.wait(LONG), Heard::Change);
        assert!(!bell.is_rung());
        assert_eq!(bell.wait(Duration::ZERO), Heard::Nothing);
    }

    #[test]
    fn stopping_comes_first_and_lasts() {
        let bell = Bell::default();
        bell.ring();
        bell.stop();
        assert_eq!(bell.wait(LONG), Heard::Stop);
        assert_eq!(bell.settle(LONG, LONG), Heard::Stop);
    }

    #[test]
    fn a_ring_wakes_the_one_who_waits() {
        let bell = Bell::default();
        let other = bell.clone();
        let waiting = thread::spawn(move || other.wait(LONG));
        bell.ring();
        assert_eq!(waiting.join().unwrap(), Heard::Change);
    }

    #[test]
    fn a_storm_is_waited_out_but_not_for_ever() {
        let bell = Bell::default();
        bell.ring();
        assert_eq!(bell.settle(SHORT, LONG), Heard::Nothing);
        assert!(!bell.is_rung(), "the storm is over");
        let storm = bell.clone();
        let blowing = thread::spawn(move || {
            while !storm.rung().stop {
                storm.ring();
                thread::yield_now();
            }
        });
        assert_eq!(bell.settle(LONG, SHORT), Heard::Nothing);
        bell.stop();
        blowing.join().unwrap();
    }
}
