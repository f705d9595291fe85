//! What the build tells of its progress. Knows no clock and no terminal: whoever listens has them.

use crate::diag::Lang;

/// A phase of the work, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Reading the site folder.
    Read,
    /// Making the draft.
    Parse,
    /// Checking it against its schemes.
    Check,
    /// Passing the gate.
    Publish,
    /// Giving addresses.
    Plan,
    /// Rendering and staging; steps are outputs.
    Render,
    /// Making outputs of outputs; steps are outputs.
    Collect,
    /// Putting the new site in place.
    Commit,
}

impl Phase {
    /// What is being done, as a noun.
    pub fn words(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Phase::Read => ("Đọc tệp", "Reading"),
            Phase::Parse => ("Phân tích", "Parsing"),
            Phase::Check => ("Kiểm tra", "Checking"),
            Phase::Publish => ("Lọc dữ liệu công khai", "Publishing"),
            Phase::Plan => ("Xếp địa chỉ", "Planning"),
            Phase::Render => ("Dựng trang", "Rendering"),
            Phase::Collect => ("Tổng hợp", "Collecting"),
            Phase::Commit => ("Ghi trang mới", "Committing"),
        };
        lang.pick(vi, en)
    }
}

/// Listens to the work; called from any thread.
pub trait Progress: Sync {
    /// A phase begins, with the number of steps it will take, when that is known.
    fn phase(&self, phase: Phase, total: Option<u64>);
    /// One step of the phase is done.
    fn step(&self);
}

/// Hears nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn phase(&self, _: Phase, _: Option<u64>) {}
    fn step(&self) {}
}
