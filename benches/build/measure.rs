//! Runs one program and measures it from outside: seconds, peak memory, and the phases it says it spent them on.

use std::{
    fs::{self, File},
    path::Path,
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

/// One run.
#[derive(Debug, Default)]
pub struct Run {
    /// Wall-clock time.
    pub seconds: f64,
    /// Peak resident memory in bytes, where the system tells.
    pub peak: Option<u64>,
    /// Phases and their seconds, as the program printed them.
    pub phases: Vec<(String, f64)>,
}

/// Runs a command whose output goes to files in `scratch`; a failure gives the end of what it printed.
pub fn run(command: &mut Command, scratch: &Path) -> Result<Run, String> {
    let paths = [scratch.join("stdout"), scratch.join("stderr")];
    let open = |path| File::create(path).map_err(|e| format!("{}: {e}", scratch.display()));
    command
        .stdin(Stdio::null())
        .stdout(open(&paths[0])?)
        .stderr(open(&paths[1])?);
    let start = Instant::now();
    let mut child = command
        .spawn()
        .map_err(|e| format!("{}: {e}", command.get_program().display()))?;
    let process = format!("/proc/{}/status", child.id());
    let ended = AtomicBool::new(false);
    let (status, seconds, peak) = thread::scope(|scope| {
        let watcher = scope.spawn(|| watch(&process, &ended));
        let status = child.wait();
        let seconds = start.elapsed().as_secs_f64();
        ended.store(true, Ordering::Release);
        (status, seconds, watcher.join().unwrap_or_default())
    });
    let printed: String = paths
        .iter()
        .map(|path| fs::read_to_string(path).unwrap_or_default())
        .collect();
    match status {
        Ok(status) if status.success() => Ok(Run {
            seconds,
            peak,
            phases: printed.lines().filter_map(phase).collect(),
        }),
        Ok(status) => Err(format!("{status}\n{}", tail(&printed))),
        Err(e) => Err(e.to_string()),
    }
}

/// A line such as `parse 0.120 s`, `parse: 120 ms` or `parse 0.12s`.
fn phase(line: &str) -> Option<(String, f64)> {
    let line = line.trim();
    let (number, unit) = ["ms", "µs", "s", ""]
        .iter()
        .find_map(|unit| Some((line.strip_suffix(unit)?.trim_end(), *unit)))?;
    let at = number.rfind(|c: char| !c.is_ascii_digit() && c != '.')?;
    let at = at + number[at..].chars().next().map_or(0, char::len_utf8);
    let value: f64 = number[at..].parse().ok()?;
    let name = number[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
    let plain = !name.is_empty()
        && name.split_whitespace().count() <= 3
        && name.chars().all(|c| c.is_alphabetic() || " -_".contains(c));
    let scale = match unit {
        "ms" => 1e-3,
        "µs" => 1e-6,
        _ => 1.0,
    };
    plain.then(|| (name.to_owned(), value * scale))
}

/// Reads the high-water mark of memory until the child ends; growth in its last two milliseconds may be missed.
fn watch(process: &str, ended: &AtomicBool) -> Option<u64> {
    let mut peak = None;
    while !ended.load(Ordering::Acquire) {
        let mark = fs::read_to_string(process).ok().and_then(|text| {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            let kilobytes = line.trim().strip_suffix("kB")?.trim();
            Some(kilobytes.parse::<u64>().ok()? * 1024)
        });
        peak = peak.max(mark);
        thread::sleep(Duration::from_millis(2));
    }
    peak
}

fn tail(printed: &str) -> String {
    let lines: Vec<&str> = printed.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}
