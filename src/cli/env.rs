//! The one place where the clock, the environment and the terminal are asked; all else is passed down.

use std::{
    env, io,
    io::IsTerminal,
    path::PathBuf,
    time::{Duration, Instant},
};

use chrono::{DateTime, Local, NaiveDate};
use rustix::fs::{Access, access, statvfs};

use crate::diag::{
    Fault, Lang,
    show::{Audience, Colour},
};

/// What the program knows of the world around it.
#[derive(Debug)]
pub struct Env {
    /// The language of the locale, when it is one of ours.
    pub lang: Option<Lang>,
    /// `SOURCE_DATE_EPOCH`, else today.
    pub day: NaiveDate,
    /// The current folder.
    pub folder: PathBuf,
    /// The folder for temporary files: `TMPDIR`, else one in memory, else the usual one.
    pub temporary: PathBuf,
    /// Where standard output goes.
    pub out: Stream,
    /// Where standard error goes.
    pub err: Stream,
    /// When the program began.
    began: Instant,
}

/// Where a stream goes, and how it may be written to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stream {
    /// Who reads it.
    pub audience: Audience,
    /// Whether it takes colours.
    pub colour: Colour,
}

impl Env {
    /// Asks once.
    ///
    /// # Errors
    /// When the current folder is gone, or `SOURCE_DATE_EPOCH` is set to something that is no time.
    pub fn read() -> Result<Self, Fault> {
        let folder = env::current_dir().map_err(|error| Fault::io(("đọc", "read"), ".", error))?;
        let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let plain = variable("NO_COLOR").is_some() || variable("TERM").as_deref() == Some("dumb");
        let day = match variable("SOURCE_DATE_EPOCH") {
            Some(seconds) => epoch_day(&seconds).ok_or_else(|| no_epoch(&seconds))?,
            None => Local::now().date_naive(),
        };
        Ok(Env {
            lang: locale(variable),
            day,
            folder,
            temporary: match variable("TMPDIR") {
                Some(folder) => folder.into(),
                None => memory().unwrap_or_else(env::temp_dir),
            },
            out: stream(io::stdout().is_terminal(), plain),
            err: stream(io::stderr().is_terminal(), plain),
            began: Instant::now(),
        })
    }

    /// How long the program has been running.
    pub fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }
}

/// The language of `LC_ALL`, `LC_MESSAGES` or `LANG`: the first that is set decides, as POSIX says.
fn locale(variable: impl Fn(&str) -> Option<String>) -> Option<Lang> {
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(variable)?;
    name.split(['_', '.', '@', '-']).next()?.parse().ok()
}

/// A folder in memory, where there is one with room to spare: thousands of small files are written there many times
/// faster than to a disk.
fn memory() -> Option<PathBuf> {
    let folder = PathBuf::from("/dev/shm");
    let room = statvfs(&folder).ok()?;
    let free = room.f_bavail.saturating_mul(room.f_frsize);
    let ours = access(&folder, Access::WRITE_OK | Access::EXEC_OK).is_ok();
    (ours && free >= 1 << 30).then_some(folder)
}

/// The day of a number of seconds since 1970, in UTC so that every machine agrees.
fn epoch_day(seconds: &str) -> Option<NaiveDate> {
    let moment = DateTime::from_timestamp(seconds.trim().parse().ok()?, 0)?;
    Some(moment.date_naive())
}

/// A build that should be reproducible must not fall back to today.
fn no_epoch(seconds: &str) -> Fault {
    Fault::refused(
        format!("SOURCE_DATE_EPOCH là `{seconds}`, không phải số giây kể từ 1970"),
        format!("SOURCE_DATE_EPOCH is `{seconds}`, no number of seconds since 1970"),
    )
}

fn stream(terminal: bool, plain: bool) -> Stream {
    match (terminal, plain) {
        (false, _) => Stream::default(),
        (true, true) => Stream {
            audience: Audience::LocalTerminal,
            colour: Colour::Plain,
        },
        (true, false) => Stream {
            audience: Audience::LocalTerminal,
            colour: Colour::Ansi,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang_of(set: &[(&str, &str)]) -> Option<Lang> {
        locale(|name| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_first_locale_variable_decides() {
        assert_eq!(lang_of(&[("LANG", "vi_VN.UTF-8")]), Some(Lang::Vi));
        assert_eq!(
            lang_of(&[("LANG", "vi_VN"), ("LC_ALL", "en_GB.UTF-8")]),
            Some(Lang::En)
        );
        assert_eq!(
            lang_of(&[("LC_MESSAGES", "en"), ("LANG", "vi")]),
            Some(Lang::En)
        );
        assert_eq!(lang_of(&[("LC_ALL", "C.UTF-8"), ("LANG", "en_US")]), None);
        assert_eq!(lang_of(&[]), None);
    }

    #[test]
    fn an_epoch_is_a_day_in_utc() {
        assert_eq!(
            epoch_day("1216080000"),
            NaiveDate::from_ymd_opt(2008, 7, 15)
        );
        assert_eq!(
            epoch_day("1216166399"),
            NaiveDate::from_ymd_opt(2008, 7, 15)
        );
        assert_eq!(epoch_day("soon"), None);
    }
}
